"""Dates as newspapers write them, and which day a weekday word means."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .spans import Story

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_AMERICAN = re.compile(
    rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.I
)
_BRITISH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:\b|T)")
_SLASHED = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b")
_FORMS = (_ISO, _AMERICAN, _BRITISH, _SLASHED)
_NUMBER = re.compile(r" \d")
_NO_YEAR = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})\b(?!,? \d{{4}})")

WEEKDAY_WORD = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:[’']s)?\b"
)
_AHEAD = re.compile(
    r"\b(?:next|until|will|upcoming|coming|this|by|scheduled|set for|ahead of|before|plans?)\b",
    re.I,
)


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first full date in the text with where it stands, or none."""
    found = [hit for form in _FORMS for hit in (form.search(text),) if hit]
    for hit in sorted(found, key=lambda hit: hit.start()):
        day = _as_date(hit)
        if day:
            return day, hit.start(), hit.end()
    return None


def _as_date(hit: re.Match[str]) -> date | None:
    try:
        return date(int(hit["year"]), _month_number(hit["month"]), int(hit["day"]))
    except ValueError:
        return None


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3].lower()))


def day_told(story: Story) -> date | None:
    """The first full date in a story that states no day of its own."""
    found = find_date(story.body)
    return found[0] if found else None


def days_named(text: str, near: date) -> list[tuple[date, int, int]]:
    """Days given without a year ("March 3"), the last one not after `near`."""
    days = []
    if not _NUMBER.search(text):
        return days
    for hit in _NO_YEAR.finditer(text):
        day = _nearest(hit, near)
        if day:
            days.append((day, hit.start(), hit.end()))
    return days


def _nearest(hit: re.Match[str], near: date) -> date | None:
    month, day = _month_number(hit["month"]), int(hit["day"])
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    past = [one for one in found if one <= near]
    return max(past) if past else min(found, default=None)


def last_weekday(word: str, on: date) -> date:
    """The latest day of that name not after `on`."""
    back = (on.weekday() - WEEKDAYS.index(word.lower())) % 7
    return on - timedelta(days=back)


def speaks_of_the_future(text: str, position: int) -> bool:
    """Whether the words just before a weekday put it ahead of the story."""
    return bool(_AHEAD.search(text, max(0, position - 40), position))


def in_words(day: date) -> str:
    """As readers are shown every date: March 4, 2020."""
    return f"{MONTHS[day.month - 1].capitalize()} {day.day}, {day.year}"


def weekday_name(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()
