"""When: from a day, month or year to another, or the last so many days, weeks, months or years."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

FORM = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
ROLLING_FORM = re.compile(r"(\d{1,4})\s*([dwmy])", re.ASCII | re.IGNORECASE)


class Span(StrEnum):
    DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"
    YEARS = "y"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """2020, 2020-03 or 2020-03-04; ``month`` and ``day`` are 0 where they are not given."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def written(self) -> str:
        """As every reader is shown a date: March 4, 2020; March 2020; 2020."""
        month = calendar.month_name[self.month]
        if self.day:
            return f"{month} {self.day}, {self.year}"
        return f"{month} {self.year}" if self.month else str(self.year)

    @classmethod
    def of(cls, day: dt.date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    def later(self, steps: int) -> "PartialDate":
        """So many years, months or days later, whichever it is exact to."""
        if self.day:
            return PartialDate.of(self.first + dt.timedelta(days=steps))
        if self.month:
            months = self.year * 12 + self.month - 1 + steps
            return PartialDate(months // 12, months % 12 + 1)
        return PartialDate(self.year + steps)

    def until(self, last: "PartialDate") -> int:
        """Years, months or days to ``last``, which is as exact."""
        if self.day:
            return (last.first - self.first).days
        if self.month:
            return (last.year - self.year) * 12 + last.month - self.month
        return last.year - self.year

    def around(self) -> "PartialDate | None":
        """The month of a day, the year of a month."""
        if self.day:
            return PartialDate(self.year, self.month)
        return PartialDate(self.year) if self.month else None

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Rolling:
    """The last ``number`` days, weeks, months or years, counted back from the day of asking."""

    number: int
    span: Span

    def __str__(self) -> str:
        return f"{self.number}{self.span}"

    def first(self, today: dt.date) -> dt.date:
        """The last 1 day is today alone, the last month begins the day after a month ago."""
        if self.span in (Span.DAYS, Span.WEEKS):
            days = self.number * (7 if self.span is Span.WEEKS else 1)
            return _back(today, days - 1)
        months = self.number * (12 if self.span is Span.YEARS else 1)
        return _months_before(today, months) + dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Both ends are in it; None leaves an end open. ``rolling`` stands instead of both."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    rolling: Rolling | None = None

    @property
    def is_always(self) -> bool:
        return self == ALWAYS

    def settled(self, today: dt.date) -> "Period":
        """The same days with both ends given."""
        if not self.rolling:
            return self
        return Period(PartialDate.of(self.rolling.first(today)), PartialDate.of(today))


ALWAYS = Period()


def parse_date(text: str) -> PartialDate:
    """Raises ValueError with a message for the reader."""
    found = FORM.fullmatch(text.strip())
    if not found:
        raise ValueError(f"“{text[:40]}” is no date: write 2020, 2020-03 or 2020-03-04.")
    date = PartialDate(*(int(part or 0) for part in found.groups()))
    try:
        date.first  # noqa: B018  (30 February has the form of a date)
    except ValueError:
        raise ValueError(f"There is no day {text.strip()}.") from None
    return date


def parse_rolling(text: str) -> Rolling:
    """Raises ValueError with a message for the reader."""
    found = ROLLING_FORM.fullmatch(text.strip())
    if not found or not int(found[1]):
        raise ValueError(
            f"“{text[:40]}” is no stretch of time: write 30d, 6w, 3m or 2y "
            "for the last 30 days, 6 weeks, 3 months or 2 years."
        )
    return Rolling(int(found[1]), Span(found[2].lower()))


def _back(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - days))


def _months_before(day: dt.date, months: int) -> dt.date:
    at = max(12, day.year * 12 + day.month - 1 - months)
    year, month = at // 12, at % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
