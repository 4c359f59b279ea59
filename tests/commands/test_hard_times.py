"""A worker that hangs, a locked database, a full disk, a web process killed under an upload.

Real processes, on the database that the tests run on: in the end nothing is lost or half there.
"""

import os
import resource
import signal
import socket
import time
from collections import Counter
from contextlib import suppress

import pytest
import requests

from tests.commands.real_archive import new_archive, until
from tests.commands.test_serve import spare_port
from tests.commands.test_survival import fill, story

SOAK = bool(os.environ.get("SOAK"))
pytestmark = pytest.mark.processes


@pytest.fixture
def archive(migrated, tmp_path):
    archive = new_archive(
        tmp_path,
        migrated,
        INGEST_LEASE_SECONDS="4",
        INGEST_MAX_ATTEMPTS="100",
        INGEST_PROCESSES="1",
    )
    yield archive
    archive.close()


def take_in(archive, folder, batches: int = 1) -> dict[str, int]:
    """How many Items must end in which state, in all batches."""
    folder.mkdir()
    expected: Counter[str] = Counter()
    for number in range(1, batches + 1):
        expected.update(fill(folder / str(number), 100 * number))
        archive.ask(f"take_in({str(folder / str(number))!r})")
    return dict(expected)


def is_well(archive, expected: dict[str, int]) -> bool:
    return (
        until(archive.is_idle, 120)
        and archive.ask("faults()") == []
        and archive.ask("counts()") == expected
    )


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_a_worker_that_hangs_is_ended_and_its_item_done_by_another(archive, tmp_path):
    # Enough that the worker is still at it when it is looked for.
    expected = take_in(archive, tmp_path / "files", 8)
    archive.work()
    hanging = None

    def stopped_at_work() -> bool:
        nonlocal hanging
        for claim in archive.ask("claims()"):
            hanging = int(claim.split(":")[1])
            os.kill(hanging, signal.SIGSTOP)
            if any(claim.split(":")[1] == str(hanging) for claim in archive.ask("claims()")):
                return True
            os.kill(hanging, signal.SIGCONT)
        return False

    assert until(stopped_at_work)
    assert is_well(archive, expected)
    with pytest.raises(ProcessLookupError):
        os.kill(hanging, 0)


def test_a_locked_database_is_waited_for(archive, tmp_path):
    expected = take_in(archive, tmp_path / "files")
    archive.work()
    assert until(lambda: "done" in archive.ask("counts()"))
    archive.ask(f"lock({45 if SOAK else 3})")
    assert is_well(archive, expected)


def test_a_full_disk_loses_nothing(archive, tmp_path):
    """Files can't grow beyond a few kilobytes: neither captures nor, on SQLite, the database."""
    folder = tmp_path / "files"
    expected = take_in(archive, folder)
    small = archive.work(
        "--items", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
    )
    time.sleep(3)
    small.kill()
    small.communicate()
    archive.work()
    assert is_well(archive, expected)


def test_a_web_process_killed_under_an_upload_leaves_whole_items_or_none(archive, tmp_path):
    cookies = {"sessionid": archive.ask("sign_in()"), "csrftoken": "a" * 32}
    port = spare_port()
    page = f"http://127.0.0.1:{port}/admin/articles/batch/add/"
    for number in range(20 if SOAK else 2):
        web = archive.run(
            *("-m", "gunicorn", "newsarchive.wsgi", "--bind", f"127.0.0.1:{port}"),
            *("--no-control-socket", "--log-level", "critical"),
            start_new_session=True,
        )
        archive.workers.append(web)
        assert until(lambda: listens(port))
        killer = archive.run(
            "-c", f"import os, time; time.sleep({0.05 * number}); os.killpg({web.pid}, 9)"
        )
        files = [("files", (f"{n}.txt", story(1000 * number + n))) for n in range(40)]
        data = {"csrfmiddlewaretoken": "a" * 32}
        with suppress(requests.RequestException):
            while killer.poll() is None:
                answer = requests.post(
                    page,
                    data=data,
                    files=files,
                    cookies=cookies,
                    timeout=30,
                    allow_redirects=False,
                )
                assert answer.status_code == 302
        killer.communicate()
        web.communicate()
    archive.work()
    assert until(archive.is_idle, 120)
    assert archive.ask("faults()") == []
    assert archive.ask("counts()").keys() <= {"done", "duplicate"}
