"""Whether a story is about a race, or touches it while it is about something else."""

from __future__ import annotations

from datetime import date

from .findings import Findings
from .race_cases import LEAD, Ground, RaceCase
from .spans import Story

LINK = 0.60
_BRIEF = 2
_FAR_MORE = 2
_LITTLE_ROOM = 3
_LONG = 5  # paragraphs
_CONTESTED = 0.25
_STILL_NEWS_DAYS = 10


def is_in_passing(case: RaceCase, worthy: list[RaceCase]) -> bool:
    """A race with at most one candidate named, in a story about another race for such an office."""
    return case.candidates < 2 and any(
        other.race.office == case.race.office
        and other.race.state != case.race.state
        and other.candidates >= 2
        for other in worthy
    )


def is_brief(story: Story, case: RaceCase, worthy: list[RaceCase]) -> bool:
    """A race that a passage speaks of, in a story of something else or of another race."""
    others = [other for other in worthy if other is not case]
    is_passage = case.runner_up < 2 or case.meetings < 2
    if is_passage and any(other.room >= _FAR_MORE * case.room for other in others):
        return True
    if case.room > _LITTLE_ROOM:
        return False
    touched = len(case.places(story))
    if touched <= _BRIEF and any(len(other.places(story)) > touched for other in others):
        return True
    return (
        not _is_main(story, case) and case.room < _LITTLE_ROOM and story.body.count("\n\n") >= _LONG
    )


def is_about(ground: Ground, case: RaceCase, rivals: list[RaceCase], on: date | None) -> bool:
    """Whether there is enough for a link; ``rivals`` are races alike in place and office."""
    return (
        case.weight >= LINK
        and (case.stages or _is_main(ground.story, case))
        and _is_contested(ground, case)
        and not _is_bygone(case, on)
        and _is_enough(ground, case)
        and _leads(case, rivals, ground.findings)
    )


def _is_contested(ground: Ground, case: RaceCase) -> bool:
    """Where the candidates never meet, the story is full of contest and of both of them."""
    if case.meetings:
        return True
    is_theirs = case.runner_up > 1 or any(one.field == "headline" for one in case.named())
    return is_theirs and ground.contested >= _CONTESTED


def _is_bygone(case: RaceCase, on: date | None) -> bool:
    """Once the vote is over, its winner is named for what comes next, the loser later and once."""
    days = [case.race.general_on, *(stage.on for stage in case.race.stages)]
    last = max((day for day in days if day), default=None)
    is_over = on is not None and last is not None and (on - last).days > _STILL_NEWS_DAYS
    return is_over and case.runner_up < 2 and not case.is_opening


def _is_enough(ground: Ground, case: RaceCase) -> bool:
    if case.race.office == "president":
        told = case.told or any(word.office == "president" for word in ground.findings.offices)
        return case.candidates >= 2 and (told or (case.fights and case.runner_up > 1))
    if case.runner_up < 1:
        return case.phrase and _is_main(ground.story, case)
    if case.phrase or (case.candidates >= 2 and case.told):
        return True
    return case.candidates >= 2 and case.fights and (case.runner_up > 1 or case.is_opening)


def _is_main(story: Story, case: RaceCase) -> bool:
    """A story of a race speaks of it, or of who runs, in its headline or soon."""
    opening = min(LEAD, len(story.body) // 2)
    return any(span.field == "headline" or span.start < opening for span in case.speaks)


def _leads(case: RaceCase, rivals: list[RaceCase], findings: Findings) -> bool:
    """Of two races alike in place and office the one with more of its candidates named."""
    if not rivals:
        return True
    best = max(other.candidates for other in rivals)
    if case.candidates != best:
        return case.candidates > best
    special = any(word.special for word in findings.offices) or any(
        word.kind == "special" for word in findings.stages
    )
    return special and case.race.kind == "special" and all(o.race.kind != "special" for o in rivals)
