"""The mentions of one person as they are brought together, with what they tell so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from .findings import NameMention
from .spans import Span


class Group:
    """Starts with all mentions in full of one name, in reading order, or with a short one.

    What is asked of a group is kept as it grows: going through its mentions for each that may
    join them would take the square of their number.
    """

    def __init__(self, mentions: Iterable[NameMention]) -> None:
        self.mentions: list[NameMention] = []
        self.genders: set[str] = set()
        self.parties: set[str] = set()
        self.offices: set[str] = set()
        for one in mentions:
            self.add(one)
        full = [one.span for one in self.mentions if one.is_full]
        self._full, self._first_full = sorted(full), full[0] if full else None

    @property
    def first(self) -> NameMention:
        return self.mentions[0]

    def add(self, one: NameMention) -> None:
        self.mentions.append(one)
        if one.gender:
            self.genders.add(one.gender)
        if one.party:
            self.parties.add(one.party)
        if one.office:
            self.offices.add(one.office)

    def is_introduced_by(self, span: Span) -> bool:
        """Whether the name stands in full ahead of the place."""
        return bool(self._full) and self._full[0] < span

    def is_named_between(self, start: int, span: Span) -> bool:
        """Whether it stands in full behind the start and ahead of the place, in one field."""
        at = bisect_left(self._full, Span(span.field, start, 0))
        return at < len(self._full) and self._full[at] < Span(span.field, span.start, 0)

    def is_first_named_after(self, span: Span) -> bool:
        """Whether the place stands ahead of the first in full, in one field."""
        first = self._first_full
        return first is not None and first.field == span.field and span < first
