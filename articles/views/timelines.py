"""Numbers of articles year by year, month by month or day by day: bars to be drawn."""

from calendar import month_abbr
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles.search.periods import PartialDate

LONGEST = 36
FEW = 14
EVERY = 5


class Count(NamedTuple):
    """``part`` of the ``total`` articles are of a kind that is drawn apart."""

    total: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """Heights are percentages of the highest bar; ``tick`` and ``era`` stand below some."""

    label: str
    tick: str
    era: str
    count: Count
    height: int
    part_height: int
    url: str = ""

    @property
    def total(self) -> str:
        return f"{self.count.total:,}"


def bars(
    counts: Mapping[PartialDate, Count],
    url_of: Callable[[PartialDate], str] = lambda date: "",
    longest: int = LONGEST,
) -> list[Bar]:
    """The newest dates up to the last that has an article, those without any included; none
    where there is but one. All dates are equally exact.
    """
    if len(counts) < 2:
        return []
    last = max(counts)
    reach = min(min(counts).until(last), longest - 1)
    dates = [last.later(-back) for back in range(reach, -1, -1)]
    highest = max(counts.get(date, Count(0)).total for date in dates) or 1
    return [
        _bar(
            date,
            counts.get(date, Count(0)),
            highest,
            tick=_tick(date) if len(dates) <= FEW else "",
            era=_era(date, is_first=date == dates[0], is_crowded=len(dates) > FEW),
            url=url_of(date) if date in counts else "",
        )
        for date in dates
    ]


def _bar(date: PartialDate, count: Count, highest: int, **drawn) -> Bar:
    return Bar(
        label=date.written,
        count=count,
        height=_share(count.total, highest),
        part_height=_share(count.part, highest),
        **drawn,
    )


def _tick(date: PartialDate) -> str:
    return str(date.day or "") or month_abbr[date.month]


def _era(date: PartialDate, *, is_first: bool, is_crowded: bool) -> str:
    """The month of days and the year of months where one begins; of years some or all."""
    if date.day:
        return month_abbr[date.month] if is_first or date.day == 1 else ""
    if date.month:
        return str(date.year) if is_first or date.month == 1 else ""
    return "" if is_crowded and date.year % EVERY else str(date.year)


def _share(count: int, highest: int) -> int:
    """At least a visible line where there is anything."""
    return max(round(100 * count / highest), 3) if count else 0
