"""Small readings that the forms share: dates, numbers, rows of CSV."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator

from articles.ingestion.rosters.records import Malformed, Row


def day(text: str | None) -> dt.date | None:
    """An ISO date, or None where there is none; raises ValueError on anything else."""
    text = str(text or "").strip()
    return dt.date.fromisoformat(text) if text else None


def number(text: str | None) -> int | None:
    text = str(text or "").replace(",", "").strip()
    return int(text) if text else None


def district(text: str | int | None) -> str:
    """ "1", "01" and 1 are one district; an at-large one is "0"; a place stays as it is."""
    text = str("" if text is None else text).strip()
    if text.lstrip("-").isdigit():
        return str(max(0, int(text)))
    return text


def csv_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, row by column) of a CSV text with a header."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        yield reader.line_num, row


def each(
    rows: Iterator[tuple[int, dict]], made: Callable[[dict], Row | None]
) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    """Rows made one by one: one that can't be is named by its line and left out."""
    good, bad = [], []
    for line, row in rows:
        try:
            record = made(row)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            bad.append(Malformed(line, _said(error)))
            continue
        if record is not None:
            good.append(record)
    return tuple(good), tuple(bad)


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the column {error} is missing"
    return str(error) or type(error).__name__
