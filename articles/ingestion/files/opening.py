"""The parts of a container, one after the other, never all in memory."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from articles.ingestion.files.kinds import FileKind
from articles.ingestion.files.limits import Limits
from articles.ingestion.files.parts import BadPart, Part
from articles.ingestion.files.tables import csv_parts, json_parts
from articles.ingestion.files.warcs import warc_parts
from articles.ingestion.files.zips import zip_parts


def parts_of(
    file: BinaryIO, kind: FileKind, *, limits: Limits, columns: Mapping[str, str] | None = None
) -> Iterator[Part | BadPart]:
    """Yields what is in ``file``; ``columns`` gives our field for each column of a table.

    A part that is broken is a BadPart and the others follow. Raises IngestError where the whole
    is broken or over a limit.
    """
    if kind.name == "csv":
        return csv_parts(file, limits, columns or {})
    if kind.name == "jsonl":
        return json_parts(file, limits, columns or {})
    return warc_parts(file, limits) if kind.name == "warc" else zip_parts(file, limits)
