"""When, where, through whom and under which condition something was said."""

from __future__ import annotations

import re
from datetime import date

from .bylines import looks_like_outlet
from .dates import MONTHS, WEEKDAY_WORD, WEEKDAYS, days_named, last_weekday, speaks_of_the_future

_PLACE = r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:, [A-Z][a-z]+\.?(?= |,|$))?)"
_AT_A_NAME = re.compile(r"(?:[Ii]n|at|near) [A-Z]")
_WHERE = re.compile(
    r"\b(?:crowd|rally|event|audience|supporters|reporters|voters|speech|stop|forum|debate"
    r"|town hall|meeting|conference|interview|gathering|breakfast|speaking|spoke|said|says|told"
    r"|lunch|party|hearing|ceremony|luncheon|briefing) (?:in|at|near) " + _PLACE
)
# "In Dalton, Trump repeated": a place that opens the clause.
_OPENING = re.compile(
    r"(?:^|, )[Ii]n (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?=[A-Z]|he |she )"
)
_ANONYMITY = re.compile(
    r"(?:on (?:the )?condition of anonymity|(?:who |because |asking |requesting |was |were )"
    r"[^.;“”\"]{0,60}?(?:anonym|not (?:to )?be(?:ing)? (?:named|identified)|not authori[sz]ed"
    r"|declined to (?:be named|give))[^.;,“”\"]*)[^.;,“”\"]*"
)
_SIGNS_OF_ANONYMITY = ("anonym", "named", "identified", "not authori", "declined to give")
KNOWN_OUTLETS = frozenset(
    {
        "politico", "axios", "reuters", "the associated press", "associated press", "the hill",
        "bloomberg", "cnn", "fox news", "msnbc", "npr", "the atlantic", "the new yorker",
        "us news and world report", "u.s. news & world report", "the new york times", "ap",
        "the washington post", "the wall street journal", "usa today", "breitbart", "vox",
        "the daily caller", "newsmax", "abc news", "nbc news", "cbs news", "time", "buzzfeed",
    }
)  # fmt: skip
_TIME_WORDS = frozenset(MONTHS) | frozenset(WEEKDAYS)


def said_on(text: str, start: int, end: int, on: date | None) -> date | None:
    """The day that the words around a verb of saying tell, counted back from the story's own."""
    if on is None or start >= end:
        return None
    stretch = text[start:end]
    for hit in WEEKDAY_WORD.finditer(text, start, end) if "day" in stretch else ():
        if not speaks_of_the_future(stretch, hit.start() - start):
            return last_weekday(hit[1], on)
    named = [day for day, _, _ in days_named(stretch, on) if day <= on]
    return named[0] if named else None


def said_where(text: str, start: int, end: int) -> str:
    if not _AT_A_NAME.search(text, start, end):
        return ""
    found = _WHERE.search(text, start, end) or _OPENING.search(text[start:end])
    if not found:
        return ""
    place = found["place"].rstrip(".,")
    return "" if place.split()[0].lower() in _TIME_WORDS else place


def anonymity(text: str, start: int, end: int) -> str:
    """The reason for leaving a speaker unnamed, as the story gives it."""
    stretch = text[start:end]
    if not any(sign in stretch for sign in _SIGNS_OF_ANONYMITY):
        return ""
    found = _ANONYMITY.search(text, start, end)
    return found.group().strip() if found else ""


def is_outlet(name: str) -> bool:
    return name.lower() in KNOWN_OUTLETS or looks_like_outlet(name.removeprefix("the "))
