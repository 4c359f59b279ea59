"""Which races a story is about: candidates together, state, office, stage words and the year."""

from __future__ import annotations

from datetime import date, timedelta

from .candidates import RosterIndex
from .careers import is_held
from .findings import Findings
from .race_cases import RaceCase, weigh_race
from .race_focus import Focus
from .race_ground import Ground
from .race_stages import stages_of
from .reading import LINKED, SUGGESTED, PersonReading, RaceReading
from .roster import RosterRace
from .spans import Story
from .why import sentence

_BEFORE_GENERAL = timedelta(days=2 * 365 + 60)
_AFTER_GENERAL = timedelta(days=100)
SUGGEST = 0.35
# Of the development half of our labelled articles 112 of 112, 2 of 31 and 0 of 62 such links are
# right; of articles that no rule had seen, more of what is only suggested.
# What is under WORTH_SHOWING is kept from editors.
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
    ground = Ground(story, findings, people, _holders(index, on))
    current = [race for race in index.roster.races if _is_current(race, on)]
    cases = [weigh_race(ground, race) for race in current]
    focus = Focus(ground, [case for case in cases if case and case.weight >= SUGGEST], on)
    readings = [_as_reading(focus, case) for case in focus.cases]
    return sorted(readings, key=lambda one: (one.state != LINKED, -one.confidence))


def _holders(index: RosterIndex, on: date | None) -> frozenset[int]:
    """Who of the roster holds an office on that day."""
    people = index.roster.people
    return frozenset(one.id for one in people if any(is_held(held, on) for held in one.positions))


def _is_current(race: RosterRace, on: date | None) -> bool:
    """A story of a day belongs to the cycle then running, up to a runoff after the vote."""
    if on is None:
        return False
    general = race.general_on or date(race.year, 11, 3)
    return general - _BEFORE_GENERAL <= on <= general + _AFTER_GENERAL


def _as_reading(focus: Focus, case: RaceCase) -> RaceReading:
    against = focus.objection(case)
    seen = "linked" if not against else "contest" if focus.is_hinted(case) else "passing"
    why = sentence(*(piece.words for piece in case.pieces))
    return RaceReading(
        race_id=case.race.id,
        slug=case.race.slug,
        state=SUGGESTED if against else LINKED,
        stages=() if against else stages_of(case.race, focus.ground.findings, focus.on),
        spans=case.spans,
        confidence=CONFIDENCE[seen],
        method="phrase" if case.heard.phrase else "candidates",
        why=f"{why} Not enough to link: {against}." if against else why,
    )
