"""An engine that is slow, simple and right: what the others are measured against.

It keeps documents in one file, looks at every one of them for every question, and keeps no answer.
"""

import pickle
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from articles.search.engines.base import (
    ArticleDocument,
    Engine,
    FacetCounts,
    FacetValues,
    Found,
    Health,
    QuoteDocument,
    TextsOf,
    no_texts,
)
from articles.search.errors import BadQuery, EngineUnavailable
from articles.search.facets import FacetField
from articles.search.nodes import And, AtLeast, Leaf, Near, Node, Not, Or, Phrase, Word
from articles.search.periods import Period
from articles.search.query import SearchQuery, Selection, Sort, Unit
from articles.search.results import Hit

LINKED = ("speakers", "people")
NAMES = ("byline", *LINKED)
# Where words are looked for that name no field, and those fields that can be named.
ANYWHERE = {
    Unit.ARTICLES: ("headline", "deck", "body", "caption", *NAMES),
    Unit.QUOTES: ("quote",),
}
SCOPES = {
    Unit.ARTICLES: ("headline", "lead", "body", "byline", "quote"),
    Unit.QUOTES: ("quote",),
}
LONGEST_WORD = 60
STEMMER = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build()

Words = list[str]


@dataclass(frozen=True)
class Entry:
    """What can be found: an article or a quote. ``texts`` holds each field's texts."""

    key: int
    article: ArticleDocument
    texts: Mapping[str, tuple[str, ...]]
    facets: FacetValues
    copies: int

    @property
    def one(self) -> tuple:
        """Equal for copies of one text, and for nothing else."""
        return ("copies", self.copies) if self.copies else ("alone", self.key)

    @property
    def moment(self) -> tuple:
        """An earlier one is less; on one day what has no instant is the earliest."""
        day, instant = self.article.published_on, self.article.published_at
        minutes = instant.timestamp() // 60 if instant else float("-inf")
        return day.toordinal() if day else 0, minutes, self.key

    @property
    def is_dated(self) -> bool:
        return self.article.published_on is not None

    @property
    def oldest(self) -> tuple:
        return not self.is_dated, *(self.moment if self.is_dated else (self.key,))


class OracleEngine(Engine):
    counts_exactly = True

    # Reading

    def search(
        self, query: SearchQuery, facets: Iterable[FacetField] = (), texts_of: TextsOf = no_texts
    ) -> Found:
        check_words(query.words, query.unit)
        entries = [
            one for document in self._held().values() for one in ENTRIES[query.unit](document)
        ]
        matching = [entry for entry in entries if matches(entry, query)]
        hits = in_order(matching, query)
        page = hits[query.offset : query.offset + query.page_size]
        counts = {facet.name: counted(entries, query, facet) for facet in facets}
        return Found(tuple(page), len(hits), counts)

    def suggest(self, beginning: str, limit: int = 8) -> tuple[str, ...]:
        typed = cut(beginning)
        if not typed:
            return ()
        held = [spelled(document) for document in self._held().values()]
        known = {word for words in held for word in words if word.startswith(typed[-1])}
        often = {word: sum(word in words for words in held) for word in known}
        return tuple(sorted(known, key=lambda word: (-often[word], word))[:limit])

    def health(self) -> Health:
        try:
            return Health(True, len(self._held()))
        except EngineUnavailable as error:
            return Health(False, problem=str(error))

    def fingerprints(self) -> Mapping[int, int]:
        return {key: document.fingerprint for key, document in self._held().items()}

    # Writing

    def index(self, documents: Iterable[ArticleDocument]) -> int:
        new = list(documents)
        self._keep(self._held() | {document.article_id: document for document in new})
        return len(new)

    def delete(self, article_ids: Iterable[int]) -> None:
        gone = set(article_ids)
        self._keep({key: one for key, one in self._held().items() if key not in gone})

    def clear(self) -> None:
        Path(self.location).mkdir(parents=True, exist_ok=True)
        self._keep({})

    @property
    def _file(self) -> Path:
        return Path(self.location) / "documents"

    def _held(self) -> dict[int, ArticleDocument]:
        try:
            return pickle.loads(self._file.read_bytes())  # noqa: S301  (we wrote it)
        except FileNotFoundError:
            raise EngineUnavailable(
                "There are no documents: run manage.py rebuild_index."
            ) from None

    def _keep(self, documents: dict[int, ArticleDocument]) -> None:
        fresh = self._file.with_suffix(".new")
        fresh.write_bytes(pickle.dumps(documents))
        fresh.replace(self._file)


