"""--only-with-database leaves out what no database can change, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SUITE = """
import pytest
from django.test import TestCase

@pytest.fixture
def rows(db):
    pass

def test_words():
    pass

def test_rows(rows):
    pass

def test_server(live_server):
    pass

@pytest.mark.django_db
def test_marked():
    pass

@pytest.mark.processes
def test_processes():
    pass

@pytest.mark.any_database
@pytest.mark.processes
def test_processes_on_a_file_of_their_own():
    pass

class Cases(TestCase):
    def test_case(self):
        pass
"""
KEPT = {"test_rows", "test_server", "test_marked", "test_processes", "test_case"}
# They start processes, but none that asks the database which the tests run on.
APART = {
    "test_settings.py",
    "test_with_database.py",
    "on_postgres.py",
    "migrated.py",
    "real_archive.py",
    "upkeep.py",
}


def collected(folder: Path, *options: str) -> subprocess.CompletedProcess:
    (folder / "test_some.py").write_text(SUITE)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.with_database", str(folder), "-q", *options],
        env={**os.environ, "PYTHONPATH": str(TESTS.parent), "PYTEST_ADDOPTS": ""},
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("options", "kept", "told"),
    [
        ([], KEPT | {"test_words", "test_processes_on_a_file_of_their_own"}, "7 tests collected"),
        (["--only-with-database"], KEPT, "5/7 tests collected (2 deselected)"),
    ],
)
def test_what_is_left(tmp_path, options, kept, told):
    said = collected(tmp_path, "--collect-only", *options).stdout
    assert {line.split("::")[-1] for line in said.splitlines() if "::" in line} == kept
    assert told in said


def test_workers_tell_what_they_left_out_once(tmp_path):
    said = collected(tmp_path, "-n", "2", "--only-with-database", "-k", "words or on_a_file").stdout
    assert "2 deselected" in said


def test_every_file_that_starts_processes_is_marked():
    for path in TESTS.rglob("*.py"):
        text = path.read_text("utf8")
        if "subprocess" in text or "new_archive(" in text or " Archive(" in text:
            assert path.name in APART or "mark.processes" in text, path
