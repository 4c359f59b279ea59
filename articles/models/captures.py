"""Capture: the bytes as they arrived, unchanged."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q

from articles.models.rows import insert_new

CHUNK = 1 << 20
INCOMING = ".incoming-"


class CaptureQuerySet(models.QuerySet):
    def keep(self, content: bytes, **about) -> "Capture":
        """Stores ``content`` under its SHA-256, and a row that says how it came in.

        ``about`` is any of media_type, url, headers. The bytes of one hash are stored once; each
        arrival is a row of its own.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        write_once(stored_at(sha256), content)
        return insert_new([self.model(sha256=sha256, size=len(content), **about)])[0]

    def keep_file(self, file: BinaryIO, **about) -> "Capture":
        """The same for a file too large to be held in memory, read from where it stands."""
        incoming = stored_at("incoming")
        incoming.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=incoming.parent, prefix=INCOMING, delete=False
        ) as kept:
            try:
                sha256, size = _copy(file, kept)
            except BaseException:
                os.unlink(kept.name)
                raise
        path = stored_at(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(kept.name, path)
        return insert_new([self.model(sha256=sha256, size=size, **about)])[0]


class Capture(models.Model):
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100, default="text/plain; charset=utf-8")
    url = models.URLField(max_length=2000, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    headers = models.JSONField(default=dict, blank=True)
    captured_at = models.DateTimeField(auto_now_add=True)

    objects = CaptureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="capture_sha256_form"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    def open(self) -> BinaryIO:
        """The bytes as a file; raises FileNotFoundError where the store has lost them."""
        return default_storage.open(capture_path(self.sha256))

    def read(self) -> bytes:
        """The bytes; raises FileNotFoundError where the store has lost them."""
        with self.open() as file:
            return file.read()


def capture_path(sha256: str) -> str:
    return f"captures/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def stored_at(sha256: str) -> Path:
    return Path(default_storage.path(capture_path(sha256)))


def write_once(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path`` whole or not at all, however the process ends."""
    if path.exists() and path.stat().st_size == len(content):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=INCOMING, delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:  # a full disk: what was begun is taken away again
            os.unlink(file.name)
            raise
    os.replace(file.name, path)


def _copy(file: BinaryIO, to: BinaryIO) -> tuple[str, int]:
    """Copies all of ``file``; its SHA-256 and size."""
    digest, size = hashlib.sha256(), 0
    while piece := file.read(CHUNK):
        digest.update(piece)
        size += len(piece)
        to.write(piece)
    to.flush()
    os.fsync(to.fileno())
    return digest.hexdigest(), size
