"""Facets with their addresses: what a page needs to add, take away and name a selection."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.search import FACETS, Facet, FacetValue, SearchQuery, SearchResults, Sort
from articles.views.addresses import PAGE, Address
from articles.views.timelines import Bar, Count, Month, bars

PARAMETERS = ("q", *(facet.name for facet in FACETS), "sort", PAGE)
DEFAULT_SORT = SearchQuery().sort
ALWAYS_OPEN = {"outlet", "person", "quoted"}


@dataclass(frozen=True, slots=True)
class FacetLink:
    label: str
    count: int
    is_selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    name: str
    label: str
    links: tuple[FacetLink, ...]
    is_open: bool
    exact: bool
    has_more: bool
    is_by_time: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the list, and the address without it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class SortLink:
    label: str
    url: str
    is_current: bool


def address_of(path: str, results: SearchResults) -> Address:
    """The one address of a question, however its parameters were written."""
    query = results.query
    chosen = [(facet.name, one.value) for facet in results.facets for one in facet.selected]
    words = [("q", query.text)] if query.text else []
    sort = [("sort", query.sort.value)] if query.sort != DEFAULT_SORT else []
    return Address(path, (*words, *chosen, *sort)).on_page(query.page)


def facet_groups(facets: tuple[Facet, ...], address: Address) -> list[FacetGroup]:
    """Facets that have a value to offer."""
    return [_group(facet, address) for facet in facets if facet.values]


def _group(facet: Facet, address: Address) -> FacetGroup:
    return FacetGroup(
        facet.name,
        facet.label,
        tuple(_link(facet.name, value, address) for value in facet.values),
        is_open=facet.name in ALWAYS_OPEN or bool(facet.selected),
        exact=facet.exact,
        has_more=facet.has_more,
        is_by_time=facet.name in ("year", "month"),
    )


def _link(name: str, value: FacetValue, address: Address) -> FacetLink:
    toggle = address.removing if value.is_selected else address.adding
    return FacetLink(value.label, value.count, value.is_selected, str(toggle(name, value.value)))


def month_bars(results: SearchResults, address: Address) -> list[Bar]:
    """The months of the list; choosing a bar is choosing its month alone."""
    values = next((facet.values for facet in results.facets if facet.name == "month"), ())
    return bars(
        {Month.of(one.value): Count(one.count) for one in values if one.count},
        lambda month: str(address.setting("month", str(month))),
        frozenset(Month.of(one.value) for one in values if one.is_selected),
    )


def chips(results: SearchResults, address: Address) -> list[Chip]:
    return list(_chips(results, address))


def _chips(results: SearchResults, address: Address) -> Iterator[Chip]:
    if results.query.text:
        yield Chip("Words", results.query.text, str(address.setting("q")))
    for facet in results.facets:
        for value in facet.selected:
            yield Chip(facet.label, value.label, str(address.removing(facet.name, value.value)))


def sort_links(query: SearchQuery, address: Address) -> list[SortLink]:
    """Relevance is offered where there are words to be relevant to."""
    offered = [sort for sort in Sort if query.words or sort != Sort.RELEVANCE]
    current = query.sort if query.sort in offered else Sort.NEWEST
    return [_sort_link(sort, current, address) for sort in offered]


def _sort_link(sort: Sort, current: Sort, address: Address) -> SortLink:
    value = "" if sort == DEFAULT_SORT else sort.value
    return SortLink(sort.value.capitalize(), str(address.setting("sort", value)), sort == current)
