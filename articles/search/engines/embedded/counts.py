"""Facet counts: each facet over what matches all selections but its own."""

from collections.abc import Iterable, Mapping

from tantivy import Occur, Query, Schema, Searcher

from articles.search.engines.base import FacetCounts
from articles.search.engines.embedded.queries import library_query, value_query
from articles.search.facets import FacetField
from articles.search.query import FacetKey, SearchQuery

# Each segment reports so many values, so that their sum is exact; the library's own limit is
# 65,000 buckets a question.
VALUES_OF_A_SEGMENT = 65_000


def facet_counts(
    searcher: Searcher, schema: Schema, query: SearchQuery, facets: Iterable[FacetField]
) -> Mapping[str, FacetCounts]:
    """By facet name. Facets without a selection share one pass over the matches."""
    chosen = [facet for facet in facets if query.selected(facet.name)]
    plain = [facet for facet in facets if facet not in chosen]
    counts = _counted(searcher, schema, query, plain, query)
    for facet in chosen:
        counts |= _counted(searcher, schema, query.without(facet.name), [facet], query)
    return {facet.name: counts[facet.name] for facet in facets}


def _counted(
    searcher: Searcher,
    schema: Schema,
    narrowed: SearchQuery,
    facets: list[FacetField],
    query: SearchQuery,
) -> dict[str, FacetCounts]:
    if not facets:
        return {}
    matching = library_query(narrowed, schema)
    answers = _aggregate(searcher, matching, facets)
    return {
        facet.name: _with_selected(
            _read(facet, answers[facet.name]),
            facet,
            query.selected(facet.name),
            lambda value, facet=facet: _count(searcher, schema, matching, facet, value),
        )
        for facet in facets
    }


def _aggregate(searcher: Searcher, matching: Query, facets: list[FacetField]) -> dict:
    try:
        return searcher.aggregate(matching, {facet.name: _terms(facet) for facet in facets})
    except ValueError as error:
        if "bucket" not in str(error).lower():
            raise
        return {facet.name: _rough(searcher, matching, facet) for facet in facets}


def _rough(searcher: Searcher, matching: Query, facet: FacetField) -> dict:
    """Over the limit: fewer values a segment; the library tells how far off the counts may be."""
    spec = _terms(facet)
    spec["terms"]["segment_size"] = facet.shown * 20
    return searcher.aggregate(matching, {facet.name: spec})[facet.name]


def _terms(facet: FacetField) -> dict:
    spec = {
        "field": facet.index_field,
        "size": facet.shown,
        "segment_size": VALUES_OF_A_SEGMENT,
    }
    return {"terms": spec | ({"order": {"_key": "desc"}} if facet.is_by_time else {})}


def _read(facet: FacetField, answer: dict) -> FacetCounts:
    pairs = [(_value(facet, one["key"]), one["doc_count"]) for one in answer["buckets"]]
    if not facet.is_by_time:
        pairs.sort(key=lambda pair: (-pair[1], pair[0]))
    return FacetCounts(
        tuple(pairs),
        exact=not answer.get("doc_count_error_upper_bound"),
        has_more=answer.get("sum_other_doc_count", 0) > 0,
    )


def _value(facet: FacetField, key: object) -> FacetKey:
    return int(key) if facet.is_whole_number else str(key)  # type: ignore[call-overload]


def _with_selected(counts: FacetCounts, facet: FacetField, selected, count_of) -> FacetCounts:
    """A chosen value stays listed, at 0 if nothing has it."""
    listed = {value for value, _ in counts.values}
    missing = tuple((value, count_of(value)) for value in selected if value not in listed)
    if not missing:
        return counts
    values = counts.values + missing
    if facet.is_by_time:
        values = tuple(sorted(values, reverse=True))
    return FacetCounts(values, counts.exact, counts.has_more)


def _count(
    searcher: Searcher, schema: Schema, matching: Query, facet: FacetField, value: FacetKey
) -> int:
    one = value_query(facet.name, value, schema)
    both = Query.boolean_query([(Occur.Must, matching), (Occur.Must, one)])
    return searcher.search(both, limit=1, count=True).count
