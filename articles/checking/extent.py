"""How much was searched: what "not in this archive" is said of."""

from dataclasses import dataclass

from articles.models import Article
from articles.search import get_engine
from articles.search.query import SearchQuery, Sort, Unit


@dataclass(frozen=True, slots=True)
class Extent:
    """``first`` and ``last`` are the earliest and latest article with a date, if there is any."""

    articles: int
    quotes: int
    first: Article | None
    last: Article | None


def extent() -> Extent:
    """Three questions that the engine keeps the answers of, and one query."""
    engine = get_engine()
    oldest = engine.search(SearchQuery(sort=Sort.OLDEST, page_size=1))
    newest = engine.search(SearchQuery(sort=Sort.NEWEST, page_size=1))
    quotes = engine.search(SearchQuery(unit=Unit.QUOTES, page_size=1))
    keys = [hit.key for found in (oldest, newest) for hit in found.hits]
    dated = Article.objects.public().exclude(published_on=None).in_bulk(keys)
    first, last = (dated.get(key) for key in keys) if keys else (None, None)
    return Extent(oldest.total, quotes.total, first, last)
