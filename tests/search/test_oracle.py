"""The simple engine keeps the contract; on random archives the embedded one says what it says."""

import os
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles.search.engines.base import ArticleDocument, Engine, FacetCounts, Found
from articles.search.engines.embedded import EmbeddedEngine
from articles.search.errors import BadQuery
from articles.search.facets import EVERY_VALUE, FacetField, facets_of
from articles.search.query import SearchQuery, Sort
from tests.search.engine_contract import EngineContract
from tests.search.oracle import OracleEngine
from tests.search.random_archives import document, question

QUESTIONS = 20
SHOWN = 2
SEEDS = st.integers(0, 2**32)
EXAMPLES = 5000 if os.environ.get("SOAK") else 320
AGREEING = settings(
    max_examples=EXAMPLES // QUESTIONS,
    deadline=None,
    derandomize=not os.environ.get("SOAK"),
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)


class TestOracleEngine(EngineContract):
    @pytest.fixture
    def engine(self, quick_folder):
        return OracleEngine(str(quick_folder))


@pytest.fixture
def engines(quick_folder) -> Iterator[tuple[Engine, Engine]]:
    embedded = EmbeddedEngine(str(quick_folder / "embedded"))
    yield embedded, OracleEngine(str(quick_folder / "oracle"))
    embedded.close()


@pytest.mark.soak
@AGREEING
@given(
    st.lists(SEEDS, min_size=1, max_size=10),
    st.lists(SEEDS, min_size=QUESTIONS, max_size=QUESTIONS),
)
def test_both_engines_agree(engines, archive, asked):
    documents = [document(number, seed) for number, seed in enumerate(archive, start=1)]
    for engine in engines:
        fill(engine, documents)
    for seed in asked:
        agree(*engines, question(seed))


def fill(engine: Engine, archive: list[ArticleDocument]) -> None:
    """In several commits, with something replaced and something removed."""
    half = len(archive) // 2
    engine.clear()
    engine.index([*archive[:half], ArticleDocument(1, headline="vote", copy_set=5)])
    engine.index([*archive[half:], archive[0], ArticleDocument(99, headline="vote")])
    engine.delete([99])


def agree(embedded: Engine, oracle: Engine, query: SearchQuery) -> None:
    facets = [replace(facet, shown=SHOWN) for facet in facets_of(query.unit)]
    whole = [replace(facet, shown=EVERY_VALUE) for facet in facets]
    if query.sort is Sort.RELEVANCE and query.words:
        query = replace(query, page=1, page_size=200)  # their orders differ
    answer, truth = answered(embedded, query, facets), answered(oracle, query, whole)
    if not isinstance(truth, Found):
        assert isinstance(answer, BadQuery), query
        return
    assert hits_of(answer, query) == hits_of(truth, query), query
    assert answer.total == truth.total, query
    for facet in facets:
        counts, every = answer.counts[facet.name], truth.counts[facet.name]
        assert counts.exact
        assert is_right(counts, every, facet, query), (facet.name, query)


def answered(engine: Engine, query: SearchQuery, facets: list[FacetField]) -> Found | BadQuery:
    try:
        return engine.search(query, facets)
    except BadQuery as refusal:
        return refusal


def hits_of(found: Found, query: SearchQuery) -> list[tuple[int, int]]:
    hits = [(hit.key, hit.copies) for hit in found.hits]
    return sorted(hits) if query.sort is Sort.RELEVANCE and query.words else hits


def is_right(
    counts: FacetCounts, every: FacetCounts, facet: FacetField, query: SearchQuery
) -> bool:
    """The first values and those named in the question, and whether there are more.

    Of values with equal counts any may be the last that is listed.
    """
    rank = itemgetter(0 if facet.is_by_time else 1)
    named = {*query.selected(facet.name), *query.refused(facet.name)}
    found = sorted((pair for pair in every.values if pair[1]), key=rank, reverse=True)
    first = found[: facet.shown]
    least = min(map(rank, first), default=0)
    return (
        len(dict(counts.values)) == len(counts.values)
        and named <= dict(counts.values).keys()
        and {pair for pair in found if rank(pair) > least}
        <= set(counts.values)
        <= set(every.values)
        and all(rank(pair) >= least for pair in counts.values if pair[0] not in named)
        and len(first) <= len(counts.values) <= len(first) + len(named)
        and counts.has_more == (len(found) > facet.shown)
    )
