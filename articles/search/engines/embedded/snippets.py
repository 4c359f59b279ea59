"""The words of a hit that answer the question, in their context."""

import re
from functools import cached_property

from tantivy import Document, SnippetGenerator

from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.queries import (
    SNIPPET_FIELD,
    Looked,
    looked_for,
    snippet_query,
    terms_of,
)
from articles.search.query import SearchQuery, Unit
from articles.search.results import Fragment

LONGEST = 240
CUT = "…"
SPACES = (b" ", b"\n")
SPACE = re.compile(rb"[ \n]")


class Snippets:
    """Cuts snippets from texts that the caller may show."""

    def __init__(self, view: View, query: SearchQuery) -> None:
        self.view, self.query = view, query

    @cached_property
    def plain(self) -> "Cutter":
        return Cutter(self.view, self.query.unit, looked_for(self.query, in_all_ways=False))

    @cached_property
    def thorough(self) -> "Cutter":
        return Cutter(self.view, self.query.unit, looked_for(self.query, in_all_ways=True))

    def of(self, text: str) -> tuple[Fragment, ...]:
        """The best stretch with its matches marked; where none matches, the beginning."""
        if not text:
            return ()
        return self.plain.cut(text) or self.thorough.cut(text) or _beginning(text)


class Cutter:
    """Cuts the best stretch with the terms that are looked for."""

    def __init__(self, view: View, unit: Unit, looked: Looked) -> None:
        self.schema, self.unit = view.schema, unit
        self.field, self.looked = SNIPPET_FIELD[unit], looked
        self.generator = None
        terms = snippet_query(looked, unit, view.schema)
        if terms is not None:
            self.generator = SnippetGenerator.create(view.searcher, terms, view.schema, self.field)
            self.generator.set_max_num_chars(LONGEST)

    def cut(self, text: str) -> tuple[Fragment, ...]:
        """Nothing where no term is found."""
        if self.generator is None:
            return ()
        # Offsets are UTF-8 bytes, and its own fragment is escaped: cut the text's bytes.
        snippet = self.generator.snippet_from_doc(
            Document.from_dict({self.field: text}, self.schema)
        )
        stretch, whole = snippet.fragment_range(), text.encode()
        marks = snippet.highlighted()
        places = self._answers(
            whole, [(stretch.start + mark.start, stretch.start + mark.end) for mark in marks]
        )
        if not places:
            return ()
        start, end = _whole_words(whole, stretch.start, stretch.end)
        before = [Fragment(CUT)] if whole[:start].strip() else []
        after = [Fragment(CUT)] if whole[end:].strip() else []
        return (*before, *_marked(whole, start, end, places), *after)

    def _answers(self, whole: bytes, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Without the parts of a phrase that stand alone."""
        if not self.looked.together:
            return places
        starts, ends = {start - 1 for start, _ in places}, {end + 1 for _, end in places}
        return [
            (start, end)
            for start, end in places
            if end in starts or start in ends or self._is_alone(whole[start:end].decode())
        ]

    def _is_alone(self, word: str) -> bool:
        return not self.looked.alone.isdisjoint(terms_of(word, self.field, self.unit))


def _whole_words(whole: bytes, start: int, end: int) -> tuple[int, int]:
    """The stretch with the quotation marks and full stops that cling to it."""
    behind = SPACE.search(whole, end)
    return max(map(whole[:start].rfind, SPACES)) + 1, behind.start() if behind else len(whole)


def _marked(whole: bytes, start: int, end: int, places: list[tuple[int, int]]) -> list[Fragment]:
    fragments, at = [], start
    for first, last in sorted(places):
        if first < at:
            continue
        fragments.append(Fragment(whole[at:first].decode()))
        fragments.append(Fragment(whole[first:last].decode(), is_match=True))
        at = last
    fragments.append(Fragment(whole[at:end].decode()))
    return [fragment for fragment in fragments if fragment.text]


def _beginning(text: str) -> tuple[Fragment, ...]:
    if len(text) <= LONGEST:
        return (Fragment(text),)
    cut = text.rfind(" ", 0, LONGEST + 1)
    return (Fragment(text[: cut if cut > 0 else LONGEST].rstrip()), Fragment(CUT))
