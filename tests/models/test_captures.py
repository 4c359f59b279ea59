"""The bytes as they arrived are kept, whole, under their hash."""

import hashlib

import pytest

from articles.models import Capture

pytestmark = pytest.mark.django_db


def test_the_bytes_come_back_unchanged():
    capture = Capture.objects.keep(b"caf\xe9 \x00", media_type="text/plain")
    assert capture.read() == b"caf\xe9 \x00"
    assert capture.sha256 == hashlib.sha256(b"caf\xe9 \x00").hexdigest()


def test_the_same_bytes_are_stored_once_and_each_arrival_noted(settings, tmp_path):
    for _ in range(2):
        Capture.objects.keep(b"same")
    files = [path for path in (tmp_path / "media").rglob("*") if path.is_file()]
    assert (len(files), Capture.objects.count()) == (1, 2)


def test_a_half_written_file_is_mended(settings, tmp_path):
    capture = Capture.objects.keep(b"whole text")
    [stored] = [path for path in (tmp_path / "media").rglob("*") if path.is_file()]
    stored.write_bytes(b"who")
    Capture.objects.keep(b"whole text")
    assert capture.read() == b"whole text"
