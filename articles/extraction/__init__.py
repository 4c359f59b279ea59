"""From the text of a story to its quotes, people and races: no Django, no database, no network."""

from .findings import Findings, LookUps
from .layout import parse_story
from .reader import extract, look_ups, read
from .reading import (
    OutletCited,
    PersonReading,
    QuoteReading,
    RaceReading,
    Reading,
    Rival,
)
from .resolve import resolve
from .roster import (
    CandidacyOf,
    HeldPosition,
    PartySpell,
    Roster,
    RosterName,
    RosterPerson,
    RosterRace,
    RosterStage,
    TaughtName,
)
from .spans import Byline, Span, Story

__all__ = [
    "Byline",
    "CandidacyOf",
    "Findings",
    "HeldPosition",
    "LookUps",
    "OutletCited",
    "PartySpell",
    "PersonReading",
    "QuoteReading",
    "RaceReading",
    "Reading",
    "Rival",
    "Roster",
    "RosterName",
    "RosterPerson",
    "RosterRace",
    "RosterStage",
    "Span",
    "Story",
    "TaughtName",
    "extract",
    "look_ups",
    "parse_story",
    "read",
    "resolve",
]
