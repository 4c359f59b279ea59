"""All the values of one facet, page by page, and those whose label holds some text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Q

from articles.extraction.names import fold
from articles.models import Author, Outlet, Person, Race
from articles.search.answers import counts_of
from articles.search.engines.base import FacetCounts
from articles.search.facets import BY_NAME, EVERY_VALUE, FacetField, Values
from articles.search.labels import labelled
from articles.search.query import FacetKey, SearchQuery
from articles.search.results import Facet

LONGEST = 100


@dataclass(frozen=True, slots=True)
class ValuesPage:
    """Some of the ``total`` values of a facet."""

    facet: Facet
    total: int


def values_of(
    query: SearchQuery, facet: FacetField, *, find: str, offset: int, size: int
) -> ValuesPage:
    """The values from ``offset`` on, of those whose label holds ``find``. Raises as ``search``."""
    counts = counts_of(query, replace(facet, shown=EVERY_VALUE))
    text = fold(find[:LONGEST])
    if text:
        counts = replace(counts, values=tuple(_holding(text, facet, counts, query)))
    part = replace(counts, values=counts.values[offset : offset + size])
    return ValuesPage(labelled({facet.name: part}, query)[0], len(counts.values))


def numbers_by(name: str, query: SearchQuery) -> dict[FacetKey, int]:
    """How many it finds by each value of a facet, the most first. Raises as ``search``."""
    return dict(counts_of(query, replace(BY_NAME[name], shown=EVERY_VALUE)).values)


def _holding(
    text: str, facet: FacetField, counts: FacetCounts, query: SearchQuery
) -> list[tuple[FacetKey, int]]:
    if facet.values in (Values.KEY, Values.NUMBER):
        keys = set(HOLDING[facet.noun](text).values_list("pk", flat=True))
        return [pair for pair in counts.values if pair[0] in keys]
    shown = labelled({facet.name: counts}, query)[0].values
    return [
        pair
        for pair, value in zip(counts.values, shown, strict=True)
        if text in fold(value.label) or text in fold(value.value)
    ]


HOLDING: dict[str, Callable] = {
    "person": lambda text: Person.objects.public().filter(names__folded__contains=text),
    "outlet": lambda text: Outlet.objects.filter(
        Q(name__icontains=text) | Q(other_names__name__icontains=text)
    ),
    "race": lambda text: Race.objects.filter(name__icontains=text),
    "author": lambda text: Author.objects.filter(name__icontains=text),
}
