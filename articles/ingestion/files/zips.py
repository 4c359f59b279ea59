"""Zip archives: nothing is written to disk, and nothing unfolds beyond its bounds."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from articles.ingestion.errors import Damaged, IngestError, Refused, TooBig
from articles.ingestion.files.limits import Limits, over
from articles.ingestion.files.parts import BadPart, Part
from articles.ingestion.files.saved_pages import furniture_of_pages

CHUNK = 1 << 16
SMALL = 100_000  # bytes that may come of anything, whatever the ratio
SILENT = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
NESTED = (b"PK\x03\x04",)


def zip_parts(file: BinaryIO, limits: Limits) -> Iterator[Part | BadPart]:
    try:
        archive = zipfile.ZipFile(file)
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise Damaged("This zip archive is damaged or cut off: pack it once more.") from None
    if len(members) > limits.max_members:
        raise over(
            f"The archive holds {len(members):,} files", limits.max_members, "INGEST_MAX_MEMBERS"
        )
    with archive:
        left = limits.max_total_bytes
        furniture = furniture_of_pages(member.filename for member in members)
        for position, member in enumerate(members):
            if member.is_dir() or member.filename in furniture or _is_silent(member.filename):
                continue
            try:
                content = _read(archive, member, limits, left)
            except IngestError as error:
                yield BadPart(member.filename, position, error)
                continue
            left -= len(content)
            yield Part(member.filename, position, content)


def _is_silent(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part in SILENT or part.startswith("._") for part in parts)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, left: int) -> bytes:
    _require_honest(member)
    if member.flag_bits & 0x1:
        raise Refused("It is encrypted: pack the archive without a password.", kind="locked")
    found, size = [], 0
    try:
        with archive.open(member) as file:
            while piece := file.read(CHUNK):
                size += len(piece)
                _require_small(size, member, limits, left)
                found.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
        raise Damaged("It is damaged in the archive: pack it once more.") from None
    return b"".join(found)


def _require_honest(member: zipfile.ZipInfo) -> None:
    """Nothing is unpacked to disk; still, a name like this is somebody's trick."""
    name = member.filename.replace("\\", "/")
    drive = len(name) > 1 and name[1] == ":"
    if name.startswith("/") or drive or ".." in PurePosixPath(name).parts:
        raise Refused(
            "Its name points outside the archive: take it out and give it as a file of its own.",
            kind="path",
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused("It is a link to another file, not a file.", kind="path")


def _require_small(size: int, member: zipfile.ZipInfo, limits: Limits, left: int) -> None:
    """By what really comes out: a header may say anything."""
    if size > limits.max_member_bytes:
        raise over(
            "It unfolds to too many bytes", limits.max_member_bytes, "INGEST_MAX_MEMBER_BYTES"
        )
    if size > left:
        raise over(
            "All together unfold to too many bytes",
            limits.max_total_bytes,
            "INGEST_MAX_TOTAL_BYTES",
        )
    if size > SMALL and size > limits.max_ratio * max(member.compress_size, 1):
        raise TooBig(
            f"It unfolds to more than {limits.max_ratio} times its size, as a zip bomb does "
            "(setting INGEST_MAX_RATIO)."
        )
