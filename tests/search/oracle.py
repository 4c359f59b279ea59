"""An engine that is slow, simple and right: what the others are measured against.

It keeps documents in one file, looks at every one of them for every question, and keeps no answer.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

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
from articles.search.errors import EngineUnavailable
from articles.search.facets import FacetField, require_facets_of_unit
from articles.search.periods import Period
from articles.search.query import SearchQuery, Selection, Sort, Unit
from articles.search.results import Hit
from tests.search.oracle_words import LISTS, Texts, check_words, cut, says


@dataclass(frozen=True)
class Entry:
    """What can be found: an article or a quote. ``texts`` holds each field's texts."""

    key: int
    article: ArticleDocument
    texts: Texts
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
        facets = tuple(facets)
        require_facets_of_unit(query, facets)
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
    texts |= {name: getattr(document, name) for name in LISTS} | {"byline": document.bylines}
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
        (query.words is None or says(entry.texts, query.words, query.unit))
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


# What is suggested


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
