"""What the indexes hold of each article, told by one number: for comparing with the database."""

from collections import Counter
from collections.abc import Iterator

from tantivy import FieldType, Query

from articles.search.engines.embedded.build import View

SLICE = 50_000  # article keys read at once
TORN = 0  # the fingerprint of no document


def fingerprints_of(articles: View, quotes: View) -> dict[int, int]:
    """By article, the fingerprint it was indexed with; TORN where its quotes are not all there,
    or are those of an article that is not."""
    last = max(_last(articles, "id"), _last(quotes, "article"))
    found: dict[int, int] = {}
    for first in range(0, last + 1, SLICE):
        found |= _slice(articles, quotes, first)
    return found


def _slice(articles: View, quotes: View, first: int) -> dict[int, int]:
    said = Counter(_rows(quotes, first, "article", "fingerprint"))
    all_said = Counter(article for article, _ in said.elements())
    found = dict.fromkeys(all_said, TORN)
    for article, fingerprint, number in _rows(
        articles, first, "id", "fingerprint", "quotes_indexed"
    ):
        is_whole = said[article, fingerprint] == all_said[article] == number
        found[article] = fingerprint if is_whole else TORN
    return found


def _rows(view: View, first: int, key: str, *others: str) -> Iterator[tuple[int, ...]]:
    """The values of these columns, of what has a ``key`` in the slice that begins at ``first``."""
    within = Query.range_query(view.schema, key, FieldType.Integer, first, first + SLICE - 1)
    number = view.searcher.search(within, limit=1).count
    if not number:
        return iter(())
    hits = view.searcher.search(within, limit=number, count=False, order_by_field=key).hits
    addresses = [address for _, address in hits]
    columns = (view.searcher.fast_field_values(name, addresses) for name in (key, *others))
    return zip(*columns, strict=True)


def _last(view: View, key: str) -> int:
    hits = view.searcher.search(Query.all_query(), limit=1, order_by_field=key).hits
    return hits[0][0] if hits else -1
