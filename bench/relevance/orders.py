"""The first ten answers to a question: of the archive's search, and of the library by itself."""

from functools import lru_cache

from articles.search import SearchQuery, get_engine, search
from articles.search.engines.embedded.build import Build
from articles.search.engines.embedded.queries import WEIGHTS
from articles.search.engines.embedded.store import Store
from articles.search.query import Unit
from articles.search.syntax import parse
from bench.relevance.gain import DEPTH


def of_the_archive(typed: str) -> list[int]:
    query = SearchQuery(words=parse(typed), text=typed, page_size=DEPTH)
    return list(search(query, facets=()).ids)


def of_the_library(typed: str, *, every_word: bool = False) -> list[int]:
    """The library's own parser and ranking over the same fields of the same index; it looks for
    any of the words unless it is told to look for every one."""
    build = _build(get_engine().location)
    searcher = build.view().searcher
    query, _ = build.indexes[Unit.ARTICLES].parse_query_lenient(
        typed, list(WEIGHTS[Unit.ARTICLES]), conjunction_by_default=every_word
    )
    found = searcher.search(query, limit=DEPTH).hits
    addresses = [address for _, address in found]
    return [int(key) for key in searcher.fast_field_values("id", addresses)] if addresses else []


@lru_cache(maxsize=2)
def _build(location: str) -> Build:
    return Build(Store(location).current())
