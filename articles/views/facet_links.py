"""Facets with their addresses: what a page needs to add, take away, exclude and name a value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles.search import Facet, FacetValue, SearchQuery, SearchResults, Sort
from articles.search.facets import BY_NAME, FacetField, facets_of
from articles.search.labels import Names
from articles.search.sentences import said_of_period
from articles.views.addresses import Address
from articles.views.list_kinds import ListKind

OPEN = "open"


class FacetLink(NamedTuple):
    """``state`` is chosen, refused or nothing; ``url`` undoes it, or chooses the value."""

    label: str
    count: str
    state: str
    url: str
    refuse_url: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A closed group is not counted: it has an ``open_url``, and no links."""

    name: str
    label: str
    links: tuple[FacetLink, ...] = ()
    is_open: bool = False
    exact: bool = True
    all_url: str = ""
    more_url: str = ""
    open_url: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the list, and the address without it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to show the list."""

    label: str
    url: str
    is_current: bool


def facet_groups(
    kind: ListKind, results: SearchResults, opened: set[str], address: Address
) -> list[FacetGroup]:
    """Every facet of the unit; the open ones that have no value to offer are left out, and where
    nothing was found the closed ones as well."""
    counted = {facet.name: facet for facet in results.facets}
    groups = [
        open_group(kind, counted[facet.name], address)
        if facet.name in opened
        else closed_group(kind, facet, address)
        for facet in facets_of(kind.unit)
    ]
    if not results.total:
        return [group for group in groups if group.links]
    return [group for group in groups if group.links or not group.is_open]


def open_group(kind: ListKind, facet: Facet, address: Address) -> FacetGroup:
    values = _listed(facet)
    has_more = facet.has_more or len(values) < len(facet.values)
    all_url = str(address.at(kind.facet_url(facet.name)).without("page"))
    return FacetGroup(
        facet.name,
        facet.label,
        tuple(facet_links(facet.name, values, address)),
        is_open=True,
        exact=facet.exact,
        all_url=all_url,
        more_url=all_url if has_more else "",
    )


def closed_group(kind: ListKind, facet: FacetField, address: Address) -> FacetGroup:
    both = "&" if address.parameters else "?"
    return FacetGroup(
        facet.name,
        facet.label_for(kind.unit),
        all_url=str(address.at(kind.facet_url(facet.name)).without("page")),
        open_url=f"{address}{both}{OPEN}={facet.name}#facet-{facet.name}",
    )


def _listed(facet: Facet) -> list[FacetValue]:
    """As many as the page lists, and what is chosen or refused wherever it stands."""
    shown = BY_NAME[facet.name].shown
    others = facet.values[shown:]
    return [*facet.values[:shown], *(one for one in others if one.is_selected or one.is_refused)]


def facet_links(name: str, values: Iterable[FacetValue], address: Address) -> Iterator[FacetLink]:
    refused = f"not_{name}"
    choosing, refusing = address.with_each(name), address.with_each(refused)
    for value in values:
        label, count, parameter = value.label, f"{value.count:,}", value.value
        if value.is_selected:
            url = str(address.removing(name, parameter))
            yield FacetLink(label, count, "chosen", url, "")
        elif value.is_refused:
            url = str(address.removing(refused, parameter))
            yield FacetLink(label, count, "refused", url, "")
        else:
            yield FacetLink(label, count, "", choosing(parameter), refusing(parameter))


def chips(query: SearchQuery, names: Mapping[str, Names], address: Address) -> list[Chip]:
    """All that narrows the list."""
    return list(_chips(query, names, address))


def _chips(query: SearchQuery, names: Mapping[str, Names], address: Address) -> Iterator[Chip]:
    if query.words:
        yield Chip("Words", query.text, str(address.setting("q")))
    for one in query.selections:
        label, known = BY_NAME[one.facet].label_for(query.unit), names[one.facet]
        for prefix, parameter, keys in (
            ("", one.facet, one.any_of),
            ("not ", f"not_{one.facet}", one.none_of),
        ):
            for shown in (known[key] for key in keys if key in known):
                url = str(address.removing(parameter, shown.parameter))
                yield Chip(label, prefix + shown.label, url)
    if not query.period.is_always:
        url = str(address.without("from", "to", "last"))
        yield Chip("Date", said_of_period(query.period), url)
    if query.folded:
        yield Chip("Copies", "unique texts", str(address.setting("copies")))


def sort_choices(query: SearchQuery, address: Address) -> list[Choice]:
    """Relevance is offered where there are words to be relevant to."""
    offered = [sort for sort in Sort if query.words or sort != Sort.RELEVANCE]
    current = query.sort if query.sort in offered else Sort.NEWEST
    usual = offered[0]
    return [
        Choice(
            sort.value.capitalize(),
            str(address.setting("sort", "" if sort == usual else sort.value)),
            sort == current,
        )
        for sort in offered
    ]


def copies_choices(query: SearchQuery, address: Address) -> list[Choice]:
    return [
        Choice("Every copy", str(address.setting("copies")), not query.folded),
        Choice("Unique texts", str(address.setting("copies", "folded")), query.folded),
    ]
