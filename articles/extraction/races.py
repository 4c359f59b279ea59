"""Offices a story names as something to be won, and the states it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .findings import OfficeWord, PlaceWord
from .gazetteer import state_code, states_named
from .spans import Span
from .wordlists import near

_CONTEST = (
    r"(?:seat|race|primary|runoff|election|contest|campaign|candidates?|nominee|nomination|bid"
    r"|hopefuls?|rivals?|matchup|debate|challenger|ticket|ballot|special election|primaries)"
)
_QUALIFIED = re.compile(r"(?P<words>(?:special |U\.S\. |Republican |Democratic |GOP |the |a )*)$")
_DATED = re.compile(r"\b(?P<year>(?:19|20)\d{2}) $")
_REACH_AHEAD = 44
_RUN_FOR = (
    r"(?:run(?:ning|s)? for|ran for|race for|bid for|campaign for|election to|candidates? for"
    r"|contest for|seat in|nomination for|vote for|elect(?:ed)? to|term in)"
    r" (?:the |an? )?(?:U\.S\. )?"
)
_IN_STATE = r"(?: (?:in|from|of) (?P<where>[A-Z][a-z]+(?: [A-Z][a-z]+)?))?"

_NAMES = {
    "senate": r"Senate|senatorial",
    "president": r"presidential",
    "governor": r"gubernatorial|governor[’']s",
    "mayor": r"mayoral|mayor[’']s",
    "house": r"(?:\d{1,2}(?:st|nd|rd|th) )?(?:Congressional District|congressional|House)",
    "county": r"(?:county )?commission(?:er)?|County Commission(?: chair)?",
    "state_senate": r"state Senate",
    "state_house": r"state House",
    "attorney_general": r"attorney general[’']s",
    "secretary_of_state": r"secretary of state[’']s",
    "other": r"bond(?: measure)?|ballot measure|[Mm]easure \w{1,3}|school board",
}
_SOUGHT = {
    "senate": r"Senate",
    "president": r"president|presidency|White House",
    "governor": r"governor",
    "mayor": r"mayor",
    "house": r"House|Congress",
    "county": r"(?:county )?commission(?: chair)?|commission chair|County Commission chair",
    "attorney_general": r"attorney general",
    "secretary_of_state": r"secretary of state",
}
_NAMED = {
    office: re.compile(rf"\b(?:{name}) {_CONTEST}\b{_IN_STATE}") for office, name in _NAMES.items()
}
_RUN_FOR_ONE = {
    office: re.compile(rf"\b{_RUN_FOR}(?:{name})\b(?! (?:race|to)){_IN_STATE}")
    for office, name in _SOUGHT.items()
}
# What no form does without, so that most stretches are done with after a look or two.
_WORTH = ((re.compile(rf" {_CONTEST}\b"), _NAMED), (re.compile(rf"\b{_RUN_FOR}"), _RUN_FOR_ONE))
_DISTRICT = re.compile(
    r"\b(?:(?P<nth>\d{1,2})(?:st|nd|rd|th) (?:Congressional )?District"
    r"|(?:Congressional )?District (?P<number>\d{1,2})|(?P<postal>[A-Z]{2})-(?P<short>\d{1,2}))\b"
)
# A part of every office's name, whatever its case; the forms are tried around these alone.
_STEMS = (
    "enat", "resid", "overn", "ubern", "ayor", "ouse", "ongress", "istrict", "ommission",
    "ttorney", "ecretary", "bond", "measure", "Measure", "school board",
)  # fmt: skip
_STEMS_OF = {
    "senate": ("enat",),
    "president": ("resid", "White House"),
    "governor": ("overn", "ubern"),
    "mayor": ("ayor",),
    "house": ("ouse", "ongress"),
    "county": ("ommission",),
    "state_senate": ("state Senate",),
    "state_house": ("state House",),
    "attorney_general": ("ttorney",),
    "secretary_of_state": ("ecretary",),
    "other": ("bond", "measure", "Measure", "school board"),
}
_REACH = 70


def find_offices(field: str, text: str) -> list[OfficeWord]:
    """Each "Alabama Senate race", "seat in the Senate", "run for governor", with its state."""
    found = [
        _as_office(field, office, text, hit)
        for start, end in near(text, _STEMS, _REACH, _REACH)
        for office, form in _forms_worth_trying(text, start, end)
        for hit in form.finditer(text, start, end)
    ]
    return sorted(found, key=lambda one: one.span.start)


def _forms_worth_trying(text: str, start: int, end: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    worth = [forms for needed, forms in _WORTH if needed.search(text, start, end)]
    if not worth:
        return
    stretch = text[start:end]
    offices = [
        office for office, stems in _STEMS_OF.items() if any(stem in stretch for stem in stems)
    ]
    for forms in worth:
        yield from ((office, forms[office]) for office in offices if office in forms)


def _as_office(field: str, office: str, text: str, hit: re.Match[str]) -> OfficeWord:
    ahead = _read_ahead(text[max(0, hit.start() - _REACH_AHEAD) : hit.start()])
    district = _DISTRICT.search(hit.group())
    return OfficeWord(
        office=office,
        span=Span(field, hit.start() - ahead.length, hit.end()),
        contest=True,
        state=ahead.state or state_code(hit["where"] or ""),
        district=_number(district) if district else "",
        year=ahead.year,
        special=ahead.special or "special election" in hit.group(),
    )


class _Ahead(NamedTuple):
    length: int
    state: str = ""
    year: int = 0
    special: bool = False


def _read_ahead(window: str) -> _Ahead:
    """ "the 2020 Alabama special ..." read backwards from the office."""
    qualified = _QUALIFIED.search(window)
    left = window[: qualified.start()]
    states = [one for one in states_named(left) if left[one[1] :].strip(" ") in ("", "’s", "'s")]
    state = states[-1][2] if states else ""
    left = left[: states[-1][0]] if states else left
    dated = _DATED.search(left)
    left = left[: dated.start()] if dated else left
    length = len(window) - len(left) if state or dated else 0
    year = int(dated["year"]) if dated else 0
    return _Ahead(length, state, year, "special" in qualified["words"])


def _number(hit: re.Match[str]) -> str:
    return str(int(hit["nth"] or hit["number"] or hit["short"]))


def find_districts(text: str) -> set[str]:
    """The numbers of the districts a text names."""
    return {_number(hit) for hit in _DISTRICT.finditer(text)}


def find_places(field: str, text: str) -> list[PlaceWord]:
    return [
        PlaceWord(code, Span(field, start, end)) for start, end, code in states_named(text) if code
    ]
