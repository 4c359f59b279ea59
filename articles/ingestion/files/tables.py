"""CSV and JSON Lines: rows one by one, however large the file; a bad row never sinks the others."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

from articles.ingestion.decoding import encoding_of, encoding_of_all
from articles.ingestion.errors import IngestError, NotAText
from articles.ingestion.files.days import days_come_first
from articles.ingestion.files.limits import Limits, over
from articles.ingestion.files.parts import BadPart, Part
from articles.ingestion.files.rows import DAYS, ROW_TYPE, as_row

HEAD_BYTES = 1 << 16
DELIMITERS = ",;\t|"
SHOWN = 5
GUESSES = {
    "headline": ("headline", "title", "head", "subject"),
    "deck": ("deck", "dek", "subhead", "subtitle", "standfirst", "summary", "description"),
    "body": ("body", "text", "content", "article", "fulltext", "story", "html"),
    "bylines": ("bylines", "byline", "author", "authors", "writer", "by"),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper", "site"),
    "published": ("published", "date", "pubdate", "publishedat", "publisheddate", "publishdate"),
    "updated": ("updated", "modified", "updatedat", "lastmodified"),
    "url": ("url", "link", "address", "permalink", "canonical", "canonicalurl"),
    "section": ("section", "desk", "category"),
    "kind": ("kind", "type", "genre"),
    "agency": ("agency", "wire"),
    "dateline": ("dateline", "location"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """The columns, the first rows, and which field each column seems to hold."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proposed: dict[str, str]


def preview(head: bytes, name: str) -> Preview:
    """What the beginning of a table shows. Raises IngestError where it is no table."""
    is_cut = len(head) >= HEAD_BYTES
    whole = head[: head.rfind(b"\n") + 1] if is_cut and b"\n" in head else head
    if name.lower().endswith((".jsonl", ".ndjson")):
        found = _json_rows(io.BytesIO(whole))
        rows = [row for _, row in zip(range(SHOWN), found, strict=False) if isinstance(row, dict)]
        columns = tuple(dict.fromkeys(name for row in rows for name in row))
        shown = tuple(tuple(_text(row.get(name)) for name in columns) for row in rows)
    else:
        reader = _reader(io.BytesIO(whole), encoding_of(head))
        columns = _columns(reader)
        shown = tuple(tuple(row) for _, row in zip(range(SHOWN), _safe(reader), strict=False))
    if not columns:
        raise NotAText("There are no columns in this table: its first line must name them.")
    return Preview(columns, shown, proposed_fields(columns))


def proposed_fields(columns: Iterable[str]) -> dict[str, str]:
    """Which field each column seems to hold, by its name; for those that seem to hold one."""
    found: dict[str, str] = {}
    for field, words in GUESSES.items():
        for column in columns:
            plain = "".join(letter for letter in column.lower() if letter.isalnum())
            if plain in words and column not in found and field not in found.values():
                found[column] = field
    return found


def csv_parts(
    file: BinaryIO, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Part | BadPart]:
    encoding = encoding_of_all(file)
    day_first = days_come_first(_days_in(file, encoding, columns))
    reader = _reader(file, encoding)
    names = _columns(reader)
    position = -1
    while True:
        position += 1
        _require_rows(position, limits)
        name = f"row {position + 2}"
        try:
            row = next(reader, None)
        except (csv.Error, UnicodeDecodeError) as error:
            yield BadPart(name, position, _unreadable(error))
            if isinstance(error, UnicodeDecodeError):
                return  # the decoder can't find its place again
            continue
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        row = _without_blank_end(row, len(names))
        if len(row) != len(names):
            yield BadPart(name, position, _uneven(row, names))
            continue
        values = dict(zip(names, row, strict=True))
        yield _part(name, position, values, columns, day_first=day_first)


def _days_in(file: BinaryIO, encoding: str, columns: Mapping[str, str]) -> Iterator[str]:
    """What stands in the columns of days: how a table writes them, no row can tell alone."""
    reader = _reader(file, encoding)
    names = _columns(reader)
    places = [at for at, name in enumerate(names) if columns.get(name) in DAYS]
    with suppress(csv.Error, UnicodeDecodeError):  # who reads the rows tells what is wrong
        for row in reader if places else ():
            yield from (row[at] for at in places if at < len(row))


