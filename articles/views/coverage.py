"""What the search index tells of the one thing a page is about, and what is said without it."""

import logging
from collections.abc import Callable

from articles.search import EngineUnavailable, Hit, SearchQuery, SearchResults, Sort
from articles.search.query import FacetKey, Unit
from articles.views.rows import ArticleRow, rows_of_hits

logger = logging.getLogger(__name__)


def newest_of(facet: str, key: FacetKey, size: int = 1, unit: Unit = Unit.ARTICLES) -> SearchQuery:
    """The question for the ``size`` newest articles, or quotes, that have this value."""
    return SearchQuery(sort=Sort.NEWEST, page_size=size, unit=unit).choosing(facet, key)


def newest_rows(found: SearchResults) -> list[ArticleRow]:
    """Rows of the hits with how each begins: without words there is nothing to mark."""
    return rows_of_hits(map(Hit, found.ids))


def told_by_index(tell: Callable[[], dict]) -> dict:
    """What ``tell`` gives a page, and ``is_counted``: False, and nothing else, where it finds that
    the index can't answer."""
    try:
        return {**tell(), "is_counted": True}
    except EngineUnavailable as failure:
        logger.error("A page does without the index: %s", failure)
        return {"is_counted": False}
