"""Locks between processes that the kernel lets go when their holder dies, however it dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from articles.search.errors import IndexBusy

PAUSE_SECONDS = 0.02


class ProcessLock:
    """One holder among all processes, and among the threads of each."""

    def __init__(self, path: Path, doing: str) -> None:
        self.path, self.doing = path, doing
        self._descriptor: int | None = None

    def claim(self) -> None:
        """Takes it and keeps it; claiming it again changes nothing. Raises IndexBusy."""
        if self._descriptor is None:
            self._descriptor = self._taken(0)

    def let_go(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    @contextmanager
    def held(self, wait_seconds: float = 0) -> Iterator[None]:
        """Raises IndexBusy, naming the process that holds it, when the time is up."""
        descriptor = self._taken(wait_seconds)
        try:
            yield
        finally:
            os.close(descriptor)

    def is_taken(self) -> bool:
        """Whether any process holds it now, this one included."""
        try:
            with self.held():
                return False
        except IndexBusy:
            return True

    def _taken(self, wait_seconds: float) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            self._wait(descriptor, wait_seconds)
            _sign(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def _wait(self, descriptor: int, wait_seconds: float) -> None:
        until = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise IndexBusy(self._busy()) from None
            time.sleep(PAUSE_SECONDS)

    def _busy(self) -> str:
        holder = self.path.read_text().strip() or "unknown"
        return (
            f"Process {holder} is {self.doing} ({self.path.parent}): only one may at a time. "
            "Let it finish or stop it (manage.py work?), then try again."
        )


def _sign(descriptor: int) -> None:
    """Says who holds it; on a full disk it is held by nobody known."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