# What can be found


def of_article(document: ArticleDocument) -> Iterator[Entry]:
    texts = {
        name: (getattr(document, name),) for name in ("headline", "deck", "lead", "body", "caption")
    }
    texts |= {"byline": document.bylines, "speakers": document.speakers, "people": document.people}
    texts["quote"] = tuple(quote.words for quote in document.quotes)
    yield Entry(document.article_id, document, texts, document.facets, document.copy_set)


def of_quotes(document: ArticleDocument) -> Iterator[Entry]:
    for quote in document.quotes:
        yield Entry(
            quote.quote_id,
            document,
            {"quote": (quote.words,)},
            inherited(document, quote),
            quote.statement,
        )


def inherited(document: ArticleDocument, quote: QuoteDocument) -> FacetValues:
    return {**document.facets, **quote.facets}


ENTRIES: dict[Unit, Callable[[ArticleDocument], Iterator[Entry]]] = {
    Unit.ARTICLES: of_article,
    Unit.QUOTES: of_quotes,
}


# What matches


def matches(entry: Entry, query: SearchQuery) -> bool:
    return (
        (query.words is None or says(entry, query.words, query.unit))
        and lies_within(entry, query.period)
        and all(is_chosen(entry, selection) for selection in query.selections)
    )


def lies_within(entry: Entry, period: Period) -> bool:
    day = entry.article.published_on
    if period.is_always:
        return True
    if day is None:
        return False
    begun = period.start is None or period.start.first <= day
    return begun and (period.end is None or day <= period.end.last)


def is_chosen(entry: Entry, selection: Selection) -> bool:
    values = set(entry.facets.get(selection.facet, ()))
    if selection.any_of and not values & set(selection.any_of):
        return False
    return not values & set(selection.none_of)


def says(entry: Entry, node: Node, unit: Unit) -> bool:
    match node:
        case Not():
            return not says(entry, node.part, unit)
        case And():
            return all(says(entry, part, unit) for part in node.parts)
        case Or():
            return any(says(entry, part, unit) for part in node.parts)
        case AtLeast():
            return sum(says(entry, part, unit) for part in node.parts) >= node.number
    return any(has(entry, node, field) for field in fields_of(node, unit))


def fields_of(leaf: Leaf, unit: Unit) -> tuple[str, ...]:
    """Whose names stand next to one another in a list of linked people means nothing."""
    if leaf.scope:
        return (leaf.scope,)
    return tuple(name for name in ANYWHERE[unit] if not (isinstance(leaf, Near) and name in LINKED))


def has(entry: Entry, leaf: Leaf, field: str) -> bool:
    texts = [words_of(text, field) for text in entry.texts[field]]
    match leaf:
        case Near(first, second, distance):
            pair = one_word(first, field), one_word(second, field)
            return any(stand_near(text, *pair, distance) for text in texts)
        case Word(run) | Phrase(run):
            looked_for = [word for word in words_of(run, field) if word]
            return bool(looked_for) and any(stands_in(text, looked_for) for text in texts)


def stands_in(text: Words, run: Words) -> bool:
    return any(text[at : at + len(run)] == run for at in range(len(text)))


def stand_near(text: Words, first: str, second: str, distance: int) -> bool:
    places = [[at for at, word in enumerate(text) if word == wanted] for wanted in (first, second)]
    return any(abs(one - other) <= distance for one in places[0] for other in places[1])


