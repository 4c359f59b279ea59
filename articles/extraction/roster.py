"""The people and races an article's names are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RosterName:
    text: str
    kind: str = "full"
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class HeldPosition:
    office: str
    state: str = ""
    district: str = ""
    start: date | None = None
    end: date | None = None
    party: str = ""


@dataclass(frozen=True, slots=True)
class PartySpell:
    code: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class CandidacyOf:
    race_id: int
    race_slug: str
    party: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class TaughtName:
    """How often editors of an outlet said that a name is this person's there, or is not."""

    words: str
    outlet: str
    yes: int = 0
    no: int = 0


@dataclass(frozen=True, slots=True)
class RosterPerson:
    id: int
    slug: str
    name: str
    names: tuple[RosterName, ...] = ()
    positions: tuple[HeldPosition, ...] = ()
    parties: tuple[PartySpell, ...] = ()
    candidacies: tuple[CandidacyOf, ...] = ()
    handles: tuple[str, ...] = ()
    taught: tuple[TaughtName, ...] = ()
    gender: str = ""
    born: date | None = None
    died: date | None = None


@dataclass(frozen=True, slots=True)
class RosterStage:
    kind: str
    party: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RosterRace:
    id: int
    slug: str
    label: str
    office: str
    state: str = ""
    district: str = ""
    year: int = 0
    kind: str = "regular"
    general_on: date | None = None
    stages: tuple[RosterStage, ...] = ()
    candidate_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    people: tuple[RosterPerson, ...] = ()
    races: tuple[RosterRace, ...] = ()
