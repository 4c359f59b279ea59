"""A question answered: the engine's keys and counts, with labels and shown text from the rows."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone

from articles.search.documents import shown_quotes, shown_texts
from articles.search.engines import get_engine
from articles.search.engines.base import FacetCounts, TextsOf
from articles.search.facets import FacetField, facets_of
from articles.search.labels import labelled
from articles.search.query import SearchQuery, Unit
from articles.search.results import Facet, SearchResults
from articles.search.synonyms import expanded

SHOWN = {Unit.ARTICLES: shown_texts, Unit.QUOTES: shown_quotes}


def search(
    query: SearchQuery,
    facets: Iterable[FacetField] | None = None,
    texts_of: TextsOf | None = None,
) -> SearchResults:
    """Hits in order, with snippets, and each of the facets (all, unless some are named) counted
    without its own selection. ``texts_of``: what may be shown of hits, where they are read anyway.

    Raises BadQuery, EngineUnavailable.
    """
    wanted = facets_of(query.unit) if facets is None else tuple(facets)
    found = get_engine().search(looked_for(query), wanted, texts_of or SHOWN[query.unit])
    return SearchResults(found.hits, found.total, labelled(found.counts, query), query)


def looked_for(query: SearchQuery) -> SearchQuery:
    """What the engine is asked: today's period, and every way the words are written."""
    return replace(query.on(timezone.localdate()), words=expanded(query.words))


def total_of(query: SearchQuery) -> int:
    """How many it finds. Raises as ``search``."""
    return get_engine().search(_any_hit(query)).total


def counted(query: SearchQuery, facet: FacetField) -> Facet:
    """One facet of the question, without its hits. Raises as ``search``."""
    return labelled({facet.name: counts_of(query, facet)}, query)[0]


def counts_of(query: SearchQuery, facet: FacetField) -> FacetCounts:
    """As the engine counts: keys and numbers, no label looked up yet. Raises as ``search``."""
    return get_engine().search(_any_hit(query), (facet,)).counts[facet.name]


def _any_hit(query: SearchQuery) -> SearchQuery:
    return replace(looked_for(query), page=1, page_size=1)


def index_state() -> str:
    """What names the state of the index; empty where it can't answer or can't tell."""
    return get_engine().state()
