"""What the worker's loops do, one step at a time."""

import logging
import os
import subprocess
import sys
import time

from django.conf import settings
from django.utils import timezone

from articles.ingestion import queue
from articles.ingestion.polling import poll
from articles.ingestion.process import work_on
from articles.ingestion.relink import reread_one
from articles.management.statistics import refresh_statistics
from articles.models import Feed
from articles.search.engines.base import Engine
from articles.search.indexing import Drain, bring_up_to_date, release_embargoes

log = logging.getLogger(__name__)
HEALTH_SECONDS = 2.0
GRACE_SECONDS = 10
STATISTICS_SECONDS = 3600.0


class IndexStep:
    """Carries change rows over; brings back an index that is gone, broken or outdated."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.drain = Drain(engine)
        self._looked_at = 0.0
        self._is_sound = False

    def __call__(self) -> bool:
        if not self._is_sound or self._health_is_due():
            self._look()
        return self.drain.once() > 0

    def _health_is_due(self) -> bool:
        return time.monotonic() - self._looked_at > HEALTH_SECONDS

    def _look(self) -> None:
        if not self._is_sound or not self.engine.health().is_up:
            self._is_sound = False
            bring_up_to_date(self.engine)
        self._is_sound = True
        self._looked_at = time.monotonic()


class EmbargoStep:
    """Embargoes end by the clock: whoever waited for them is told to the index."""

    def __init__(self) -> None:
        self._done_until = timezone.now()

    def __call__(self) -> bool:
        now = timezone.now()
        release_embargoes(self._done_until, now)
        self._done_until = now
        return False


class StatisticsStep:
    """Once at the start, then hourly."""

    def __init__(self) -> None:
        self._due_at = 0.0

    def __call__(self) -> bool:
        if time.monotonic() >= self._due_at:
            refresh_statistics()
            self._due_at = time.monotonic() + STATISTICS_SECONDS
        return False


class ItemStep:
    """Takes up one Item that is due, or reads one article again where somebody asked for it."""

    def __init__(self) -> None:
        self.worker = queue.new_worker()

    def __call__(self) -> bool:
        item = queue.take(self.worker)
        if item is not None:
            work_on(item)
            return True
        return reread_one()


class DesertedStep:
    """What dead workers left is queued again."""

    def __call__(self) -> bool:
        returned = queue.return_deserted()
        if returned:
            log.warning("%s items were left by a worker that is gone: queued again.", returned)
        return False


class FeedStep:
    """Polls the feeds whose time has come."""

    def __call__(self) -> bool:
        feed = Feed.objects.due().first()
        if feed is None:
            return False
        poll(feed)
        return True


class HelperStep:
    """Keeps the processes running that work on Items: one that broke or hangs is started anew."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.running: list[subprocess.Popen] = []

    def __call__(self) -> bool:
        self._kill_stuck()
        self.running = [process for process in self.running if process.poll() is None]
        while len(self.running) < self.number:
            self.running.append(self._start())
        return False

    def _kill_stuck(self) -> None:
        """What it had half made was never committed; the Item goes to another, or has failed."""
        stuck = queue.stuck_processes() if self.running else set()
        for process in self.running:
            if process.pid in stuck:
                log.error("Process %s hangs over one item: killed.", process.pid)
                process.kill()
                process.wait()

    def _start(self) -> subprocess.Popen:
        command = [sys.executable, "manage.py", "work", "--items", "--parent", str(os.getpid())]
        # What it says in order is said by its parent already; its log and errors are still seen.
        return subprocess.Popen(  # noqa: S603  (our own program)
            command, cwd=settings.BASE_DIR, stdout=subprocess.DEVNULL
        )

    def end(self) -> None:
        for process in self.running:
            process.terminate()
        for process in self.running:
            try:
                process.wait(GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
