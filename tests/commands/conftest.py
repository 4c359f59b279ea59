"""An archive to copy: migrated and empty."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.real_archive import ROOT


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder / 'archive.sqlite3'}",
            "ARCHIVE_VAR": str(folder),
        },
        check=True,
    )
    return folder
