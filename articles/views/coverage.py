"""What the search index tells of the one thing a page is about, and what is said without it."""

import logging
from collections.abc import Callable

from articles.search import EngineUnavailable, SearchQuery, Sort
from articles.search.query import FacetKey, Unit

logger = logging.getLogger(__name__)


def newest_of(facet: str, key: FacetKey, size: int = 1, unit: Unit = Unit.ARTICLES) -> SearchQuery:
    """The question for the ``size`` newest articles, or quotes, that have this value."""
    return SearchQuery(sort=Sort.NEWEST, page_size=size, unit=unit).choosing(facet, key)


def told_by_index(tell: Callable[[], dict]) -> dict:
    """What ``tell`` gives a page, and ``is_counted``: False, and nothing else, where it finds that
    the index can't answer."""
    try:
        return {**tell(), "is_counted": True}
    except EngineUnavailable as failure:
        logger.error("A page does without the index: %s", failure)
        return {"is_counted": False}
