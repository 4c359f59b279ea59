"""A question answered: the engine's ids and counts, with labels and shown text from the rows."""

from articles.search.documents import shown_texts
from articles.search.engines import get_engine
from articles.search.facets import FACETS
from articles.search.labels import labelled
from articles.search.query import SearchQuery
from articles.search.results import SearchResults


def search(query: SearchQuery) -> SearchResults:
    """Hits in order, with snippets, and every facet counted without its own selection.

    Raises BadQuery, EngineUnavailable.
    """
    found = get_engine().search(query, FACETS, shown_texts)
    return SearchResults(found.hits, found.total, labelled(found.counts, query), query)
