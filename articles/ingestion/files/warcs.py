"""Web archives (WARC): the pages that answered with 200, each with its address."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from articles.ingestion.errors import Damaged, IngestError
from articles.ingestion.files.limits import Limits, over
from articles.ingestion.files.parts import BadPart, Part

CHUNK = 1 << 16
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
CODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


def warc_parts(file: BinaryIO, limits: Limits) -> Iterator[Part | BadPart]:
    """Records that are no page are passed over in silence; one that is broken is told."""
    size = file.seek(0, 2)
    file.seek(0)
    records = ArchiveIterator(file, no_record_parse=False)
    position, left = -1, limits.max_total_bytes
    while True:
        position += 1
        if position >= limits.max_members:
            raise over("The web archive holds too many records", position, "INGEST_MAX_MEMBERS")
        record = _next(records, position)
        if record is None:
            break
        part = _part(record, position, limits, left)
        if isinstance(part, Part):
            left -= len(part.content)
        if part:
            yield part
    if records.offset < size:
        yield BadPart(f"record {position + 1}", position, _broken_off(position))


def _next(records: ArchiveIterator, position: int) -> ArcWarcRecord | None:
    """The next record; None at the end, and where it breaks off."""
    try:
        return next(records, None)
    except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, OSError, AttributeError):
        # The library meets a record that is cut off with whatever its own code runs into.
        if position:
            return None
        raise Damaged("This web archive is damaged: it has no readable record.") from None


def _broken_off(position: int) -> IngestError:
    return IngestError(
        f"The web archive breaks off or is damaged after record {position}: what came before it "
        "is taken in.",
        kind="truncated",
    )


def _part(record: ArcWarcRecord, position: int, limits: Limits, left: int) -> Part | BadPart | None:
    url = _address(record)
    name, media_type = url or f"record {position + 1}", _media_type(record)
    if not _is_page(record, media_type):
        return None
    try:
        content = _content(record, min(limits.max_member_bytes, left))
        _require_whole(record, position)
    except IngestError as error:
        return BadPart(name, position, error)
    except (EOFError, zlib.error, ValueError, OSError, ArchiveLoadFailed):
        return BadPart(name, position, _broken_off(position))
    bare, _, rest = media_type.partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'").split(";")[0]
    return Part(name, position, content, bare.strip(), url, charset)


def _address(record: ArcWarcRecord) -> str:
    """Where the page was; nothing where that is no address of the web."""
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>").replace("\0", "")
    return url if url.startswith(("http://", "https://")) else ""


def _require_whole(record: ArcWarcRecord, position: int) -> None:
    """A record says how long it is: less than that was cut off."""
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _broken_off(position)


def _media_type(record: ArcWarcRecord) -> str:
    if record.http_headers:
        return (record.http_headers.get_header("Content-Type") or "text/html").lower()
    return (record.rec_headers.get_header("Content-Type") or "").lower()


def _is_page(record: ArcWarcRecord, media_type: str) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    if record.rec_type == "response" and (not headers or headers.get_statuscode() != "200"):
        return False
    return media_type.startswith(PAGES)


def _content(record: ArcWarcRecord, most: int) -> bytes:
    """The bytes behind the HTTP coding, counted while they unfold."""
    coding = ""
    if record.http_headers:
        coding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    if coding in ("", "identity"):
        return _bounded(iter(lambda: record.content_stream().read(CHUNK), b""), most)
    if coding not in CODINGS:
        raise IngestError(
            f"The page is compressed in a way that is not read ({coding}).", kind="compression"
        )
    return _bounded(_unfolded(record, CODINGS[coding]), most)


def _unfolded(record: ArcWarcRecord, window: int) -> Iterator[bytes]:
    inflate = zlib.decompressobj(window)
    while raw := record.raw_stream.read(CHUNK):
        while raw:
            piece = inflate.decompress(raw, CHUNK)
            if not piece:
                break
            yield piece
            raw = inflate.unconsumed_tail


def _bounded(pieces: Iterator[bytes], most: int) -> bytes:
    found, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise over("The page unfolds to too many bytes", most, "INGEST_MAX_MEMBER_BYTES")
        found.append(piece)
    return b"".join(found)
