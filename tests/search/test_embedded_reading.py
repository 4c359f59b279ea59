"""How the embedded engine reads: what it opens, and of how many copies it knows."""

import pytest

from articles.search.engines.embedded import EmbeddedEngine
from articles.search.engines.embedded.build import Build
from articles.search.engines.embedded.folding import USUAL_MEMBERS
from articles.search.engines.embedded.queries import FEW_TERMS
from articles.search.facets import BY_NAME
from articles.search.query import Selection
from tests.search.engine_contract import asked, document


@pytest.fixture
def engine(tmp_path):
    engine = EmbeddedEngine(str(tmp_path / "index"))
    engine.clear()
    yield engine
    engine.close()


def test_more_copies_than_a_page_has_as_a_rule(engine):
    """Both what is looked up one by one and what is fetched at once have a usual number."""
    copies = range(100, 100 + USUAL_MEMBERS + 60)
    engine.index(document(number, "wire", copy_set=number // 2) for number in copies)
    found = engine.search(asked("wire", folded=True, page_size=200))
    assert found.total == len(copies) // 2
    assert {(hit.key, hit.copies) for hit in found.hits} == {(one, 2) for one in copies[::2]}


def test_more_values_are_chosen_than_are_looked_up_one_by_one(engine):
    engine.index(document(one, facets={"outlet": (one,)}) for one in range(1, 2 * FEW_TERMS))
    for number in (1, 2, FEW_TERMS, FEW_TERMS + 1):
        chosen = (Selection("outlet", any_of=tuple(range(1, number + 1))),)
        assert engine.search(asked("", *chosen)).total == number


def test_nothing_is_counted_where_nothing_matches_but_for_what_is_chosen(engine):
    engine.index([document(1, "runoff", facets={"outlet": (7,), "year": (2020,)})])
    facets = [BY_NAME[name] for name in ("outlet", "year")]
    chosen = (Selection("outlet", any_of=(8,)),)
    found = engine.search(asked("runoff", *chosen), facets)
    assert found.counts["outlet"].values == ((7, 1), (8, 0))
    assert found.counts["year"].values == ()


def test_a_view_is_opened_once_and_anew_after_a_commit(engine):
    engine.index([document(1)])
    build = Build(engine.store.current())
    view = build.view()
    assert build.view() is view
    engine.index([document(2)])
    assert build.view().searcher.num_docs == view.searcher.num_docs + 1
