"""Facet counts: each facet over what matches all selections but its own.

What was counted is kept while the index has not changed: another page, another order and the facet
that was chosen from itself need no counting again.
"""

from collections.abc import Hashable, Iterable, Mapping

from articles.search.engines.base import FacetCounts
from articles.search.engines.embedded.asked import MATCHES, Asked
from articles.search.engines.embedded.folding import (
    MOST_BUCKETS,
    OVER_THE_LIMIT,
    extra_by_value,
)
from articles.search.engines.embedded.rows import value_code
from articles.search.engines.embedded.schema import (
    SET_MARK,
    count_field,
    fold_field,
    is_counted_as_set,
)
from articles.search.engines.embedded.totals import total_of
from articles.search.facets import FacetField
from articles.search.query import FacetKey, SearchQuery

Pairs = list[tuple[FacetKey, int]]
KEPT_VALUES = 500  # longer lists are asked for seldom and would fill the memory
NOTHING = FacetCounts(())


def facet_counts(
    asked: Asked, query: SearchQuery, facets: Iterable[FacetField]
) -> Mapping[str, FacetCounts]:
    """By facet name. Facets that range over the same matches share one pass."""
    wanted, chosen = list(facets), {one.facet for one in query.selections}
    counts = Counting(asked).of([facet for facet in wanted if facet.name not in chosen])
    for facet in wanted:
        if facet.name in chosen:
            others = asked.without(facet.name)
            counts |= Counting(others).of([facet])
            counts[facet.name] = _with_chosen(counts[facet.name], facet, query, others)
    return counts


class Counting:
    """The facets of one set of matches."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def of(self, facets: list[FacetField]) -> dict[str, FacetCounts]:
        if self.asked.known(MATCHES) == 0:
            return dict.fromkeys((facet.name for facet in facets), NOTHING)
        found = {facet.name: self.asked.known(_name(facet)) for facet in facets}
        missing = [facet for facet in facets if found[facet.name] is None]
        for facet, counts in zip(missing, self._count(missing), strict=True):
            if len(counts.values) <= KEPT_VALUES:
                self.asked.keep(_name(facet), counts)
            found[facet.name] = counts
        return found

    def _count(self, facets: list[FacetField]) -> list[FacetCounts]:
        if not facets:
            return []
        answers, extra = self._aggregate(facets), self._extra(facets)
        return [
            self._read(facet, answers[facet.name], extra.get(fold_field(facet), {}))
            for facet in facets
        ]

    def _extra(self, facets: list[FacetField]) -> dict[str, dict[int, int]]:
        if not self.asked.query.folded:
            return {}
        return extra_by_value(self.asked, [fold_field(facet) for facet in facets])

    def _aggregate(self, facets: list[FacetField]) -> dict:
        specs = {facet.name: self._terms(facet) for facet in facets}
        try:
            return self.asked.view.searcher.aggregate(self.asked.matching, specs)
        except ValueError as error:
            if OVER_THE_LIMIT not in str(error).lower():
                raise
            return {facet.name: self._rough(facet) for facet in facets}

    def _rough(self, facet: FacetField) -> dict:
        """Over the limit: fewer values a segment; the library tells how far off they may be."""
        spec = self._terms(facet)
        spec["terms"]["segment_size"] = spec["terms"]["size"] = facet.shown * 20
        return self.asked.view.searcher.aggregate(self.asked.matching, {facet.name: spec})[
            facet.name
        ]

    def _terms(self, facet: FacetField) -> dict:
        """Each segment reports every value, so that their sum is exact.

        All are listed where sets are taken apart or copies drawn off: both change the order.
        """
        is_listed_whole = is_counted_as_set(facet) or self.asked.query.folded
        size = MOST_BUCKETS if is_listed_whole else min(facet.shown, MOST_BUCKETS)
        spec = {"field": count_field(facet), "size": size, "segment_size": MOST_BUCKETS}
        if facet.is_by_time and not is_listed_whole:
            spec["order"] = {"_key": "desc"}
        return {"terms": spec}

    def _read(self, facet: FacetField, answer: dict, extra: dict[int, int]) -> FacetCounts:
        """``extra``: by value code, what to draw off since copies are folded."""
        value = int if facet.is_whole_number else str
        pairs = [(value(one["key"]), one["doc_count"]) for one in answer["buckets"]]
        if is_counted_as_set(facet):
            pairs = _of_sets(pairs)
        if extra:
            pairs = [(key, count - extra.get(value_code(key), 0)) for key, count in pairs]
        pairs.sort(key=_newest_first if facet.is_by_time else _most_first)
        return FacetCounts(
            tuple(pairs[: facet.shown]),
            exact=not answer.get("doc_count_error_upper_bound"),
            has_more=len(pairs) > facet.shown or answer.get("sum_other_doc_count", 0) > 0,
        )


def _name(facet: FacetField) -> Hashable:
    return "counts", facet.name, facet.shown


def _of_sets(pairs: Pairs) -> Pairs:
    """Counts of sets of values -> counts of values."""
    counts: dict[FacetKey, int] = {}
    for values, count in pairs:
        for value in str(values).split(SET_MARK):
            counts[value] = counts.get(value, 0) + count
    return list(counts.items())


def _newest_first(pair: tuple[FacetKey, int]) -> int:
    return -int(pair[0])


def _most_first(pair: tuple[FacetKey, int]) -> tuple:
    return -pair[1], pair[0]


def _with_chosen(
    counts: FacetCounts, facet: FacetField, query: SearchQuery, others: Asked
) -> FacetCounts:
    """What is chosen or refused stays listed, at 0 if nothing has it."""
    listed = {value for value, _ in counts.values}
    named = dict.fromkeys((*query.selected(facet.name), *query.refused(facet.name)))
    missing = [value for value in named if value not in listed]
    if not missing:
        return counts
    values = counts.values + tuple(
        (value, total_of(others.choosing(facet.name, value))) for value in missing
    )
    if facet.is_by_time:
        values = tuple(sorted(values, key=_newest_first))
    return FacetCounts(values, counts.exact, counts.has_more)
