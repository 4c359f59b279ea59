"""Settings refuse nonsense at the start, in words that say what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOOD_SECRET = "s" * 25 + "ecret" * 10


def start(tmp_path, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    clean = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, "manage.py", *(arguments or ("check",))],
        env={**clean, "ARCHIVE_VAR": str(tmp_path), **variables},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


PRODUCTION = {
    "ARCHIVE_MODE": "production",
    "ALLOWED_HOSTS": "archive.example.org",
    "SECRET_KEY": GOOD_SECRET,
}


def test_local_mode_needs_nothing(tmp_path):
    assert start(tmp_path).returncode == 0


def test_an_empty_variable_is_as_good_as_none(tmp_path):
    assert start(tmp_path, DATABASE_URL="", TIME_ZONE=" ").returncode == 0


def test_the_local_secret_is_made_once_and_kept(tmp_path):
    start(tmp_path)
    kept = (tmp_path / "secret_key").read_text()
    start(tmp_path)
    assert len(kept) > 50
    assert (tmp_path / "secret_key").read_text() == kept
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"ARCHIVE_MODE": "prod"}, "must be one of local, production"),
        ({"ARCHIVE_MODE": "production"}, "SECRET_KEY must be set"),
        (PRODUCTION | {"SECRET_KEY": "short"}, "at least 40 characters"),
        (PRODUCTION | {"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS must name"),
        (PRODUCTION | {"DEBUG": "yes"}, "DEBUG shows secrets"),
        ({"DEBUG": "perhaps"}, "write yes or no"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "sqlite:/// or a postgres:// URL"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL can't be read"),
        ({"TIME_ZONE": "Mars/Olympus"}, "no IANA time zone"),
        ({"PASTE_MAX_CHARACTERS": "-3"}, "number of at least 1000"),
        ({"SEARCH_ENGINE": "nowhere.Engine"}, "articles.E001"),
    ],
)
def test_nonsense_is_refused(tmp_path, variables, said):
    result = start(tmp_path, **variables)
    assert result.returncode != 0
    assert said in result.stderr


def test_the_deploy_check_is_clean_in_production(tmp_path):
    result = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr
