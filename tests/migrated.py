"""An archive's empty database, migrated once a run of the tests: every other one is a copy of it.

To migrate takes longer than most tests do. The workers of a run share a folder: whoever comes
first makes what is asked for there, the others wait for it.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

ROOT = Path(__file__).parent.parent


def server() -> str:
    """The address of the PostgreSQL server that the tests run on; empty on SQLite."""
    url = os.environ.get("DATABASE_URL", "")
    return url if url.startswith("postgres") else ""


class Migrated:
    """Gives copies of databases that it migrated, in a ``folder`` that all workers share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self) -> Path:
        """A file of SQLite, to be copied."""
        path = self.folder / "migrated.sqlite3"
        self._once(path, lambda: migrate(f"sqlite:///{path}", self.folder))
        return path

    def template(self) -> str:
        """The name of a database on the PostgreSQL server, to be copied."""
        name = f"migrated_{hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]}"

        def make() -> None:
            run_on_server(f"CREATE DATABASE {name}")
            migrate(url_of(name), self.folder)

        self._once(self.folder / name, make)
        return name

    def copy_to_file(self, path: Path) -> str:
        shutil.copyfile(self.file(), path)
        return f"sqlite:///{path}"

    def copy_to_memory(self, name: str) -> sqlite3.Connection:
        """Fills the SQLite database in memory of that name; it lasts until the given is closed."""
        memory = sqlite3.connect(name, uri=True, check_same_thread=False)
        with closing(sqlite3.connect(self.file())) as file:
            file.backup(memory)
        return memory

    def copy_to_server(self, name: str) -> str:
        run_on_server(f"CREATE DATABASE {name} TEMPLATE {self.template()}")
        return url_of(name)

    def _once(self, path: Path, make: Callable[[], None]) -> None:
        """Calls ``make`` unless one of the workers has, with success."""
        done = path.with_suffix(".done")
        with locked(path.with_suffix(".lock")):
            if not done.exists():
                make()
                done.touch()


@contextmanager
def locked(path: Path):
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def migrate(url: str, folder: Path) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, "ARCHIVE_VAR": str(folder)},
        check=True,
    )


def url_of(name: str) -> str:
    return urlunsplit(urlsplit(server())._replace(path=f"/{name}"))


def run_on_server(statement: str) -> None:
    with closing(psycopg2.connect(server())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
