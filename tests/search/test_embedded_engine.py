"""The embedded engine keeps the contract, and what only it has: folders, locks, formats."""

import shutil
import threading

import pytest
from tantivy import Query

from articles.search.engines.embedded import EmbeddedEngine
from articles.search.engines.embedded.build import Build
from articles.search.engines.embedded.failures import told_as_unavailable
from articles.search.engines.embedded.rows import sort_keys
from articles.search.errors import EngineUnavailable, IndexBusy
from tests.search.engine_contract import STORIES, EngineContract, asked, document


@pytest.fixture
def engine(tmp_path):
    engine = EmbeddedEngine(str(tmp_path / "index"))
    yield engine
    engine.close()


@pytest.fixture
def stocked(engine):
    engine.clear()
    engine.index(STORIES)
    return engine


def ids(engine, text=""):
    return {hit.key for hit in engine.search(asked(text)).hits}


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, quick_folder):
        engine = EmbeddedEngine(str(quick_folder / "index"))
        yield engine
        engine.close()


def test_a_missing_index_is_told_with_its_cure(engine):
    health = engine.health()
    assert not health.is_up
    assert "rebuild_index" in health.problem
    with pytest.raises(EngineUnavailable, match="rebuild_index"):
        engine.search(asked("x"))


@pytest.mark.parametrize("broken", ["meta.json", "format", "*.store", "*.term"])
def test_a_broken_index_is_told_not_crashed_on(stocked, broken):
    stocked.close()
    for path in stocked.store.current().rglob(broken):
        path.unlink() if broken.startswith("*") else path.write_text("{ nonsense")
    assert not stocked.health().is_up
    with pytest.raises(EngineUnavailable, match="search index"):
        stocked.search(asked("runoff"))
    stocked.clear()
    assert stocked.health().is_up


def test_a_panic_of_the_library_is_told_not_crashed_on(stocked):
    searcher = Build(stocked.store.current()).view().searcher
    refused = pytest.raises(EngineUnavailable, match="can't be read")
    with refused, told_as_unavailable("It can't be read"):
        searcher.search(Query.all_query(), limit=0)


def test_another_format_is_refused(stocked):
    (stocked.store.current() / "format").write_text("0:older")
    stocked.close()
    assert "another format" in stocked.health().problem


def test_only_one_may_write_and_the_other_is_told_who_does(stocked):
    other = EmbeddedEngine(stocked.location)
    with pytest.raises(IndexBusy, match=r"Process \d+ is writing the search index"):
        other.index([document(9)])
    assert ids(other) == {1, 2, 3}
    stocked.close()
    other.index([document(9)])
    assert ids(stocked) == {1, 2, 3, 9}
    other.close()


def test_only_one_rebuilds(stocked):
    other = EmbeddedEngine(stocked.location)
    with stocked.replacement(), pytest.raises(IndexBusy, match="rebuilding"):
        other.replacement().__enter__()


def test_not_even_one_engine_rebuilds_twice_at_once(stocked):
    with stocked.replacement(), pytest.raises(IndexBusy, match="rebuilding"):
        stocked.replacement().__enter__()


def test_a_reader_follows_a_swap_made_by_another(stocked):
    reader = EmbeddedEngine(stocked.location)
    assert ids(reader) == {1, 2, 3}
    with stocked.replacement() as fresh:
        fresh.index([document(20)])
        fresh.publish()
    assert ids(reader) == {20}


def test_old_builds_are_removed(stocked):
    for number in (20, 21):
        with stocked.replacement() as fresh:
            fresh.index([document(number)])
            fresh.publish()
    builds = list(stocked.store.folder.glob("build-*"))
    assert builds == [stocked.store.current()]


def test_a_writer_moves_on_to_the_build_that_serves(stocked):
    other = EmbeddedEngine(stocked.location)
    with other.replacement() as fresh:
        fresh.index([document(20)])
        fresh.publish()
    stocked.index([document(21)])
    assert ids(stocked) == {20, 21}


def test_readers_never_see_an_error_while_builds_are_swapped(stocked):
    failures, stop = [], threading.Event()
    reader = EmbeddedEngine(stocked.location)

    def read():
        while not stop.is_set():
            try:
                assert reader.search(asked("runoff")).total == 2
            except BaseException as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(15):
        with stocked.replacement() as fresh:
            fresh.index(STORIES)
            fresh.publish()
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_vanished_folder_is_told_and_can_be_made_again(stocked):
    shutil.rmtree(stocked.location)
    assert not stocked.health().is_up
    stocked.close()
    stocked.clear()
    stocked.index(STORIES)
    assert ids(stocked) == {1, 2, 3}


@pytest.mark.parametrize("article_id", [1, 2**29 - 1])
def test_sort_keys_fit_the_index(article_id):
    newest, oldest = sort_keys(document(article_id), article_id)
    assert 0 < newest == oldest < 2**63
    assert newest % 2**29 == article_id
