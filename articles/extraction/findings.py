"""What a story's words alone say, before any roster is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .names import PersonalName
from .reading import OutletCited
from .spans import Span


class NameMention(NamedTuple):
    """One occurrence of a person's name; `span` is the name alone, without its title."""

    span: Span
    text: str
    name: PersonalName
    office: str = ""
    state: str = ""
    party: str = ""
    district: str = ""
    gender: str = ""
    former: bool = False
    title: str = ""
    suffixed_by: str = ""
    likely: bool = True
    lay: bool = False

    @property
    def is_full(self) -> bool:
        return bool(self.name.given)


class Cluster(NamedTuple):
    """The mentions of one person in one story."""

    key: str
    name: str
    mentions: tuple[NameMention, ...]


class Speech(NamedTuple):
    """Words said by someone; `speaker_key` names a cluster when the speaker is a named person."""

    kind: str
    spans: tuple[Span, ...]
    text: str
    speaker_kind: str = "unnamed"
    speaker_text: str = ""
    speaker_span: Span | None = None
    speaker_key: str = ""
    organisation: str = ""
    method: str = ""
    cue: str = ""
    anonymity: str = ""
    said_on: date | None = None
    said_where: str = ""
    handle: str = ""
    links: tuple[str, ...] = ()
    relayed_by: str = ""
    about: tuple[str, ...] = ()
    statement: int = 0


class PlaceWord(NamedTuple):
    state: str
    span: Span
    bare: bool = True


class StageWord(NamedTuple):
    kind: str
    party: str
    span: Span


class OfficeWord(NamedTuple):
    """An office named as something to be won: "Senate seat", "the Senate race"."""

    office: str
    span: Span
    contest: bool = False
    state: str = ""
    district: str = ""
    year: int = 0
    special: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    clusters: tuple[Cluster, ...] = ()
    speeches: tuple[Speech, ...] = ()
    places: tuple[PlaceWord, ...] = ()
    stages: tuple[StageWord, ...] = ()
    offices: tuple[OfficeWord, ...] = ()
    outlets_cited: tuple[OutletCited, ...] = ()


@dataclass(frozen=True, slots=True)
class LookUps:
    """What to fetch before resolving: folded family names and whole names, handles, states.

    ``called`` are the given names, in every form, that stand before the family names; ``surnames``
    those of the family names that stand without one, ``offices`` the titles told of anybody.
    """

    family_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    whole_names: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
