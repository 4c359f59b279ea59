"""Numbers of articles month by month, months without any included: bars to be drawn."""

from calendar import month_abbr, month_name
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

LONGEST = 36
FEW = 14


class Month(NamedTuple):
    year: int
    month: int

    @classmethod
    def of(cls, text: str) -> "Month":
        """Of "2020-03"."""
        year, _, month = text.partition("-")
        return cls(int(year), int(month))

    def later(self, months: int) -> "Month":
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)

    def until(self, last: "Month") -> int:
        return (last.year - self.year) * 12 + last.month - self.month

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


class Count(NamedTuple):
    """``part`` of the ``total`` articles are of a kind that is drawn apart."""

    total: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """Heights are percentages of the highest bar; ``tick`` and ``year`` stand below some."""

    label: str
    tick: str
    year: str
    count: Count
    height: int
    part_height: int
    url: str = ""
    is_selected: bool = False


def bars(
    counts: Mapping[Month, Count],
    url_of: Callable[[Month], str] = lambda month: "",
    selected: frozenset[Month] = frozenset(),
) -> list[Bar]:
    """The newest months up to the last that has an article; none where there is but one."""
    if len(counts) < 2:
        return []
    last = max(counts)
    reach = min(min(counts).until(last), LONGEST - 1)
    months = [last.later(-back) for back in range(reach, -1, -1)]
    highest = max(counts.get(month, Count(0)).total for month in months) or 1
    return [
        _bar(
            month,
            counts.get(month, Count(0)),
            highest,
            tick=month_abbr[month.month] if len(months) <= FEW else "",
            year=str(month.year) if month == months[0] or month.month == 1 else "",
            url=url_of(month) if month in counts else "",
            is_selected=month in selected,
        )
        for month in months
    ]


def _bar(month: Month, count: Count, highest: int, **drawn) -> Bar:
    return Bar(
        label=f"{month_name[month.month]} {month.year}",
        count=count,
        height=_share(count.total, highest),
        part_height=_share(count.part, highest),
        **drawn,
    )


def _share(count: int, highest: int) -> int:
    """At least a visible line where there is anything."""
    return max(round(100 * count / highest), 3) if count else 0
