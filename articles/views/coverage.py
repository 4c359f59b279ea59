"""What the search index tells of the one thing a page is about, and what is said without it."""

import logging
from collections.abc import Callable

from articles.models import Article
from articles.search import EngineUnavailable, SearchQuery, SearchResults, Sort
from articles.search.query import FacetKey, Unit
from articles.views.rows import ArticleRow, article_rows

logger = logging.getLogger(__name__)


def newest_of(facet: str, key: FacetKey, size: int = 1, unit: Unit = Unit.ARTICLES) -> SearchQuery:
    """The question for the ``size`` newest articles, or quotes, that have this value."""
    return SearchQuery(sort=Sort.NEWEST, page_size=size, unit=unit).choosing(facet, key)


def newest_rows(found: SearchResults) -> list[ArticleRow]:
    """Rows of those of the newest hits that are public still, with how each begins."""
    articles = Article.objects.public().filter(pk__in=found.ids)
    return article_rows(articles.for_lists().newest_first())


def told_by_index(tell: Callable[[], dict]) -> dict:
    """What ``tell`` gives a page, and ``is_counted``: False, and nothing else, where it finds that
    the index can't answer."""
    try:
        return {**tell(), "is_counted": True}
    except EngineUnavailable as failure:
        logger.error("A page does without the index: %s", failure)
        return {"is_counted": False}
