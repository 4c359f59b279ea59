"""The pages as a server in production gives them: gunicorn on loopback, asked over HTTP."""

import http.client
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command

from articles.management.commands.serve import web
from bench.search.questions import Question
from tests.on_postgres import spare_port

PROCESSES = 2
SECONDS_TO_START = 30


@dataclass(frozen=True, slots=True)
class Page:
    question: Question
    status: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: subprocess.Popen

    def ask_all(self, questions: list[Question], clients: int = 1) -> list[Page]:
        """Each client asks the next question as soon as it has its answer."""
        waiting, pages, lock = iter(questions), [], threading.Lock()

        def ask() -> None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            while True:
                with lock:
                    question = next(waiting, None)
                if question is None:
                    return
                pages.append(self._ask(connection, question))

        threads = [threading.Thread(target=ask) for _ in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return pages

    def _ask(self, connection: http.client.HTTPConnection, question: Question) -> Page:
        started = time.perf_counter()
        connection.request("GET", f"/articles/?{question.address}")
        answer = connection.getresponse()
        answer.read()
        return Page(question, answer.status, (time.perf_counter() - started) * 1000)

    def megabytes(self) -> list[float]:
        """What each web process keeps of its own and its share of what several map."""
        family = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [_proportional(int(pid)) for pid in family.split()]


@contextmanager
def serving() -> Iterator[Server]:
    call_command("collectstatic", verbosity=0, interactive=False)
    port = spare_port()
    command = web("127.0.0.1", port, PROCESSES)
    process = subprocess.Popen(command)
    try:
        _wait(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("The server did not start.")


def _proportional(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss_Anon"):
            return int(line.split()[1]) / 1024
    return 0.0
