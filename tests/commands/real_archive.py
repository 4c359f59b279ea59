"""An archive of real processes: a database, an index, a driver that asks, workers to be killed."""

import ast
import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

from tests.migrated import ROOT, Migrated, server


def until(condition, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def new_archive(folder: Path, migrated: Migrated, **settings: str) -> "Archive":
    """An archive with its tables, on the database that the tests run on."""
    if server():
        url = migrated.copy_to_server(f"real_{uuid.uuid4().hex[:12]}")
    else:
        url = migrated.copy_to_file(folder / "archive.sqlite3")
    return Archive(folder, url, LOG_LEVEL="CRITICAL", **settings)


class Driver:
    """Calls functions of archive_driver.py in its process."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.commands.archive_driver"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __call__(self, call: str):
        self.begin(call)
        return self.end()

    def begin(self, call: str) -> None:
        self.process.stdin.write(f"{call}\n")
        self.process.stdin.flush()

    def end(self):
        return ast.literal_eval(self.process.stdout.readline())

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait(30)


class Archive:
    def __init__(self, folder: Path, url: str = "", **settings: str) -> None:
        self.index = folder / "index"
        self.environment = {
            **os.environ,
            "DATABASE_URL": url or f"sqlite:///{folder / 'archive.sqlite3'}",
            "ARCHIVE_VAR": str(folder),
            "SEARCH_LOCATION": str(self.index),
            "DJANGO_SETTINGS_MODULE": "newsarchive.settings",
            **settings,
        }
        self.ask = Driver(self.environment)
        self.workers: list[subprocess.Popen] = []

    def manage(self, *arguments: str, **given) -> subprocess.Popen:
        return self.run("manage.py", *arguments, **given)

    def run(self, *arguments: str, **given) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **given,
        )

    def work(self, *arguments: str, **given) -> subprocess.Popen:
        worker = self.manage("work", *arguments, **given)
        self.workers.append(worker)
        return worker

    def is_idle(self) -> bool:
        """Whether every Item has come to its end."""
        return not self.ask("counts()").keys() & {"queued", "working"}

    def is_settled(self) -> bool:
        return self.ask("waiting()") == 0 and self.ask("indexed()") == self.ask("public()")

    def close(self) -> None:
        for worker in self.workers:
            worker.kill()
            worker.communicate()
        self.ask.stop()