def json_parts(
    file: BinaryIO, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Part | BadPart]:
    for position, row in enumerate(_json_rows(file, limits.max_member_bytes)):
        _require_rows(position, limits)
        name = f"row {position + 1}"
        if isinstance(row, IngestError):
            yield BadPart(name, position, row)
        elif row:
            yield _part(name, position, {key: _text(value) for key, value in row.items()}, columns)


def _part(
    name: str,
    position: int,
    values: Mapping[str, str],
    columns: Mapping[str, str],
    *,
    day_first: bool = False,
) -> Part:
    row = {field: values.get(column, "") for column, field in columns.items()}
    return Part(name, position, as_row(row, day_first=day_first), ROW_TYPE, "", "utf-8")


def _json_rows(file: BinaryIO, longest: int = 20_000_000) -> Iterator[dict | IngestError]:
    for number, line in enumerate(iter(lambda: file.readline(longest), b""), 1):
        if not line.strip():
            yield {}
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield IngestError(f"Line {number} is no JSON.", kind="row")
            continue
        if isinstance(row, dict):
            yield {_storable(name): value for name, value in row.items()}
        else:
            yield IngestError(f"Line {number} is no JSON object with named fields.", kind="row")


def _reader(file: BinaryIO, encoding: str):
    """From the beginning of the file."""
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    text = io.TextIOWrapper(io.BufferedReader(_Unclosed(file)), encoding=encoding, newline="")
    csv.field_size_limit(20_000_000)
    return csv.reader(_without_nul(text), delimiter=delimiter_of(head.decode(encoding, "replace")))


class _Unclosed(io.RawIOBase):
    """Leaves the file open when the text layer goes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _without_nul(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\x00", "")


def delimiter_of(text: str, among: str = DELIMITERS) -> str:
    """What parts cells: the sign of ``among`` most often in the first line, the first if none is.

    Spreadsheets write semicolons in much of the world.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(among, key=first.count)


def _columns(reader) -> tuple[str, ...]:
    """The names in the head; a column without one is called by its number."""
    names = next((row for row in _safe(reader) if _is_head(row)), [])
    columns = tuple(name.strip() or f"column {n}" for n, name in enumerate(names, 1))
    twice = {name for name in columns if columns.count(name) > 1}
    if twice:
        raise IngestError(
            f"The column {sorted(twice)[0]!r} is there twice: give each its own name.", kind="row"
        )
    return columns


def _is_head(row: list[str]) -> bool:
    """Not a blank line, nor the "sep=;" that spreadsheets may put above the head."""
    return any(cell.strip() for cell in row) and not row[0].lower().startswith("sep=")


def _without_blank_end(row: list[str], width: int) -> list[str]:
    """Spreadsheets write empty cells where something once stood beyond the table."""
    return row[:width] if not any(cell.strip() for cell in row[width:]) else row


def _safe(reader) -> Iterator[list[str]]:
    try:
        yield from reader
    except (csv.Error, UnicodeDecodeError) as error:
        raise _unreadable(error) from None


def _unreadable(error: Exception) -> IngestError:
    if isinstance(error, UnicodeDecodeError):
        return IngestError(
            "From here on the letters can't be read: the table mixes encodings. Save it as UTF-8.",
            kind="encoding",
        )
    return IngestError(f"This row can't be read: {error}.", kind="row")


def _uneven(row: list[str], names: tuple[str, ...]) -> IngestError:
    return IngestError(
        f"It has {len(row)} cells where the head has {len(names)}: a mark that parts cells stands "
        "in a text without quotation marks, or a cell is missing.",
        kind="row",
    )


def _require_rows(position: int, limits: Limits) -> None:
    if position >= limits.max_rows:
        raise over("The table has too many rows", limits.max_rows, "INGEST_MAX_ROWS")


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_text(one) for one in value)
    return _storable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _storable(text: str) -> str:
    """Without what JSON can write and no text has: NUL, and halves of letters."""
    return text.replace("\x00", "").encode("utf8", "replace").decode()
