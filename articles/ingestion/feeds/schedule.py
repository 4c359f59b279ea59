"""When a feed is asked again, and whether it is as lively as it used to be."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_PAUSE = dt.timedelta(hours=24)
WINDOW = dt.timedelta(days=60)
FEW = 5
QUIET, SILENT = 2, 5
LONG = dt.timedelta(days=30)
SPREAD = 97  # seconds over which feeds of one rhythm are spread


@dataclass(frozen=True, slots=True)
class Habit:
    """``state`` is new, as usual, quiet or silent; ``words`` say so to an editor."""

    state: str
    words: str
    usual_gap: dt.timedelta | None = None
    since_last: dt.timedelta | None = None


def next_poll(
    now: dt.datetime,
    *,
    every_minutes: int,
    failures: int,
    retry_after: int | None = None,
    seed: int = 0,
) -> dt.datetime:
    """The usual pause, doubled with each failure up to a day; never before ``retry_after`` s."""
    usual = dt.timedelta(minutes=max(1, every_minutes))
    pause = min(LONGEST_PAUSE, usual * 2 ** min(failures, 12))
    if retry_after:
        pause = max(pause, min(LONGEST_PAUSE, dt.timedelta(seconds=retry_after)))
    return now + pause + dt.timedelta(seconds=seed * 37 % SPREAD)


def habit(moments: Sequence[dt.datetime], now: dt.datetime) -> Habit:
    """What the moments of the latest entries tell. The usual gap is one that 95 % keep to."""
    known = sorted(moment for moment in moments if moment <= now)
    if len(known) < FEW:
        return Habit("new", "Too little is known yet to say what is usual.")
    since = now - known[-1]
    recent = [moment for moment in known if moment >= known[-1] - WINDOW]
    gaps = sorted(later - earlier for earlier, later in pairwise(recent)) or [since]
    usual = max(gaps[min(len(gaps) - 1, int(len(gaps) * 0.95))], dt.timedelta(hours=1))
    state = _state(since, usual)
    return Habit(state, _words(state, since, usual), usual, since)


def _state(since: dt.timedelta, usual: dt.timedelta) -> str:
    if since > SILENT * usual or since > max(LONG, usual):
        return "silent"
    return "quiet" if since > QUIET * usual else "as usual"


def _words(state: str, since: dt.timedelta, usual: dt.timedelta) -> str:
    if state == "as usual":
        return f"As usual: the last entry is {_span(since)} old."
    return f"Nothing for {_span(since)}; usually there is something at least every {_span(usual)}."


def _span(duration: dt.timedelta) -> str:
    hours = duration.total_seconds() / 3600
    if hours < 1:
        return f"{max(1, round(hours * 60))} minutes"
    return f"{round(hours)} hours" if hours < 48 else f"{round(hours / 24)} days"
