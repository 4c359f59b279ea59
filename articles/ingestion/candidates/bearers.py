"""Those who share a surname and may be in the news, so that a date finds them without a search."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable


class Bearers:
    """Who of one surname held an office or ran for one: thousands may, and the news means few.

    Made of rows (person, office, end or None) and (person, year of a race).
    """

    __slots__ = ("_by_office", "_enders", "_ends", "_runners", "_years")

    def __init__(
        self,
        held: Iterable[tuple[int, str, dt.date | None]] = (),
        ran: Iterable[tuple[int, int]] = (),
    ) -> None:
        by_office: dict[str, set[int]] = defaultdict(set)
        ends: dict[int, dt.date] = {}
        for person, office, end in held:
            by_office[office].add(person)
            ends[person] = max(ends.get(person, dt.date.min), end or dt.date.max)
        years: dict[int, int] = {}
        for person, year in ran:
            years[person] = max(years.get(person, 0), year)
        self._by_office = {office: tuple(people) for office, people in by_office.items()}
        self._enders, self._ends = _by_value(ends)
        self._runners, self._years = _by_value(years)

    def meant(self, since: dt.date, year: int, offices: Collection[str]) -> set[int]:
        """Who held an office since that day, or ever one of ``offices``, or runs from that year."""
        found = {*self._enders[bisect_left(self._ends, since) :]}
        found.update(self._runners[bisect_left(self._years, year) :])
        for office in offices:
            found.update(self._by_office.get(office, ()))
        return found


def _by_value(values: dict) -> tuple[tuple, tuple]:
    """The keys and the values, in the order of the values."""
    pairs = sorted(values.items(), key=lambda pair: pair[1])
    return tuple(key for key, _ in pairs), tuple(value for _, value in pairs)
