"""An article and its quotes as rows of the indexes."""

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import tantivy

from articles.search.engines.base import ArticleDocument, FacetValues
from articles.search.engines.embedded.schema import (
    NO_WORD,
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

BETWEEN = f" {NO_WORD}" * MAX_DISTANCE + " "

VALUE_BITS = 31
PARTS = 64

# A match grows by a hundredth with each year of the article: enough to part equals, no more.
FRESHNESS_A_YEAR = 0.01
FRESHNESS_SINCE = 1950


@dataclass(frozen=True, slots=True)
class Column:
    """Where the values of one facet go."""

    looked_for: str
    counted_as_set: str
    folded: str
    is_whole_number: bool


COLUMNS = {
    unit: {
        facet.name: Column(
            filter_field(facet),
            count_field(facet) if is_counted_as_set(facet) else "",
            fold_field(facet),
            facet.is_whole_number,
        )
        for facet in facets_of(unit)
    }
    for unit in Unit
}


@dataclass(slots=True)
class Cells:
    """Values by field, and by fold field the codes of the values that are folded there."""

    values: dict[str, object] = field(default_factory=dict)
    codes: dict[str, Sequence[int]] = field(default_factory=dict)

    def folded(self, copies: int) -> dict[str, object]:
        """The values with what tells, for each of them, of which copy set it is."""
        if not copies:
            return self.values
        base = copies << VALUE_BITS
        pairs = {
            name: base | codes[0] if len(codes) == 1 else [base | code for code in codes]
            for name, codes in self.codes.items()
        }
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
        "speakers": _plain(document.speakers),
        "people": _plain(document.people),
        "places": _plain(document.places),
        SPELLING: "\n".join((document.headline, document.deck, *document.people)),
    }
    values |= When(document).of(document.article_id)
    values |= _cells(Unit.ARTICLES, document.facets).folded(document.copy_set)
    return tantivy.Document.from_dict(values, schema)


def _plain(values: Sequence) -> object:
    """The library takes one value five times as fast when it is in no list."""
    return values[0] if len(values) == 1 else list(values)


def _apart(texts: Iterable[str]) -> str:
    """Texts of one field, so far apart that no two words are near that stand in different ones."""
    return BETWEEN.join(texts)


def quote_rows(
    document: ArticleDocument, fingerprint: int, schema: tantivy.Schema
) -> Iterator[tantivy.Document]:
    """A quote has the facets of its article but for those of its own."""
    of_article = {"article": document.article_id, "fingerprint": fingerprint}
    when = When(document)
    shared: dict[frozenset, Cells] = {}
    for quote in document.quotes:
        own_names = frozenset(quote.facets)
        if own_names not in shared:
            others = {name: v for name, v in document.facets.items() if name not in own_names}
            shared[own_names] = _cells(Unit.QUOTES, others)
        inherited, own = shared[own_names], _cells(Unit.QUOTES, quote.facets)
        cells = Cells(inherited.values | own.values, inherited.codes | own.codes)
        values = of_article | {"id": quote.quote_id, "quote": quote.words}
        values |= when.of(quote.quote_id)
        values |= cells.folded(quote.statement)
        yield tantivy.Document.from_dict(values, schema)


def value_code(value: FacetKey) -> int:
    """Codes and texts by their checksum: of the few of one facet no two are alike, but for less
    than one archive in a million.
    """
    return value if isinstance(value, int) else zlib.crc32(value.encode()) >> 1


def _cells(unit: Unit, facets: FacetValues) -> Cells:
    cells, columns = Cells(), COLUMNS[unit]
    for name, given in facets.items():
        column = columns.get(name)
        if not given or not column:
            continue
        cells.values[column.looked_for] = _plain(given)
        cells.codes[column.folded] = (
            given if column.is_whole_number else [value_code(one) for one in given]
        )
        if column.counted_as_set:
            cells.values[column.counted_as_set] = SET_MARK.join(given)
    return cells


class When:
    """What tells when an article was published: the same for all its quotes, but for the keys."""

    def __init__(self, document: ArticleDocument) -> None:
        day = document.published_on
        self.minutes = _minutes(day, document.published_at) if day else 0
        self.is_dated = day is not None
        self.shared = {"freshness": _freshness(day.year if day else FRESHNESS_SINCE)}
        if day:
            self.shared["on"] = day_number(day)

    def of(self, key: int) -> dict[str, object]:
        newest, oldest = self.sort_keys(key)
        return {"newest": newest, "oldest": oldest, **self.shared}

    def sort_keys(self, key: int) -> tuple[int, int]:
        """Day, then minute, then ``key``, in one number each for newest and oldest first.

        What has no date comes last in both.
        """
        key &= 2**ID_BITS - 1
        if not self.is_dated:
            return key, UNDATED | key
        both = self.minutes << ID_BITS | key
        return both, both


@cache
def _freshness(year: int) -> float:
    """The library weighs a score by log2(2 + this)."""
    return 2 ** (1 + FRESHNESS_A_YEAR * max(0, year - FRESHNESS_SINCE)) - 2


def day_number(day: dt.date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def _minutes(day: dt.date, instant: dt.datetime | None) -> int:
    """The day, and in its last bits the minutes since it began anywhere on Earth; 0 where only
    the day is known.
    """
    days = day.toordinal() << MINUTE_BITS
    if instant is None:
        return days
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    minute = (instant - midnight + ZONES) // dt.timedelta(minutes=1)
    return days | min(max(1, minute), 2**MINUTE_BITS - 1)
