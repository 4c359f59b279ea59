"""What the rows of roster files say, as plain data, whatever file they come from."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SeatRow:
    race: str
    office: str
    state: str
    district: str = ""
    senate_class: int | None = None
    kind: str = "regular"
    general_on: dt.date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    office: str
    state: str
    district: str = ""
    senate_class: int | None = None
    party: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody with offices. ``name`` is as newspapers write it; ``names`` are (text, kind)."""

    name: str
    names: tuple[tuple[str, str], ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    terms: tuple[Term, ...] = ()
    gender: str = ""
    born_on: dt.date | None = None
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandlesRow:
    identifiers: tuple[tuple[str, str], ...]
    handles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One filing: ``seat`` is (office, state, district), the district "" for the Senate."""

    fec_id: str
    name: str
    names: tuple[tuple[str, str], ...]
    party: str
    year: int
    office: str
    state: str
    district: str
    is_incumbent: bool
    status: str


@dataclass(frozen=True, slots=True)
class OfficialRow:
    name: str
    aliases: tuple[str, ...]
    term: Term
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultRow:
    race: str
    stage: str
    party: str
    date: dt.date | None
    first_set_for: dt.date | None
    moved_known_on: dt.date | None
    candidate: str
    candidate_party: str
    votes: int | None
    percent: str
    outcome: str


@dataclass(frozen=True, slots=True)
class NewcomerRow:
    """Somebody elected, known by identifiers of other files, with facts those lack."""

    name: str
    state: str
    party: str
    identifiers: tuple[tuple[str, str], ...]
    gender: str = ""
    born_on: dt.date | None = None
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletRow:
    name: str
    other_names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: str = "newspaper"
    place: str = ""
    state: str = ""


Row = (
    SeatRow
    | PersonRow
    | HandlesRow
    | CandidateRow
    | OfficialRow
    | ResultRow
    | NewcomerRow
    | OutletRow
)


@dataclass(frozen=True, slots=True)
class Malformed:
    """A row that can't be read: where it stands and what is wrong with it."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A file taken apart; ``rank`` orders the files of one load, the surest first."""

    name: str
    form: str
    title: str
    rank: int
    rows: tuple[Row, ...]
    malformed: tuple[Malformed, ...] = field(default_factory=tuple)

    @property
    def source(self) -> str:
        """What the facts of this file say they come from."""
        return f"{self.title} ({self.name})"
