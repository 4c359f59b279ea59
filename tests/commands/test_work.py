"""`manage.py work` in a process of its own: it follows, stops cleanly, and killed loses nothing."""

import os
import shutil
import signal

import pytest

from tests.commands.real_archive import Archive, until

KILLS = 20 if os.environ.get("SOAK") else 4
pytestmark = [pytest.mark.processes, pytest.mark.any_database]


@pytest.fixture
def archive(migrated, tmp_path):
    archive = Archive(tmp_path, migrated.copy_to_file(tmp_path / "archive.sqlite3"))
    yield archive
    archive.close()


def test_it_makes_a_missing_index_and_follows_changes(archive):
    articles = archive.ask("add(3)")
    archive.work()
    assert until(archive.is_settled)
    archive.ask(f"withdraw({articles[0]})")
    archive.ask("add(1)")
    assert until(archive.is_settled)
    assert articles[0] not in archive.ask("indexed()")
    assert archive.ask("total()") == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(archive, number):
    worker = archive.work()
    assert worker.stdout.readline().startswith("Working")
    worker.send_signal(number)
    out, errors = worker.communicate(timeout=30)
    assert (worker.returncode, out, errors) == (0, "Stopped.\n", "")


def test_a_second_worker_is_told_who_works(archive):
    first = archive.work()
    first.stdout.readline()
    second = archive.work()
    _, errors = second.communicate(timeout=60)
    assert second.returncode == 1
    assert f"Process {first.pid} is writing the search index" in errors


def test_killed_again_and_again_it_loses_no_change(archive):
    for round_ in range(KILLS):
        worker = archive.work()
        archive.ask("add(3)")
        if round_ % 2:
            worker.stdout.readline()
        articles = archive.ask("add(20)")
        archive.ask(f"withdraw({articles[0]})")
        until(lambda: archive.ask("waiting()") < 30, seconds=0.1 * round_)
        worker.kill()
        worker.wait()
    archive.work()
    assert until(archive.is_settled)


def test_an_index_lost_while_it_runs_is_made_again(archive):
    archive.ask("add(2)")
    archive.work()
    assert until(archive.is_settled)
    shutil.rmtree(archive.index / os.readlink(archive.index / "current"))
    assert until(archive.is_settled)
    assert archive.ask("total()") == 2


def test_a_broken_index_is_made_again(archive):
    archive.ask("add(2)")
    broken = archive.index / "build-broken"
    broken.mkdir(parents=True)
    (broken / "meta.json").write_text("{ nonsense")
    (archive.index / "current").symlink_to(broken.name)
    archive.work()
    assert until(archive.is_settled)


def test_a_rebuild_beside_a_running_worker_loses_no_change(archive):
    archive.ask("add(30)")
    archive.work()
    assert until(archive.is_settled)
    rebuild = archive.manage("rebuild_index", "--verbosity", "0")
    while rebuild.poll() is None:
        archive.ask("add(2)")
        assert archive.ask("total()") >= 30
    assert rebuild.communicate()[0].startswith("The index holds")
    assert until(archive.is_settled)


def test_a_rebuild_killed_half_way_leaves_the_old_index_and_all_changes(archive):
    archive.ask("add(30)")
    archive.work()
    assert until(archive.is_settled)
    rebuild = archive.manage("rebuild_index", "--verbosity", "0")
    until(lambda: len(list(archive.index.glob("build-*"))) > 1, seconds=20)
    rebuild.kill()
    rebuild.communicate()
    archive.ask("add(2)")
    assert until(archive.is_settled)
