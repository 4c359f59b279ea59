"""Copies folded: of those of one set that match, the earliest stands for all.

Counting takes the counts of all copies and draws off what was counted more than once: the pairs
of (copy set, value) that several matching copies share. They are few, and the library counts them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tantivy import DocAddress, Occur, Order, Query

from articles.search.engines.embedded.asked import Asked
from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.queries import any_of
from articles.search.engines.embedded.rows import PARTS, VALUE_BITS

MOST_BUCKETS = 65_000  # the library's limit for one question
OVER_THE_LIMIT = "bucket limit"
USUAL_MEMBERS = 200  # of the sets of one page; more are asked for where there are more


@dataclass(frozen=True, slots=True)
class Earliest:
    """The copy that stands for its set, and how many match."""

    key: int
    copies: int


def extra_copies(asked: Asked) -> int:
    """How many of what matches stand behind another copy."""
    return sum(count - 1 for _, count in _repeated(asked, "copies"))


def extra_by_value(asked: Asked, fields: list[str]) -> dict[str, dict[int, int]]:
    """By fold field and value code (see ``rows.value_code``), how many were counted too many."""
    at_once = _counted(asked.view, asked.matching, fields)
    return {
        field: _by_value(at_once[field] if at_once else _repeated(asked, field)) for field in fields
    }


def _by_value(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    extra: dict[int, int] = {}
    for pair, count in pairs:
        value = pair & ((1 << VALUE_BITS) - 1)
        extra[value] = extra.get(value, 0) + count - 1
    return extra


def earliest_of(asked: Asked, sets: Iterable[int]) -> dict[int, Earliest]:
    """By copy set, the earliest of its copies that match."""
    wanted = any_of(asked.view.schema, "copies", tuple(sets))
    addresses = _oldest_first(asked, wanted)
    keys, of_sets = (
        asked.view.searcher.fast_field_values(name, addresses) for name in ("id", "copies")
    )
    earliest: dict[int, Earliest] = {}
    for key, one in zip(keys, of_sets, strict=True):
        before = earliest.get(one, Earliest(key, 0))
        earliest[one] = Earliest(before.key, before.copies + 1)
    return earliest


def _oldest_first(asked: Asked, wanted: Query) -> list[DocAddress]:
    """All that match and are ``wanted``."""
    members = Query.boolean_query([(Occur.Must, asked.matching), (Occur.Must, wanted)])
    order = {"order_by_field": "oldest", "order": Order.Asc}
    found = asked.view.searcher.search(members, limit=USUAL_MEMBERS, **order)
    if found.count > USUAL_MEMBERS:
        found = asked.view.searcher.search(members, limit=found.count, **order)
    return [address for _, address in found.hits]


def _repeated(asked: Asked, field: str) -> Iterator[tuple[int, int]]:
    """What several matching documents have in ``field``, and how many of them have it.

    Where there are too many pairs for one question to the library, it is asked part by part.
    """
    view = asked.view
    whole = _counted(view, asked.matching, [field])
    if whole is not None:
        yield from whole[field]
        return
    for part in range(PARTS):
        of_part = Query.term_query(view.schema, "part", part)
        both = Query.boolean_query([(Occur.Must, asked.matching), (Occur.Must, of_part)])
        yield from (_counted(view, both, [field]) or {}).get(field, ())


def _counted(
    view: View, matching: Query, fields: list[str]
) -> dict[str, list[tuple[int, int]]] | None:
    """By field; None where the library could not count them all."""
    most = {"size": MOST_BUCKETS, "segment_size": MOST_BUCKETS, "min_doc_count": 2}
    specs = {field: {"terms": {"field": field, **most}} for field in fields}
    try:
        answer = view.searcher.aggregate(matching, specs)
    except ValueError as error:
        if OVER_THE_LIMIT not in str(error).lower():
            raise
        return None
    if any(map(_is_cut, answer.values())):
        return None
    return {
        field: [(int(one["key"]), one["doc_count"]) for one in found["buckets"]]
        for field, found in answer.items()
    }


def _is_cut(found: dict) -> bool:
    return bool(found.get("doc_count_error_upper_bound") or found.get("sum_other_doc_count"))
