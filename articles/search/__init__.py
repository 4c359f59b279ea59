"""Search: a frozen question in, a finished answer out, whatever the engine.

    search(SearchQuery(words=parse("tuberville OR sessions"))) -> SearchResults

Raises BadQuery for the reader's mistakes, EngineUnavailable where the engine can't answer.
"""

from articles.search.answers import counted, counts_of, index_state, search, total_of
from articles.search.engines import get_engine
from articles.search.errors import BadQuery, EngineUnavailable, IndexBusy, SearchError
from articles.search.facets import FACETS
from articles.search.query import SearchQuery, Selection, Sort
from articles.search.results import Facet, FacetValue, Fragment, Hit, SearchResults

__all__ = [
    "FACETS",
    "BadQuery",
    "EngineUnavailable",
    "Facet",
    "FacetValue",
    "Fragment",
    "Hit",
    "IndexBusy",
    "SearchError",
    "SearchQuery",
    "SearchResults",
    "Selection",
    "Sort",
    "counted",
    "counts_of",
    "get_engine",
    "index_state",
    "search",
    "total_of",
]
