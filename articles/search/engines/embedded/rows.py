"""An article and its quotes as rows of the indexes."""

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import tantivy

from articles.search.engines.base import ArticleDocument, FacetValues
from articles.search.engines.embedded.schema import (
    LONGEST_WORD,
    SET_MARK,
    SPELLING,
    count_field,
    filter_field,
    fold_field,
    is_counted_as_set,
)
from articles.search.facets import facets_of
from articles.search.nodes import MAX_DISTANCE
from articles.search.query import FacetKey, Unit

ID_BITS, MINUTE_BITS = 29, 12
UNDATED = 2**63 - 2**ID_BITS  # behind every day there is
ZONES = dt.timedelta(hours=14)

# Words that are too long are not indexed, but leave their places free.
BETWEEN = f" {'x' * LONGEST_WORD}" * MAX_DISTANCE + " "

VALUE_BITS = 31
PARTS = 64

# A match grows by a hundredth with each year of the article: enough to part equals, no more.
FRESHNESS_A_YEAR = 0.01
FRESHNESS_SINCE = 1950


@dataclass(frozen=True, slots=True)
class Column:
    """Where the values of one facet go."""

    facet: str
    looked_for: str
    counted_as_set: str
    folded: str


COLUMNS = {
    unit: tuple(
        Column(
            facet.name,
            filter_field(facet),
            count_field(facet) if is_counted_as_set(facet) else "",
            fold_field(facet),
        )
        for facet in facets_of(unit)
    )
    for unit in Unit
}


@dataclass(slots=True)
class Cells:
    """Values by field, and by fold field the codes of the values that are folded there."""

    values: dict[str, object] = field(default_factory=dict)
    codes: dict[str, list[int]] = field(default_factory=dict)

    def folded(self, copies: int) -> dict[str, object]:
        """The values with what tells, for each of them, of which copy set it is."""
        if not copies:
            return self.values
        pairs = {name: fold_keys(copies, codes) for name, codes in self.codes.items()}
        return {**self.values, **pairs, "copies": copies, "part": copies % PARTS}


def article_row(
    document: ArticleDocument, fingerprint: int, schema: tantivy.Schema
) -> tantivy.Document:
    """Raises ValueError for a value of the wrong type; a plain Document would fail silently."""
    values = {
        "id": document.article_id,
        "fingerprint": fingerprint,
        "quotes_indexed": len(document.quotes),
        "headline": document.headline,
        "deck": document.deck,
        "lead": document.lead,
        "body": document.body,
        "caption": document.caption,
        "byline": _apart(document.bylines),
        "quote": _apart(quote.words for quote in document.quotes),
        "speakers": list(document.speakers),
        "people": list(document.people),
        "places": list(document.places),
        SPELLING: [document.headline, document.deck, *document.people],
    }
    values |= _when(document, document.article_id)
    values |= _cells(Unit.ARTICLES, document.facets).folded(document.copy_set)
    return tantivy.Document.from_dict(values, schema)


def _apart(texts: Iterable[str]) -> str:
    """Texts of one field, so far apart that no two words are near that stand in different ones."""
    return BETWEEN.join(texts)


def quote_rows(
    document: ArticleDocument, fingerprint: int, schema: tantivy.Schema
) -> Iterator[tantivy.Document]:
    """A quote has the facets of its article but for those of its own."""
    of_article = {"article": document.article_id, "fingerprint": fingerprint}
    shared: dict[frozenset, Cells] = {}
    for quote in document.quotes:
        own_names = frozenset(quote.facets)
        if own_names not in shared:
            others = {name: v for name, v in document.facets.items() if name not in own_names}
            shared[own_names] = _cells(Unit.QUOTES, others)
        inherited, own = shared[own_names], _cells(Unit.QUOTES, quote.facets)
        cells = Cells(inherited.values | own.values, inherited.codes | own.codes)
        values = of_article | {"id": quote.quote_id, "quote": quote.words}
        values |= _when(document, quote.quote_id)
        values |= cells.folded(quote.statement)
        yield tantivy.Document.from_dict(values, schema)


def fold_keys(copies: int, codes: list[int]) -> list[int]:
    """What tells (copy set, value) from every other pair."""
    base = copies << VALUE_BITS
    return [base | code for code in codes]


def value_code(value: FacetKey) -> int:
    """Codes and texts by their checksum: of the few of one facet no two are alike, but for less
    than one archive in a million.
    """
    return value if isinstance(value, int) else zlib.crc32(value.encode()) >> 1


def _cells(unit: Unit, facets: FacetValues) -> Cells:
    cells = Cells()
    for column in COLUMNS[unit]:
        given = facets.get(column.facet)
        if not given:
            continue
        cells.values[column.looked_for] = list(given)
        cells.codes[column.folded] = [value_code(one) for one in given]
        if column.counted_as_set:
            cells.values[column.counted_as_set] = SET_MARK.join(given)
    return cells


def _when(document: ArticleDocument, key: int) -> dict[str, object]:
    newest, oldest = sort_keys(document, key)
    day = document.published_on
    year = day.year if day else FRESHNESS_SINCE
    values = {"newest": newest, "oldest": oldest, "freshness": _freshness(year)}
    return values | ({"on": day_number(day)} if day else {})


def _freshness(year: int) -> float:
    """The library weighs a score by log2(2 + this)."""
    return 2 ** (1 + FRESHNESS_A_YEAR * max(0, year - FRESHNESS_SINCE)) - 2


def day_number(day: dt.date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def sort_keys(document: ArticleDocument, key: int) -> tuple[int, int]:
    """Day, then minute, then ``key``, in one number each for newest and oldest first.

    What has no date comes last in both.
    """
    key &= 2**ID_BITS - 1
    if document.published_on is None:
        return key, UNDATED | key
    minute = _minute(document.published_on, document.published_at)
    key |= ((document.published_on.toordinal() << MINUTE_BITS) | minute) << ID_BITS
    return key, key


def _minute(day: dt.date, instant: dt.datetime | None) -> int:
    """Minutes since the day began anywhere on Earth; 0 where only the day is known."""
    if instant is None:
        return 0
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    return min(max(1, (instant - midnight + ZONES) // dt.timedelta(minutes=1)), 2**MINUTE_BITS - 1)
