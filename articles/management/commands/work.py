"""The worker: keeps the search index in step and does what is due by the clock.

One process only. It stops cleanly on SIGTERM and SIGINT; killed, it loses nothing.
"""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError

from articles.management.loops import Loop
from articles.management.steps import EmbargoStep, IndexStep, StatisticsStep
from articles.search import IndexBusy, get_engine

POLL_SECONDS = 0.2
CLOCK_SECONDS = 1.0


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        engine = get_engine()
        try:
            engine.claim()
        except IndexBusy as error:
            raise CommandError(str(error)) from None
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
        for loop in loops:
            loop.start()
        self.stdout.write("Working: changes are carried into the index as they come.")
        self.stdout.flush()
        stop.wait()
        for loop in loops:
            loop.join()
        self.stdout.write("Stopped.")
