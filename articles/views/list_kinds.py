"""What a list is of: articles, or what was said in them. All else of the two lists is one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from articles.filters import ListFilterSet
from articles.search import SearchQuery
from articles.search.facets import FacetField, facets_of
from articles.search.query import Unit
from articles.search.results import Hit
from articles.views.addresses import place_of

# Counted further than their groups show, for the bars over time.
COUNTED = {"year": 100, "month": 72}


class Row(Protocol):
    """What a list shows of a hit; ``day`` is its date, if known."""

    @property
    def day(self): ...


class Reader(Protocol):
    """Reads what a page shows of its hits; there is one for each page."""

    def texts_of(self, keys: tuple[int, ...]) -> Mapping[int, str]:
        """By key, what snippets may be cut from."""

    def rows(self, hits: Sequence[Hit]) -> Sequence[Row]:
        """In the order of the hits; what is not public any more is left out."""


@dataclass(frozen=True, slots=True)
class ListKind:
    """``one`` and ``many`` are the nouns of the unit, ``text`` and ``texts`` of folded ones.

    ``opened``: the facets whose groups are open, and counted, without being asked for.
    """

    unit: Unit
    filter_set: type[ListFilterSet]
    template: str
    route: str
    facet_route: str
    one: str
    many: str
    text: str
    texts: str
    opened: frozenset[str]
    reader: Callable[[], Reader]

    def noun(self, number: int, *, folded: bool) -> str:
        one, many = (self.text, self.texts) if folded else (self.one, self.many)
        return one if number == 1 else many

    def numbered(self, number: int, query: SearchQuery) -> str:
        """ "1 article", "12,000 texts"."""
        return f"{number:,} {self.noun(number, folded=query.folded)}"

    @property
    def url(self) -> str:
        return place_of(self.route)

    def facet_url(self, name: str) -> str:
        return place_of(self.facet_route, name)

    def open_facets(self, query: SearchQuery, asked_for: Sequence[str]) -> set[str]:
        """Those that are always open, those with a selection, and those that were asked for."""
        return {*self.opened, *asked_for, *(one.facet for one in query.selections)}

    def counted_facets(self, opened: set[str]) -> list[FacetField]:
        """What the search must count: the open groups and what the bars need."""
        return [
            replace(facet, shown=COUNTED.get(facet.name, facet.shown))
            for facet in facets_of(self.unit)
            if facet.name in opened or facet.name in COUNTED
        ]
