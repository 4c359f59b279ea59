"""How the list spreads over time: some ten to forty bars, each a way to narrow the list to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote_plus

from articles.search import Facet, SearchQuery, SearchResults, counted
from articles.search.facets import BY_NAME
from articles.search.periods import PartialDate, parse_date
from articles.views.addresses import MARK, Address
from articles.views.timelines import Bar, Count, bars

# From how many years or up to how many months on one bar stands for a year, for a day.
MOST_YEARS_IN_MONTHS, MOST_MONTHS_IN_DAYS = 5, 2
LONGEST = 66
BY_TIME = ("year", "month", "day")
NARROWED_BY = ("from", "to", "last", *BY_TIME)


@dataclass(frozen=True, slots=True)
class Histogram:
    """``width`` is what one bar stands for; ``wider_url`` leads to a longer time, if there is."""

    width: str
    bars: list[Bar]
    has_older: bool
    wider_url: str

    def __bool__(self) -> bool:
        return bool(self.bars)


def histogram_of(results: SearchResults, address: Address) -> Histogram:
    """Raises as ``search`` does."""
    query = results.query
    width = _width(query, results)
    facet = _facet(width, query, results)
    counts = {parse_date(one.value): Count(one.count) for one in facet.values if one.count}
    drawn = bars(counts, _narrowing(address), LONGEST)
    is_cut = bool(counts) and min(counts).until(max(counts)) >= LONGEST
    wider_url = "" if query.period.is_always else _wider(query, address)
    return Histogram(width, drawn, facet.has_more or is_cut, wider_url)


def _width(query: SearchQuery, results: SearchResults) -> str:
    years, months = (_dates(query, results.facet(name)) for name in ("year", "month"))
    if not months or max(years).until(min(years)) <= -MOST_YEARS_IN_MONTHS:
        return "year"
    is_short = min(months).until(max(months)) < MOST_MONTHS_IN_DAYS
    return "day" if is_short else "month"


def _dates(query: SearchQuery, facet: Facet) -> list[PartialDate]:
    """Those that have a hit; of some that are chosen only those."""
    has_choice = bool(query.selected(facet.name))
    return [
        parse_date(one.value)
        for one in facet.values
        if one.count and (one.is_selected or not has_choice)
    ]


def _facet(width: str, query: SearchQuery, results: SearchResults) -> Facet:
    if width != "day":
        return results.facet(width)
    return counted(query, replace(BY_NAME["day"], shown=LONGEST))


def _narrowing(address: Address) -> Callable[[PartialDate], str]:
    """Narrows the list to one date, from its first day to its last."""
    form = str(address.without(*NARROWED_BY).adding("from", MARK).adding("to", MARK))
    return lambda date: form.replace(quote_plus(MARK), str(date))


def _wider(query: SearchQuery, address: Address) -> str:
    """A day's month, a month's year, or all the time there is."""
    start, end = query.period.start, query.period.end
    around = start.around() if start and start == end else None
    return _narrowing(address)(around) if around else str(address.without(*NARROWED_BY))
