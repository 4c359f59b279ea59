"""The hits of one page, in order."""

from collections.abc import Iterator

from tantivy import DocAddress, Order, Query, Schema

from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.folding import Earliest, earliest_of
from articles.search.engines.embedded.kept import Kept
from articles.search.engines.embedded.queries import library_query
from articles.search.engines.embedded.ranking import ranked_query
from articles.search.query import SearchQuery, Sort

Found = tuple[int, int]  # a key, and how many matching copies it stands for
FIRST_STRETCH = 100


def page_of(view: View, kept: Kept, query: SearchQuery) -> tuple[Found, ...]:
    """Keys with their numbers of copies; kept while the index has not changed."""
    key = (view.generation, query.matching(), query.sort, query.page, query.page_size)
    return kept.get_or((*key, "hits"), lambda: _page(view, query))


def _page(view: View, query: SearchQuery) -> tuple[Found, ...]:
    if query.folded:
        return tuple(_folded(view, query))
    addresses = _addresses(view, query, query.offset, query.page_size)
    return tuple((int(key), 1) for key in _values(view, "id", addresses))


def _folded(view: View, query: SearchQuery) -> Iterator[Found]:
    """The same order, only those that stand for their set left in it."""
    to_pass, to_give = query.offset, query.page_size
    at, stretch = 0, max(FIRST_STRETCH, 2 * query.page_size)
    while to_give and (addresses := _addresses(view, query, at, stretch)):
        standing = _standing(view, query, addresses)
        yield from standing[to_pass : to_pass + to_give]
        to_give -= len(standing[to_pass : to_pass + to_give])
        to_pass = max(0, to_pass - len(standing))
        at, stretch = at + stretch, stretch * 2


def _standing(view: View, query: SearchQuery, addresses: list[DocAddress]) -> list[Found]:
    keys, sets = _values(view, "id", addresses), _values(view, "copies", addresses)
    named = {one for one in sets if one}
    matching = library_query(query, view.schema)
    earliest = earliest_of(view, matching, named) if named else {}
    stands = [
        (key, earliest.get(one, Earliest(key, 1))) for key, one in zip(keys, sets, strict=True)
    ]
    return [(int(key), its.copies) for key, its in stands if its.key == key]


def _addresses(view: View, query: SearchQuery, offset: int, limit: int) -> list[DocAddress]:
    asked, order = _in_order(query, view.schema)
    found = view.searcher.search(asked, limit=limit, offset=offset, count=False, **order)
    return [address for _, address in found.hits]


def _values(view: View, field: str, addresses: list[DocAddress]) -> list:
    return view.searcher.fast_field_values(field, addresses) if addresses else []


def _in_order(query: SearchQuery, schema: Schema) -> tuple[Query, dict]:
    """What to ask for, and how the library is to order it."""
    if query.sort is Sort.RELEVANCE and query.words is not None:
        return ranked_query(query, schema), {"weight_by_field": "freshness"}
    if query.sort is Sort.OLDEST:
        return library_query(query, schema), {"order_by_field": "oldest", "order": Order.Asc}
    return library_query(query, schema), {"order_by_field": "newest"}
