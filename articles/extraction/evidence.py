"""What speaks for and against a candidate: each piece has a weight from one small table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .candidates import Candidate
from .careers import is_held, is_recent, parties_on, states_of
from .findings import NameMention
from .names import folded
from .objections import objection
from .roster import HeldPosition, RosterPerson
from .titles import same_office
from .told import Told
from .why import held_words, lesson_words, party_words, state_words

# How far a name alone goes, by how it fits.
NAME_WEIGHT = {"full": 0.50, "nickname": 0.45, "initial": 0.30, "family": 0.20, "taught": 0.20}
# What else speaks for a person. A link needs ENOUGH and a lead of CLEAR over the next.
WEIGHT = {
    "handle": 0.45,  # the post's handle is theirs
    "office": 0.30,  # the title in the text is the office held that day
    "former": 0.25,  # "former", "ex-": the office was held before that day
    "race": 0.25,  # a candidate in the race that the story is about
    "together": 0.20,  # a candidate in a race of which the story names another, who is linked
    "standing": 0.20,  # holds a prominent office that day, whether the text says so or not
    "seat": 0.10,  # holds another office that day
    "recent": 0.10,  # held a prominent office until shortly before that day
    "state": 0.15,  # the state beside the name is theirs
    "party": 0.10,  # the party beside the name is theirs that day
    "home": 0.15,  # the story names their state more than any other
    "place": 0.05,  # the story names their state
    "learned": 0.15,  # for each time, up to three, that editors of the outlet said it is them
    "denied": -0.15,  # for each time, up to three, that they said it is not
}
MOST_LESSONS = 3
ENOUGH = 0.65
CLEAR = 0.15
MOST = 0.99

PROMINENT = frozenset(
    {"president", "vice_president", "senate", "house", "governor", "cabinet", "delegate"}
    | {"attorney_general", "secretary_of_state", "lieutenant_governor", "mayor", "other"}
)


class Piece(NamedTuple):
    kind: str
    words: str
    times: int = 1


class Case(NamedTuple):
    """A candidate with all that speaks for it; `against` says what rules it out."""

    candidate: Candidate
    pieces: tuple[Piece, ...] = ()
    against: str = ""
    states: frozenset[str] = frozenset()
    weight: float = 0.0

    @property
    def person(self) -> RosterPerson:
        return self.candidate.person

    @property
    def confidence(self) -> float:
        return min(self.weight, MOST)

    def has(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)

    @property
    def kinds(self) -> set[str]:
        return {piece.kind for piece in self.pieces}


@dataclass(frozen=True, slots=True)
class Setting:
    """What of the story bears on every name in it."""

    on: date | None
    states: frozenset[str] = frozenset()
    home: str = ""
    races: Mapping[int, str] = field(default_factory=dict)  # that it is about, with their labels
    runners: Mapping[int, frozenset[int]] = field(default_factory=dict)  # by race, who of the story


def weigh(told: Told, candidate: Candidate, setting: Setting) -> Case:
    """All the evidence for one candidate of one name."""
    return in_setting(weigh_alone(told, candidate, setting.on), setting)


def in_setting(case: Case, setting: Setting) -> Case:
    """The case with what the rest of the story adds to it."""
    if case.against:
        return case
    person = case.person
    running = person.candidacies and (_by_race(person, setting) or _by_company(person, setting))
    added = [piece for piece in (running, _by_place(case.states, setting)) if piece]
    return _case(case.candidate, (*case.pieces, *added), case.states) if added else case


def weigh_alone(told: Told, candidate: Candidate, on: date | None, handle: str = "") -> Case:
    """What the places of one name tell of one candidate, whatever the story is about."""
    person = candidate.person
    against = objection(told, person, on)
    if against:
        return Case(candidate, against=against)
    states = states_of(person)
    pieces = (
        _by_handle(person, handle),
        _by_office(told.offices, person, on),
        None if told.is_lay else _by_standing(person, on),
        _by_state(told.states, states),
        _by_party(told.parties, person, on),
        _by_lessons(told, person),
    )
    return _case(candidate, tuple([piece for piece in pieces if piece]), frozenset(states))


def _case(candidate: Candidate, pieces: tuple[Piece, ...], states: frozenset[str]) -> Case:
    weight = NAME_WEIGHT[candidate.fit]
    weight += sum([WEIGHT[one.kind] * one.times for one in pieces])
    return Case(candidate, pieces, "", states, round(max(0.0, weight), 2))


def _by_handle(person: RosterPerson, handle: str) -> Piece | None:
    if not handle or handle.lower() not in {one.lower().lstrip("@") for one in person.handles}:
        return None
    return Piece("handle", f"posted as @{handle}")


def _by_office(
    mentions: tuple[NameMention, ...], person: RosterPerson, on: date | None
) -> Piece | None:
    for mention in mentions:
        for position in person.positions:
            piece = _office_piece(mention, position, on)
            if piece:
                return piece
    return None


def _office_piece(mention: NameMention, position: HeldPosition, on: date | None) -> Piece | None:
    if not same_office(mention.office, position.office):
        return None
    if mention.state and position.state not in ("US", mention.state):
        return None
    called = (
        f"called “{mention.title} {mention.text}”" if mention.title else "named with the office"
    )
    if is_held(position, on) and not mention.former:
        return Piece("office", f"{called}, and {held_words(position)} that day")
    if mention.former and not is_held(position, on):
        return Piece("former", f"{called}, and {held_words(position)} before that day")
    return None


def _by_race(person: RosterPerson, setting: Setting) -> Piece | None:
    for candidacy in person.candidacies:
        label = setting.races.get(candidacy.race_id)
        if label is not None:
            return Piece("race", f"a candidate in the race the story is about ({label})")
    return None


def _by_company(person: RosterPerson, setting: Setting) -> Piece | None:
    """Anybody may file for president: there, company counts for those who have held office."""
    for candidacy in person.candidacies:
        if not setting.runners.get(candidacy.race_id, frozenset()) - {person.id}:
            continue
        if "president" in candidacy.race_slug and not person.positions:
            continue
        return Piece("together", f"runs in {candidacy.race_slug} with another whom the story names")
    return None


def _by_standing(person: RosterPerson, on: date | None) -> Piece | None:
    """What the person is or lately was, said or not; the best of it counts."""
    for position in person.positions:
        if position.office in PROMINENT and is_held(position, on):
            return Piece("standing", f"{held_words(position)} that day")
        if position.office == "president" and not is_held(position, on):
            return Piece("standing", "once was president")
    for position in person.positions:
        if is_held(position, on):
            return Piece("seat", f"{held_words(position)} that day")
        if position.office in PROMINENT and is_recent(position, on):
            return Piece("recent", f"{held_words(position)} until shortly before")
    return None


def _by_state(told: tuple[str, ...], states: set[str]) -> Piece | None:
    shared = next((state for state in told if state in states), None)
    return Piece("state", f"named with {state_words(shared)}") if shared else None


def _by_party(told: tuple[str, ...], person: RosterPerson, on: date | None) -> Piece | None:
    known = parties_on(person, on) if told else set()
    shared = next((party for party in told if party in known), None)
    return Piece("party", f"named as {party_words(shared)}") if shared else None


def _by_place(states: frozenset[str], setting: Setting) -> Piece | None:
    if setting.home and setting.home in states:
        return Piece("home", f"the story names {state_words(setting.home)} most")
    shared = min(states & setting.states, default="")
    return Piece("place", f"the story names {state_words(shared)}") if shared else None


def _by_lessons(told: Told, person: RosterPerson) -> Piece | None:
    """What editors of the outlet answered when they were asked about this name."""
    for one in person.taught:
        if folded(one.words) != folded(told.name) or one.yes == one.no:
            continue
        if one.yes > one.no:
            words = lesson_words(one, "confirmed", one.yes, person.name)
            return Piece("learned", words, min(one.yes - one.no, MOST_LESSONS))
        words = lesson_words(one, "rejected", one.no, person.name)
        return Piece("denied", words, min(one.no - one.yes, MOST_LESSONS))
    return None
