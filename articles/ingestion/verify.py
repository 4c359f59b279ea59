"""Whether the captures' bytes are still there and still the ones that came."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Capture

CHUNK = 1 << 20


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
