"""Datelines: "MOBILE, Ala. (Meridian Wire) — "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .dates import find_date
from .gazetteer import STATE_ABBREVIATION

_DASH = r"\s*(?:—|–|--|-)\s+"
_AGENCY = r"(?:\s*\((?P<agency>[^()]{2,40})\))?"
_DAY = (
    r"(?:,? (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?"
    r" \d{1,2}(?:, \d{4})?)?"
)
_CITY = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}"

# Must match "MOBILE, Ala. (AP) — ", "WASHINGTON — ", "Mobile, Ala. — "; must not match
# "Sessions — who lost — said", which names no state and is not in capitals.
_CAPITALS = re.compile(rf"(?P<place>{_CITY}(?:, (?:{STATE_ABBREVIATION}))?){_DAY}{_AGENCY}{_DASH}")
_WITH_STATE = re.compile(
    rf"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}, {STATE_ABBREVIATION})"
    rf"{_DAY}{_AGENCY}{_DASH}"
)
_WITH_AGENCY = re.compile(
    r"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})\s*\((?P<agency>[^()]{2,40})\)" + _DASH
)


@dataclass(frozen=True, slots=True)
class Dateline:
    place: str
    agency: str
    end: int
    on: date | None = None


def take_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph and where its text goes on, or none."""
    for form in (_CAPITALS, _WITH_STATE, _WITH_AGENCY):
        found = form.match(paragraph)
        if found:
            dated = find_date(found.group())
            on = dated[0] if dated else None
            return Dateline(found["place"], found["agency"] or "", found.end(), on)
    return None
