"""Serves the pages and runs the worker; Ctrl-C, or the end of either, stops both."""

import os
import signal
import subprocess
import sys
import time

from django.core.management.base import BaseCommand

GRACE_SECONDS = 15
LONGEST_ADDRESS = "8190"  # a draft to be checked is part of one


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--processes", type=int, default=min(4, os.cpu_count() or 1))

    def handle(self, *, host: str, port: int, processes: int, **options) -> None:
        for number in (
            signal.SIGTERM,
            signal.SIGINT,
        ):  # a shell's background job ignores the latter
            signal.signal(number, lambda *_: sys.exit(0))
        running = [
            subprocess.Popen(command)  # noqa: S603  (our own two programs)
            for command in (web(host, port, processes), worker())
        ]
        self.stdout.write(f"The archive is at http://{host}:{port}/ (Ctrl-C stops it).")
        try:
            while all(process.poll() is None for process in running):
                time.sleep(0.2)
        except SystemExit:
            self.stdout.write("Stopping.")
        finally:
            ended = [process.returncode for process in running if process.returncode]
            stop(running)
        if ended:
            sys.exit(ended[0])


def web(host: str, port: int, processes: int) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "newsarchive.wsgi"),
        *("--bind", f"{host}:{port}", "--workers", str(processes), "--threads", "4"),
        *("--no-control-socket", "--log-level", "warning", "--timeout", "60"),
        *("--limit-request-line", LONGEST_ADDRESS),
    ]


def worker() -> list[str]:
    return [sys.executable, "manage.py", "work"]


def stop(running: list[subprocess.Popen]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        try:
            process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
