"""`manage.py serve` runs the pages and the worker, and stops both."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MANAGE = [sys.executable, str(ROOT / "manage.py")]
pytestmark = [pytest.mark.processes, pytest.mark.any_database]


def spare_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(pid: int) -> set[int]:
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found |= {int(folder.name)} | children(int(folder.name))
    return found


def is_running(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


def until(condition, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def answers(url: str) -> bool:
    try:
        return urllib.request.urlopen(url, timeout=5).status == 200  # noqa: S310
    except (OSError, urllib.error.URLError):
        return False


@pytest.fixture(scope="module")
def site(migrated, tmp_path_factory) -> Path:
    """A folder to copy: tables without rows, an index, static files."""
    folder = tmp_path_factory.mktemp("site")
    migrated.copy_to_file(folder / "archive.sqlite3")
    for step in (["rebuild_index"], ["collectstatic", "--noinput"]):
        subprocess.run(
            [*MANAGE, *step], env=variables(folder), cwd=ROOT, check=True, capture_output=True
        )
    return folder


def variables(folder: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    return kept | {"ARCHIVE_VAR": str(folder)}


@pytest.fixture
def served(site, tmp_path):
    """The running command, in a folder of its own."""
    shutil.copytree(site, tmp_path, symlinks=True, dirs_exist_ok=True)
    port = spare_port()
    process = subprocess.Popen(
        [*MANAGE, "serve", "--port", str(port), "--processes", "1"],
        env=variables(tmp_path),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield process, f"http://127.0.0.1:{port}/healthz"
    for pid in {process.pid, *children(process.pid)}:
        if is_running(pid):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_one_signal_stops_pages_and_worker(served, sent):
    process, url = served
    assert until(lambda: answers(url))
    started = children(process.pid)
    assert len(started) >= 3  # gunicorn, its worker, the index's worker
    process.send_signal(sent)
    assert until(lambda: process.poll() is not None)
    assert process.returncode == 0
    assert until(lambda: not any(is_running(pid) for pid in started), 20)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_end_of_the_worker_ends_the_pages(served):
    process, url = served
    assert until(lambda: answers(url))
    worker = next(
        pid
        for pid in children(process.pid)
        if Path(f"/proc/{pid}/cmdline").read_bytes().endswith(b"\0work\0")  # none of its helpers
    )
    os.kill(worker, signal.SIGKILL)
    assert until(lambda: process.poll() is not None)
    assert process.returncode != 0
