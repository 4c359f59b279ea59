"""Days as spreadsheets write them."""

import datetime as dt
import re
from collections.abc import Iterable

from articles.extraction.dates import find_date

SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
SHEET_DAY = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
MONTHS = 12


def day_of_sheet(text: str, *, day_first: bool = False) -> dt.date | None:
    """The day of 3/4/20, 4-Mar-20 or 2020/3/4; None for another form. Raises ValueError.

    "3/4/20" is March 4, with ``day_first`` April 3.
    """
    if found := SLASHED.fullmatch(text):
        first, second, year = found.groups()
        day, month = (first, second) if day_first else (second, first)
        return dt.date(_whole_year(year), int(month), int(day))
    if found := SHEET_DAY.fullmatch(text):
        day, name, year = found.groups()
        written = find_date(f"{day} {name} {_whole_year(year)}")
        return written[0] if written else None
    if found := YEAR_FIRST.fullmatch(text):
        return dt.date(*map(int, found.groups()))
    return None


def days_come_first(cells: Iterable[str]) -> bool:
    """Whether 31/12/2020 stands among the cells, and nothing like 12/31/2020 does."""
    is_shown = False
    for cell in cells:
        found = SLASHED.fullmatch(cell.strip())
        if found and int(found[2]) > MONTHS:
            return False
        is_shown = is_shown or bool(found and int(found[1]) > MONTHS)
    return is_shown


def _whole_year(text: str) -> int:
    """As spreadsheets take two digits: 30 to 99 are of the last century."""
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 30 else 2000)
