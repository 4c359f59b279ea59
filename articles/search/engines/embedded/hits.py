"""The hits of one page, in order."""

from collections.abc import Iterator

from tantivy import DocAddress, Order, Query

from articles.search.engines.embedded.asked import MATCHES, Asked
from articles.search.engines.embedded.folding import Earliest, earliest_of
from articles.search.engines.embedded.ranking import ranked_query
from articles.search.query import SearchQuery, Sort

Found = tuple[int, int]  # a key, and how many matching copies it stands for


def page_of(asked: Asked, query: SearchQuery) -> tuple[Found, ...]:
    """Keys with their numbers of copies; kept while the index has not changed."""
    name = ("hits", query.sort, query.page, query.page_size)
    return asked.answer(name, lambda: _page(asked, query))


def _page(asked: Asked, query: SearchQuery) -> tuple[Found, ...]:
    if query.folded:
        return tuple(_folded(asked, query))
    addresses = _addresses(asked, query, query.offset, query.page_size)
    return tuple((int(key), 1) for key in _values(asked, "id", addresses))


def _folded(asked: Asked, query: SearchQuery) -> Iterator[Found]:
    """The same order, only those that stand for their set left in it."""
    to_pass, to_give = query.offset, query.page_size
    at, stretch = 0, query.offset + 2 * query.page_size
    while to_give and (addresses := _addresses(asked, query, at, stretch)):
        standing = _standing(asked, addresses)
        yield from standing[to_pass : to_pass + to_give]
        to_give -= len(standing[to_pass : to_pass + to_give])
        to_pass = max(0, to_pass - len(standing))
        at, stretch = at + stretch, stretch * 2


def _standing(asked: Asked, addresses: list[DocAddress]) -> list[Found]:
    keys, sets = _values(asked, "id", addresses), _values(asked, "copies", addresses)
    named = {one for one in sets if one}
    earliest = earliest_of(asked, named) if named else {}
    stands = [
        (key, earliest.get(one, Earliest(key, 1))) for key, one in zip(keys, sets, strict=True)
    ]
    return [(int(key), its.copies) for key, its in stands if its.key == key]


def _addresses(asked: Asked, query: SearchQuery, offset: int, limit: int) -> list[DocAddress]:
    """Counts on the way what matches, unless that is known."""
    looked_for, order = _in_order(asked, query)
    is_counting = asked.known(MATCHES) is None
    found = asked.view.searcher.search(
        looked_for, limit=limit, offset=offset, count=is_counting, **order
    )
    if is_counting:
        asked.keep(MATCHES, found.count)
    return [address for _, address in found.hits]


def _values(asked: Asked, field: str, addresses: list[DocAddress]) -> list:
    return asked.view.searcher.fast_field_values(field, addresses) if addresses else []


def _in_order(asked: Asked, query: SearchQuery) -> tuple[Query, dict]:
    """What to ask for, and how the library is to order it."""
    if query.sort is Sort.RELEVANCE and query.words is not None:
        ranked = ranked_query(query, asked.view.schema, asked.matching)
        return ranked, {"weight_by_field": "freshness"}
    if query.sort is Sort.OLDEST:
        return asked.matching, {"order_by_field": "oldest", "order": Order.Asc}
    return asked.matching, {"order_by_field": "newest"}
