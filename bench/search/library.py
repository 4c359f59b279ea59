"""The same question asked of the bare library, and of our engine layer over it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.search.engines import get_engine
from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.kept import Kept
from articles.search.engines.embedded.queries import library_query
from articles.search.engines.embedded.ranking import ranked_query
from articles.search.engines.embedded.schema import count_field
from articles.search.facets import FacetField
from articles.search.query import SearchQuery, Sort

EVERY_VALUE = 65_000


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: of the bare library, of our layer at first, and of it asked again; and how
    many it found."""

    bare: float
    engine: float
    again: float
    total: int


def times_of(query: SearchQuery, facets: tuple[FacetField, ...]) -> Times:
    engine = get_engine()
    view = engine._serving().view(query.unit)  # the bench looks under the hood on purpose
    bare = took(lambda: ask_bare(view, query, facets))
    engine._kept = Kept()
    first = took(lambda: engine.search(query, facets))
    again = took(lambda: engine.search(query, facets))
    return Times(bare, first, again, engine.search(query).total)


def ask_bare(view: View, query: SearchQuery, facets: tuple[FacetField, ...]) -> None:
    """Twenty hits with their ids, the total, and each facet without its own selection."""
    matching = library_query(query, view.schema)
    is_ranked = bool(query.words) and query.sort is Sort.RELEVANCE
    found = view.searcher.search(
        ranked_query(query, view.schema, matching) if is_ranked else matching,
        limit=query.page_size,
        offset=query.offset,
        count=True,
        **({"weight_by_field": "freshness"} if is_ranked else {"order_by_field": "newest"}),
    )
    if found.hits:
        view.searcher.fast_field_values("id", [address for _, address in found.hits])
    chosen = [facet for facet in facets if query.selected(facet.name)]
    _aggregate(view, matching, (facet for facet in facets if facet not in chosen))
    for facet in chosen:
        _aggregate(view, library_query(query.without(facet.name), view.schema), [facet])


def _aggregate(view: View, matching, facets: Iterable[FacetField]) -> None:
    view.searcher.aggregate(
        matching,
        {
            facet.name: {
                "terms": {
                    "field": count_field(facet),
                    "size": facet.shown,
                    "segment_size": EVERY_VALUE,
                }
            }
            for facet in facets
        },
    )


def took(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
