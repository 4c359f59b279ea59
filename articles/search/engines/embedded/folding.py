"""Copies folded: of those of one set that match, the earliest stands for all.

Counting takes the counts of all copies and draws off what was counted more than once: the pairs
of (copy set, value) that several matching copies share. They are few, and the library counts them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tantivy import Occur, Order, Query

from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.rows import PARTS, VALUE_BITS

MOST_BUCKETS = 65_000  # the library's limit for one question
OVER_THE_LIMIT = "bucket limit"


@dataclass(frozen=True, slots=True)
class Earliest:
    """The copy that stands for its set, and how many match."""

    key: int
    copies: int


def extra_copies(view: View, matching: Query) -> int:
    """How many of what matches stand behind another copy."""
    return sum(count - 1 for _, count in _repeated(view, matching, "copies"))


def extra_by_value(view: View, matching: Query, field: str) -> dict[int, int]:
    """By value code (see ``rows.value_code``), how many were counted too many of it."""
    extra: dict[int, int] = {}
    for pair, count in _repeated(view, matching, field):
        value = pair & ((1 << VALUE_BITS) - 1)
        extra[value] = extra.get(value, 0) + count - 1
    return extra


def earliest_of(view: View, matching: Query, sets: Iterable[int]) -> dict[int, Earliest]:
    """By copy set, the earliest of its copies that match."""
    wanted = Query.term_set_query(view.schema, "copies", list(sets))
    members = Query.boolean_query([(Occur.Must, matching), (Occur.Must, wanted)])
    most = max(1, view.searcher.search(members, limit=1).count)
    hits = view.searcher.search(members, limit=most, order_by_field="oldest", order=Order.Asc).hits
    addresses = [address for _, address in hits]
    earliest: dict[int, Earliest] = {}
    for key, one in zip(
        view.searcher.fast_field_values("id", addresses),
        view.searcher.fast_field_values("copies", addresses),
        strict=True,
    ):
        before = earliest.get(one, Earliest(key, 0))
        earliest[one] = Earliest(before.key, before.copies + 1)
    return earliest


def _repeated(view: View, matching: Query, field: str) -> Iterator[tuple[int, int]]:
    """What several matching documents have in ``field``, and how many of them have it.

    Where there are too many pairs for one question to the library, it is asked part by part.
    """
    whole = _counted(view, matching, field)
    if whole is not None:
        yield from whole
        return
    for part in range(PARTS):
        of_part = Query.term_query(view.schema, "part", part)
        both = Query.boolean_query([(Occur.Must, matching), (Occur.Must, of_part)])
        yield from _counted(view, both, field) or ()


def _counted(view: View, matching: Query, field: str) -> list[tuple[int, int]] | None:
    """None where the library could not count them all."""
    most = {"size": MOST_BUCKETS, "segment_size": MOST_BUCKETS, "min_doc_count": 2}
    try:
        answer = view.searcher.aggregate(matching, {field: {"terms": {"field": field, **most}}})
    except ValueError as error:
        if OVER_THE_LIMIT not in str(error).lower():
            raise
        return None
    found = answer[field]
    if found.get("doc_count_error_upper_bound") or found.get("sum_other_doc_count"):
        return None
    return [(int(one["key"]), one["doc_count"]) for one in found["buckets"]]
