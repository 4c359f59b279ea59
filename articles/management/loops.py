"""Loops of a long-running process: each in a thread of its own, so that none delays another."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from django.db import Error as DatabaseError
from django.db import connections

from articles.search import SearchError

log = logging.getLogger(__name__)
PASSING = (SearchError, DatabaseError, OSError)
LONGEST_PAUSE = 5.0


class Loop(threading.Thread):
    """Calls ``step`` again and again until ``stop`` is set.

    ``step`` says whether there may be more to do at once. What may pass by itself (database or
    engine out of reach, disk full) is logged and tried again, ever more slowly; anything else
    stops the whole process, which its supervisor starts anew.
    """

    def __init__(
        self, name: str, step: Callable[[], bool], *, every: float, stop: threading.Event
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.step, self.every, self.stop = step, every, stop
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            self._go_round()
        except BaseException as error:
            self.failure = error
            log.exception("The %s loop broke: stopping.", self.name)
            self.stop.set()
        finally:
            connections.close_all()

    def _go_round(self) -> None:
        pause = self.every
        while not self.stop.is_set():
            try:
                more = self.step()
                pause = self.every
            except PASSING as error:
                more, pause = False, min(LONGEST_PAUSE, max(0.2, pause * 2))
                log.error("The %s loop tries again in %.1f s: %s", self.name, pause, error)
                with suppress(DatabaseError):
                    connections.close_all()
            if not more:
                self.stop.wait(pause)
