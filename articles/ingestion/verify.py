"""Whether the captures' bytes are still there and still the ones that came."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage

from articles.models import Capture
from articles.models.captures import INCOMING

CHUNK = 1 << 20
HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Damage:
    """``sha256`` and what is wrong with its bytes: "missing" or "changed"."""

    sha256: str
    what: str


def damaged() -> Iterator[Damage | None]:
    """One entry for each hash of the store: None where its bytes are sound."""
    hashes = Capture.objects.order_by("sha256").values_list("sha256", flat=True).distinct()
    for sha256 in hashes.iterator():
        yield _damage(sha256)


def clear_halves() -> int:
    """Removes what a killed process had begun to write; gives the number of files.

    One that is younger than an hour may still be being written.
    """
    store, removed = Path(default_storage.path("captures")), 0
    for path in store.rglob(f"{INCOMING}*"):
        if path.stat().st_mtime < time.time() - HOUR:
            path.unlink()
            removed += 1
    return removed


def _damage(sha256: str) -> Damage | None:
    digest = hashlib.sha256()
    try:
        with Capture(sha256=sha256).open() as file:
            while piece := file.read(CHUNK):
                digest.update(piece)
    except FileNotFoundError:
        return Damage(sha256, "missing")
    except OSError as error:
        return Damage(sha256, f"unreadable ({error.strerror})")
    return None if digest.hexdigest() == sha256 else Damage(sha256, "changed")
