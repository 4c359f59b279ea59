"""Which stages of a race a story speaks of."""

from __future__ import annotations

from datetime import date

from .findings import Findings
from .roster import RosterRace
from .stages import stage_label

_DAYS_AROUND = 7


def stages_of(race: RosterRace, findings: Findings, on: date | None) -> tuple[str, ...]:
    """The stages of this race that the story names, in the order of the vote."""
    labels = []
    for kind in ("caucus", "convention", "primary", "runoff", "general", "special"):
        for party in dict.fromkeys(word.party for word in findings.stages if word.kind == kind):
            if _votes_so(race, kind, party):
                labels.append(stage_label(kind, _party_of(race, kind, party)))
    if "general" not in labels and on and _is_on_its_day(race, on):
        labels.append("general")
    return tuple(dict.fromkeys(labels))


def _is_on_its_day(race: RosterRace, on: date) -> bool:
    """A story of the week of the vote is about the vote, whatever it calls it."""
    return bool(race.general_on) and abs((on - race.general_on).days) <= _DAYS_AROUND


def _votes_so(race: RosterRace, kind: str, party: str) -> bool:
    stages = [stage for stage in race.stages if stage.kind == kind]
    if not race.stages:
        return True
    return any(not party or not stage.party or stage.party == party for stage in stages)


def _party_of(race: RosterRace, kind: str, party: str) -> str:
    of_kind = {stage.party for stage in race.stages if stage.kind == kind}
    if len(of_kind) == 1:
        return next(iter(of_kind)) or ""
    return party
