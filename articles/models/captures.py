"""Capture: the bytes as they arrived, unchanged."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q


class CaptureQuerySet(models.QuerySet):
    def keep(self, content: bytes, **about) -> "Capture":
        """Stores ``content`` under its SHA-256, and a row that says how it came in.

        ``about`` is any of media_type, url, headers. The bytes of one hash are stored once; each
        arrival is a row of its own.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        write_once(Path(default_storage.path(capture_path(sha256))), content)
        return self.create(sha256=sha256, size=len(content), **about)


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

    def read(self) -> bytes:
        """The bytes; raises FileNotFoundError where the store has lost them."""
        with default_storage.open(capture_path(self.sha256)) as file:
            return file.read()


def capture_path(sha256: str) -> str:
    return f"captures/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def write_once(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path`` whole or not at all, however the process ends."""
    if path.exists() and path.stat().st_size == len(content):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".incoming-", delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(file.name, path)
