"""What the worker's loops do, one step at a time."""

import time

from django.utils import timezone

from articles.management.statistics import refresh_statistics
from articles.search.engines.base import Engine
from articles.search.indexing import Drain, bring_up_to_date, release_embargoes

HEALTH_SECONDS = 2.0
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
