"""Where the index lies: builds in folders of their own, and a link to the one that serves.

<location>/current -> build-...      swapped in one step
<location>/writer.lock               held as long as a process writes the one that serves
<location>/turn.lock                 held while change rows are being carried over
<location>/rebuild.lock              held while another build is being made
"""

import os
import secrets
import shutil
import time
from pathlib import Path

from articles.search.engines.embedded.failures import told_as_unavailable
from articles.search.engines.embedded.locks import ProcessLock
from articles.search.errors import EngineUnavailable

CURRENT = "current"
BUILD = "build-"


class Store:
    def __init__(self, location: str) -> None:
        self.folder = Path(location)
        self.writer = ProcessLock(self.folder / "writer.lock", "writing the search index")
        self.turn = ProcessLock(self.folder / "turn.lock", "changing the search index")
        self.rebuild = ProcessLock(self.folder / "rebuild.lock", "rebuilding the search index")

    def current(self) -> Path:
        """The build that serves. Raises EngineUnavailable where there is none."""
        try:
            return self.folder / os.readlink(self.folder / CURRENT)
        except OSError:
            raise EngineUnavailable(
                f"There is no search index in {self.folder}: run manage.py rebuild_index."
            ) from None

    def new_build(self) -> Path:
        """A place for one; nothing is there yet."""
        return self.folder / f"{BUILD}{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(3)}"

    def publish(self, build: Path) -> None:
        """One step: a reader finds either the old build or the new one, whole."""
        with told_as_unavailable("The new search index can't be put in place"):
            link = self.folder / f"{CURRENT}-{secrets.token_hex(3)}"
            link.symlink_to(build.name)
            link.replace(self.folder / CURRENT)
            _make_durable(self.folder)

    def remove_leftovers(self) -> None:
        """Every build but the one that serves. Readers keep the files they have open."""
        serving = self.current().name
        for path in self.folder.glob(f"{BUILD}*"):
            if path.name != serving:
                shutil.rmtree(path, ignore_errors=True)
        for link in self.folder.glob(f"{CURRENT}-*"):
            link.unlink(missing_ok=True)


def _make_durable(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