def check_words(node: Node | None, unit: Unit) -> None:
    """Raises BadQuery for what can't be looked for."""
    match node:
        case Not():
            check_words(node.part, unit)
        case And() | Or() | AtLeast():
            for part in node.parts:
                check_words(part, unit)
        case Word() | Phrase() | Near():
            check_leaf(node, unit)


def check_leaf(leaf: Leaf, unit: Unit) -> None:
    if leaf.scope and leaf.scope not in SCOPES[unit]:
        raise BadQuery(f"There is no “{leaf.scope}:” in {unit}.")
    if not isinstance(leaf, Near):
        return
    for field in fields_of(leaf, unit):
        if one_word(leaf.first, field) == one_word(leaf.second, field):
            raise BadQuery("NEAR takes two different words.")


# Words


def words_of(text: str, field: str) -> Words:
    """In order; one that is too long leaves an empty place."""
    return list(_words(text, field not in NAMES))


@lru_cache(maxsize=10_000)
def _words(text: str, are_stemmed: bool) -> tuple[str, ...]:
    words = (word if len(word) < LONGEST_WORD else "" for word in cut(text))
    return tuple(stem(word) if are_stemmed else word for word in words)


def one_word(text: str, field: str) -> str:
    words = words_of(text, field)
    if len(words) != 1 or not words[0]:
        raise BadQuery(f"NEAR takes single words, not “{text}”.")
    return words[0]


def cut(text: str) -> Words:
    """In lower case, without accents, parted by whatever is no letter or digit."""
    unmarked = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in unmarked).lower().split()


def stem(word: str) -> str:
    return STEMMER.analyze(word)[0] if word else ""


def spelled(document: ArticleDocument) -> set[str]:
    """The words that are suggested: of headline, deck and people."""
    return {
        word for text in (document.headline, document.deck, *document.people) for word in cut(text)
    }


# Order and counts


def in_order(matching: list[Entry], query: SearchQuery) -> list[Hit]:
    """Relevance is anybody's: here it is the newest first."""
    if query.sort is Sort.OLDEST:
        ordered = sorted(matching, key=lambda entry: entry.oldest)
    else:
        ordered = sorted(matching, key=lambda entry: entry.moment, reverse=True)
    if not query.folded:
        return [Hit(entry.key) for entry in ordered]
    together = by_text(matching)
    earliest = {min(copies, key=lambda entry: entry.oldest).key for copies in together.values()}
    return [
        Hit(entry.key, copies=len(together[entry.one]))
        for entry in ordered
        if entry.key in earliest
    ]


def by_text(entries: list[Entry]) -> dict[tuple, list[Entry]]:
    return {
        one: [entry for entry in entries if entry.one == one]
        for one in {entry.one for entry in entries}
    }


def counted(entries: list[Entry], query: SearchQuery, facet: FacetField) -> FacetCounts:
    others = query.without(facet.name)
    matching = [entry for entry in entries if matches(entry, others)]
    known = {value for entry in matching for value in entry.facets.get(facet.name, ())}
    pairs = [(value, number_with(value, matching, query, facet)) for value in known]
    pairs.sort(key=lambda pair: -pair[0] if facet.is_by_time else (-pair[1], pair[0]))
    shown = pairs[: facet.shown]
    for value in (*query.selected(facet.name), *query.refused(facet.name)):
        if value not in dict(shown):
            shown.append((value, number_with(value, matching, query, facet)))
    if facet.is_by_time:
        shown.sort(reverse=True)
    return FacetCounts(tuple(shown), has_more=len(pairs) > facet.shown)


def number_with(value, matching: list[Entry], query: SearchQuery, facet: FacetField) -> int:
    having = [entry for entry in matching if value in entry.facets.get(facet.name, ())]
    return len({entry.one for entry in having}) if query.folded else len(having)
