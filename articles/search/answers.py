"""A question answered: the engine's keys and counts, with labels and shown text from the rows."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone

from articles.search.documents import shown_quotes, shown_texts
from articles.search.engines import get_engine
from articles.search.facets import FacetField, facets_of
from articles.search.labels import labelled
from articles.search.query import SearchQuery, Unit
from articles.search.results import SearchResults
from articles.search.synonyms import expanded

SHOWN = {Unit.ARTICLES: shown_texts, Unit.QUOTES: shown_quotes}


def search(query: SearchQuery, facets: Iterable[FacetField] | None = None) -> SearchResults:
    """Hits in order, with snippets, and each of the facets (all, unless some are named) counted
    without its own selection.

    Raises BadQuery, EngineUnavailable.
    """
    wanted = facets_of(query.unit) if facets is None else tuple(facets)
    settled = query.on(timezone.localdate())
    settled = replace(settled, words=expanded(settled.words))
    found = get_engine().search(settled, wanted, SHOWN[query.unit])
    return SearchResults(found.hits, found.total, labelled(found.counts, query), query)
