"""The worker: keeps the search index in step and does what is due by the clock.

One process only. It stops cleanly on SIGTERM and SIGINT; killed, it loses nothing.
"""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError

from articles.management.loops import Loop
from articles.management.steps import EmbargoStep, IndexStep, StatisticsStep
from articles.search import IndexBusy, get_engine
from articles.search.engines.base import Engine

POLL_SECONDS = 0.2
CLOCK_SECONDS = 1.0
HEARTBEAT_SECONDS = 0.5
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping(Exception):
    """Somebody asked the process to stop.

    Raised in the main thread, which may be inside the very lock that setting an event takes.
    """


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options) -> None:
        for number in SIGNALS:
            signal.signal(number, _stop)
        try:
            self._work(get_engine())
        except Stopping:
            return  # before there was anything to end
        except IndexBusy as error:
            raise CommandError(str(error)) from None

    def _work(self, engine: Engine) -> None:
        stop = threading.Event()
        engine.claim()
        loops = [
            Loop("index", IndexStep(engine), every=POLL_SECONDS, stop=stop),
            Loop("embargo", EmbargoStep(), every=CLOCK_SECONDS, stop=stop),
            Loop("statistics", StatisticsStep(), every=CLOCK_SECONDS, stop=stop),
        ]
        self._run(loops, stop)
        engine.close()
        if any(loop.failure for loop in loops):
            raise CommandError("The worker broke; its log says why.")

    def _run(self, loops: list[Loop], stop: threading.Event) -> None:
        try:
            for loop in loops:
                loop.start()
            self.stdout.write("Working: changes are carried into the index as they come.")
            self.stdout.flush()
            while not stop.wait(HEARTBEAT_SECONDS):
                pass  # a signal that another thread received is noticed only when this one wakes
        except Stopping:
            stop.set()
        for loop in loops:
            if loop.ident:
                loop.join()
        self.stdout.write("Stopped.")


def _stop(*_) -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    raise Stopping
