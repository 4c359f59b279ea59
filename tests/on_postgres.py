"""Runs a command against a PostgreSQL server of its own, on a spare port, in a temporary folder.

    python -m tests.on_postgres COMMAND...

A server given by TEST_POSTGRES_URL is used instead. Where there is none and none can be started it
says so and succeeds, unless REQUIRE_POSTGRES is set.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAST = (
    "-c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)
NO_SERVER = "No PostgreSQL server here, so its half of the tests is left out (install postgresql)."


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def binaries() -> Path | None:
    found = shutil.which("pg_ctl")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places += [Path(found).parent] if found else []
    return next((place for place in places if (place / "initdb").exists()), None)


def as_postgres(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return (
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        if os.geteuid() == 0
        else command
    )


def spare_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(place: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="archive-pg-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data, port = f"{folder}/data", spare_port()
        start = f"-p {port} -k {folder} {FAST}"
        run(
            place / "initdb",
            "-D",
            data,
            "-U",
            "archive",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
        )
        run(place / "pg_ctl", "-D", data, "-o", start, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgres://archive@127.0.0.1:{port}/postgres"
        finally:
            run(place / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def run(program: Path, *arguments: str) -> None:
    subprocess.run(
        as_postgres([str(program), *arguments]), check=True, cwd="/", stdout=subprocess.DEVNULL
    )


def call(command: list[str], url: str) -> int:
    say(f"On PostgreSQL: {' '.join(command)}")
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


def main(command: list[str]) -> int:
    given, place = os.environ.get("TEST_POSTGRES_URL"), binaries()
    if given:
        return call(command, given)
    if place is None:
        say(NO_SERVER)
        return 1 if os.environ.get("REQUIRE_POSTGRES") else 0
    with server(place) as url:
        return call(command, url)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
