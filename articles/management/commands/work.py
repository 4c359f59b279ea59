"""The worker: keeps the search index in step, polls feeds, and starts what works on Items.

One such process only; ``--items`` runs one more process that takes up Items and nothing else, of
which there may be any number. It stops cleanly on SIGTERM and SIGINT; killed, it loses nothing.
"""

import os
import signal
import threading
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.ingestion.running import collect_seldom
from articles.management.loops import Loop
from articles.management.steps import (
    DesertedStep,
    EmbargoStep,
    FeedStep,
    HelperStep,
    IndexStep,
    ItemStep,
    StatisticsStep,
)
from articles.search import IndexBusy, get_engine
from articles.search.engines.base import Engine

POLL_SECONDS = 0.2
CLOCK_SECONDS = 1.0
HEARTBEAT_SECONDS = 0.5
LAST_STEP_SECONDS = 10.0
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping(Exception):
    """Somebody asked the process to stop.

    Raised in the main thread, which may be inside the very lock that setting an event takes.
    """


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--items", action="store_true", help="only take up Items; any number may run"
        )
        parser.add_argument("--parent", type=int, help="stop when this process is gone")

    def handle(self, *, items: bool, parent: int | None, **options) -> None:
        for number in SIGNALS:
            signal.signal(number, _stop)
        try:
            if items:
                self._work_on_items(parent)
            else:
                self._work(get_engine())
        except Stopping:
            return  # before there was anything to end
        except IndexBusy as error:
            raise CommandError(str(error)) from None

    def _work_on_items(self, parent: int | None) -> None:
        collect_seldom()
        stop = threading.Event()
        loops = [
            Loop("items", ItemStep(), every=POLL_SECONDS, stop=stop),
            Loop("deserted", DesertedStep(), every=CLOCK_SECONDS, stop=stop),
        ]
        self._run(loops, stop, parent)

    def _work(self, engine: Engine) -> None:
        stop = threading.Event()
        engine.claim()
        helpers = HelperStep(settings.INGEST_PROCESSES)
        loops = [
            Loop("index", IndexStep(engine), every=POLL_SECONDS, stop=stop),
            Loop("embargo", EmbargoStep(), every=CLOCK_SECONDS, stop=stop),
            Loop("feeds", FeedStep(), every=CLOCK_SECONDS, stop=stop),
            Loop("helpers", helpers, every=CLOCK_SECONDS, stop=stop),
            Loop("statistics", StatisticsStep(), every=CLOCK_SECONDS, stop=stop),
        ]
        try:
            self._run(loops, stop)
        finally:
            helpers.end()
            engine.close()

    def _run(self, loops: list[Loop], stop: threading.Event, parent: int | None = None) -> None:
        try:
            for loop in loops:
                loop.start()
            self.stdout.write("Working: what came in is read, and changes go into the index.")
            self.stdout.flush()
            while not stop.wait(HEARTBEAT_SECONDS):
                # A signal that another thread received is noticed only when this one wakes.
                if parent and os.getppid() != parent:
                    stop.set()
        except Stopping:
            stop.set()
        _wait_for(loops)
        if any(loop.failure for loop in loops):
            raise CommandError("The worker broke; its log says why.")
        self.stdout.write("Stopped.")


def _wait_for(loops: list[Loop]) -> None:
    """Each may end its step; what takes longer is left, as by a kill, and taken up again."""
    give_up = time.monotonic() + LAST_STEP_SECONDS
    for loop in loops:
        if loop.ident:
            loop.join(max(0.1, give_up - time.monotonic()))


def _stop(*_) -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    raise Stopping
