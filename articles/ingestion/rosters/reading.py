"""Small readings that the forms share: dates, numbers, rows of CSV."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator

from articles.ingestion.files.days import day_of_sheet
from articles.ingestion.files.tables import delimiter_of
from articles.ingestion.rosters.records import Malformed, Row

DELIMITERS = ",;\t"  # a "|" parts names within a cell


def day(text: str | None) -> dt.date | None:
    """A date as ISO has it or spreadsheets write it; None where there is none.

    Raises ValueError, in words for who wrote it, on anything else.
    """
    text = str(text or "").strip()
    if not text:
        return None
    try:
        return day_of_sheet(text) or dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day: write it like 2020-03-04") from None


def number(text: str | None) -> int | None:
    text = str(text or "").replace(",", "").strip()
    return int(text) if text else None


def district(text: str | int | None) -> str:
    """ "1", "01" and 1 are one district; an at-large one is "0"; a place stays as it is."""
    text = str("" if text is None else text).strip()
    if text.lstrip("-").isdigit():
        return str(max(0, int(text)))
    return text


def head_of(text: str) -> list[str]:
    """The names in the first line of a table."""
    first = text.split("\n", 1)[0].rstrip("\r")
    return next(csv.reader([first], delimiter=delimiter_of(text, DELIMITERS)), [])


def csv_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, row by column) of a CSV text with a header."""
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text, DELIMITERS))
    for row in reader:
        yield reader.line_num, row


def rows_of_list(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Likewise of a list that editors write: "Name " is the column ``name``."""
    for line, row in csv_rows(text):
        yield line, {plain_name(name): cell for name, cell in row.items() if name is not None}


def plain_name(column: str) -> str:
    return column.strip().lower()


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
