"""Offices as a reader tells them: terms that follow one another are one time in office."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import F, QuerySet

from articles.models import Party, Position

# Terms end on January 3 and the next is often recorded from the day of the oath.
BETWEEN_TERMS = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Tenure:
    name: str
    state: str
    district: str
    party: Party | None
    start: dt.date | None
    end: dt.date | None

    @classmethod
    def of(cls, term: Position) -> "Tenure":
        name = term.title or term.get_office_display()
        return cls(name, term.state, term.district, term.party, term.start, term.end)

    def goes_on_in(self, other: "Tenure") -> bool:
        """Whether ``other`` is the next term of the same office."""
        if not (self.end and other.start) or other.start - self.end > BETWEEN_TERMS:
            return False
        return replace(self, start=None, end=None) == replace(other, start=None, end=None)


def terms() -> QuerySet[Position]:
    """The oldest first; a term whose start is not known is older than all."""
    return Position.objects.select_related("party").order_by(F("start").asc(nulls_first=True), "pk")


def tenures(positions: Iterable[Position]) -> list[Tenure]:
    """The newest first; ``positions`` come the oldest first."""
    found: list[Tenure] = []
    for tenure in map(Tenure.of, positions):
        before = next((one for one in found if one.goes_on_in(tenure)), None)
        if before is None:
            found.append(tenure)
        else:
            found.remove(before)
            found.append(replace(tenure, start=before.start))
    return found[::-1]
