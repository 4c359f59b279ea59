"""What was understood of a story once its names were held against a roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .spans import Span

LINKED = "linked"
AMBIGUOUS = "ambiguous"
SUGGESTED = "suggested"
UNRESOLVED = "unresolved"


class Rival(NamedTuple):
    person_id: int
    slug: str
    name: str
    confidence: float
    why: str


class PersonReading(NamedTuple):
    key: str
    name: str
    forms: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    roles: tuple[str, ...] = ()
    state: str = UNRESOLVED
    person_id: int | None = None
    slug: str = ""
    confidence: float = 0.0
    method: str = ""
    why: str = ""
    rivals: tuple[Rival, ...] = ()


class RaceReading(NamedTuple):
    race_id: int
    slug: str
    state: str
    stages: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    confidence: float = 0.0
    method: str = ""
    why: str = ""


class QuoteReading(NamedTuple):
    kind: str
    spans: tuple[Span, ...]
    text: str
    speaker_kind: str = "unnamed"
    speaker_text: str = ""
    speaker_span: Span | None = None
    speaker_key: str = ""
    organisation: str = ""
    state: str = UNRESOLVED
    confidence: float = 0.0
    method: str = ""
    why: str = ""
    cue: str = ""
    anonymity: str = ""
    said_on: date | None = None
    said_where: str = ""
    handle: str = ""
    links: tuple[str, ...] = ()
    relayed_by: str = ""
    about: tuple[str, ...] = ()
    statement: int = 0


class OutletCited(NamedTuple):
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    people: tuple[PersonReading, ...] = ()
    races: tuple[RaceReading, ...] = ()
    quotes: tuple[QuoteReading, ...] = ()
    outlets_cited: tuple[OutletCited, ...] = ()
