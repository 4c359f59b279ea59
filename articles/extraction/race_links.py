"""Which races a story is about: candidates together, state, office, stage words and the year."""

from __future__ import annotations

from datetime import date, timedelta

from .candidates import RosterIndex
from .findings import Findings
from .race_cases import Ground, RaceCase, weigh_race
from .race_focus import is_about, is_brief, is_in_passing
from .race_stages import stages_of
from .reading import LINKED, SUGGESTED, PersonReading, RaceReading
from .roster import RosterRace
from .spans import Story
from .why import sentence

_BEFORE_GENERAL = timedelta(days=2 * 365 + 60)
_AFTER_GENERAL = timedelta(days=100)
SUGGEST = 0.35
# The share of such links that is right on our labelled articles: 73 of 73, 2 of 13, 0 of 39.
CONFIDENCE = {"linked": 0.97, "contest": 0.15, "passing": 0.05}
WORTH_SHOWING = 0.10


def link_races(
    story: Story,
    findings: Findings,
    people: list[PersonReading],
    index: RosterIndex,
    on: date | None,
) -> list[RaceReading]:
    """The races of that day that the story is about, and those it may be about."""
    ground = Ground(story, findings, people)
    current = [race for race in index.roster.races if _is_current(race, on)]
    cases = [weigh_race(ground, race) for race in current]
    worthy = [case for case in cases if case and case.weight >= SUGGEST]
    worthy = [case for case in worthy if not is_in_passing(case, worthy)]
    readings = [_as_reading(ground, case, worthy, on) for case in worthy]
    return sorted(readings, key=lambda one: (one.state != LINKED, -one.confidence))


def _is_current(race: RosterRace, on: date | None) -> bool:
    """A story of a day belongs to the cycle then running, up to a runoff after the vote."""
    if on is None:
        return False
    general = race.general_on or date(race.year, 11, 3)
    return general - _BEFORE_GENERAL <= on <= general + _AFTER_GENERAL


def _rivals_of(case: RaceCase, worthy: list[RaceCase]) -> list[RaceCase]:
    """Races for the same office in the same place and year: Georgia voted on two seats at once."""
    return [
        other
        for other in worthy
        if other.race.id != case.race.id
        and other.race.office == case.race.office
        and other.race.state == case.race.state
        and other.race.district == case.race.district
    ]


def _as_reading(
    ground: Ground, case: RaceCase, worthy: list[RaceCase], on: date | None
) -> RaceReading:
    brief = is_brief(ground.story, case, worthy)
    sure = not brief and is_about(ground, case, _rivals_of(case, worthy), on)
    seen = "linked" if sure else "contest" if case.fights and not brief else "passing"
    why = sentence(*case.pieces)
    return RaceReading(
        race_id=case.race.id,
        slug=case.race.slug,
        state=LINKED if sure else SUGGESTED,
        stages=stages_of(case.race, ground.findings, on) if sure else (),
        spans=case.spans,
        confidence=CONFIDENCE[seen],
        method="phrase" if case.phrase else "candidates",
        why=why if sure else f"{why} Not enough to link.",
    )
