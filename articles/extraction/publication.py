"""The day of a story that does not state it, from its embedded posts and its weekday words."""

from __future__ import annotations

from datetime import date, timedelta

from .dates import (
    WEEKDAY_WORD,
    WEEKDAYS,
    in_words,
    speaks_of_the_future,
    weekday_name,
)
from .posts import find_post
from .text import paragraph_bounds

_LONGEST_WAIT = 2


def infer_published_on(body: str, blocks: tuple[str, ...]) -> tuple[date, str] | None:
    """The likeliest day and why, or none: a post cannot be quoted before it is sent."""
    posted = _latest_post(body, blocks)
    if posted is None:
        return None
    waited = _days_waited(body, posted)
    on = posted + timedelta(days=waited)
    why = f"Inferred: the embedded post is dated {in_words(posted)}, a {weekday_name(posted)}"
    if _past_weekdays(body, weekday_name(on)):
        why += f", and the text speaks of “{weekday_name(on)}”"
    return on, why + "."


def _latest_post(body: str, blocks: tuple[str, ...]) -> date | None:
    days = [
        post.on
        for (start, end), kind in zip(paragraph_bounds(body), blocks, strict=True)
        if kind == "post" and (post := find_post(body, start, end)) and post.on
    ]
    return max(days, default=None)


def _days_waited(body: str, posted: date) -> int:
    """A weekday named as past and just after the post's own means the story came that day."""
    named = {WEEKDAYS.index(word.lower()) for word in _past_weekdays(body)}
    waits = [(weekday - posted.weekday()) % 7 for weekday in named]
    return max((wait for wait in waits if wait <= _LONGEST_WAIT), default=0)


def _past_weekdays(body: str, only: str = "") -> list[str]:
    return [
        hit[1]
        for hit in WEEKDAY_WORD.finditer(body)
        if not speaks_of_the_future(body, hit.start()) and (not only or hit[1] == only)
    ]
