"""What speaks for and against a candidate: each piece has a weight from one small table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .candidates import Candidate
from .findings import Cluster, NameMention
from .roster import HeldPosition, RosterPerson
from .text import folded
from .titles import same_office
from .why import held_words, lesson_words, office_words, party_words, state_words

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
# Offices of which rosters hold all holders: who never had one is not meant by its title.
_WHOLLY_KNOWN = frozenset({"president", "vice_president", "senate", "house", "governor"})
_LONG_AGO_YEARS = 20
_RECENT_DAYS = 2 * 366


class Piece(NamedTuple):
    kind: str
    words: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate with all that speaks for it; `against` says what rules it out."""

    candidate: Candidate
    pieces: tuple[Piece, ...]
    against: str = ""
    states: frozenset[str] = frozenset()

    @property
    def person(self) -> RosterPerson:
        return self.candidate.person

    @property
    def weight(self) -> float:
        weight = NAME_WEIGHT[self.candidate.fit] + sum(
            WEIGHT[one.kind] * one.times for one in self.pieces
        )
        return round(max(0.0, weight), 2)

    @property
    def confidence(self) -> float:
        return min(self.weight, MOST)

    def has(self, *kinds: str) -> bool:
        return any(piece.kind in kinds for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Setting:
    """What of the story bears on every name in it."""

    on: date | None
    states: frozenset[str] = frozenset()
    home: str = ""
    race_ids: frozenset[int] = frozenset()
    race_labels: tuple[tuple[int, str], ...] = ()
    runners: tuple[tuple[int, frozenset[int]], ...] = ()  # race, and who of the story runs in it


def weigh(cluster: Cluster, candidate: Candidate, setting: Setting, handle: str = "") -> Case:
    """All the evidence for one candidate of one name."""
    return in_setting(weigh_alone(cluster, candidate, setting.on, handle), setting)


def in_setting(case: Case, setting: Setting) -> Case:
    """The case with what the rest of the story adds to it."""
    if case.against:
        return case
    person = case.person
    added = (_by_race(person, setting) or _by_company(person, setting), _by_place(case, setting))
    return Case(
        case.candidate, case.pieces + tuple(piece for piece in added if piece), states=case.states
    )


def weigh_alone(cluster: Cluster, candidate: Candidate, on: date | None, handle: str = "") -> Case:
    """What the places of one name tell of one candidate, whatever the story is about."""
    person, mentions = candidate.person, cluster.mentions
    against = _against(mentions, person, on)
    if against:
        return Case(candidate, (), against)
    states = states_of(person)
    pieces = [
        _by_handle(person, handle),
        _by_office(mentions, person, on),
        *_by_standing(cluster, person, on),
        _by_state(mentions, states),
        _by_party(mentions, person, on),
        _by_lessons(cluster, person),
    ]
    return Case(candidate, tuple(piece for piece in pieces if piece), states=frozenset(states))


def is_held(position: HeldPosition, on: date | None) -> bool:
    if on is None:
        return position.end is None
    started = position.start is None or position.start <= on
    return started and (position.end is None or on <= position.end)


def parties_on(person: RosterPerson, on: date | None) -> set[str]:
    """Every party the roster gives the person around that day."""
    spells = {
        spell.code
        for spell in person.parties
        if on is None
        or ((spell.start is None or spell.start <= on) and (spell.end is None or on <= spell.end))
    }
    held = {one.party for one in person.positions if one.party and is_held(one, on)}
    if not held and not spells:
        held = _last_party(person)
    running = {one.party for one in person.candidacies if one.party}
    return (spells | held | running) - {"", "NON", "UNK"}


def _last_party(person: RosterPerson) -> set[str]:
    """Of who holds nothing now: the party of the last office."""
    ended = [one for one in person.positions if one.party and one.end]
    return {max(ended, key=lambda one: one.end).party} if ended else set()


def states_of(person: RosterPerson) -> set[str]:
    held = {position.state for position in person.positions}
    running = {slug_state(one.race_slug) for one in person.candidacies}
    return (held | running) - {"", "US"}


def slug_state(slug: str) -> str:
    """The state in "2020-al-us-senate"; empty for the nation."""
    parts = slug.split("-")
    return parts[1].upper() if len(parts) > 2 and len(parts[1]) == 2 and parts[1] != "us" else ""


def _against(mentions: tuple[NameMention, ...], person: RosterPerson, on: date | None) -> str:
    if on and person.died and (on - person.died).days > 366:
        return "had died by then"
    if _is_long_gone(person, on):
        return "held the last known office long before"
    genders = {mention.gender for mention in mentions if mention.gender}
    if person.gender and genders and person.gender not in genders:
        return "is of another gender"
    told = {mention.party for mention in mentions if mention.party}
    known = parties_on(person, on) if told else set()
    if known and not told & known:
        return f"is not {party_words(sorted(told)[0])}"
    return _against_office(mentions, person)


def _is_long_gone(person: RosterPerson, on: date | None) -> bool:
    if on is None or person.candidacies or not person.positions:
        return False
    ends = [position.end for position in person.positions]
    return all(end is not None and (on - end).days > _LONG_AGO_YEARS * 366 for end in ends)


def _against_office(mentions: tuple[NameMention, ...], person: RosterPerson) -> str:
    for mention in mentions:
        if mention.office not in _WHOLLY_KNOWN:
            continue
        held = [one for one in person.positions if same_office(mention.office, one.office)]
        if not held:
            return f"never was {office_words(mention.office)}"
        if mention.state and all(one.state != mention.state for one in held):
            return f"is not from {state_words(mention.state)}"
    states = {mention.state for mention in mentions if mention.state and mention.office}
    known = states_of(person) if states else set()
    if known and not states & known:
        return f"is not from {state_words(sorted(states)[0])}"
    return ""


def _by_handle(person: RosterPerson, handle: str) -> Piece | None:
    if not handle or handle.lower() not in {one.lower().lstrip("@") for one in person.handles}:
        return None
    return Piece("handle", f"posted as @{handle}")


def _by_office(
    mentions: tuple[NameMention, ...], person: RosterPerson, on: date | None
) -> Piece | None:
    for mention in mentions:
        if not mention.office:
            continue
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
    labels = dict(setting.race_labels)
    for candidacy in person.candidacies:
        if candidacy.race_id in setting.race_ids:
            label = labels.get(candidacy.race_id, candidacy.race_slug)
            return Piece("race", f"a candidate in the race the story is about ({label})")
    return None


def _by_company(person: RosterPerson, setting: Setting) -> Piece | None:
    """Anybody may file for president: there, company counts for those who have held office."""
    runners = dict(setting.runners)
    for candidacy in person.candidacies:
        if not runners.get(candidacy.race_id, frozenset()) - {person.id}:
            continue
        if "president" in candidacy.race_slug and not person.positions:
            continue
        return Piece("together", f"runs in {candidacy.race_slug} with another whom the story names")
    return None


def _by_standing(cluster: Cluster, person: RosterPerson, on: date | None) -> list[Piece]:
    """What the person is or lately was, said or not; the best of it counts."""
    if any(mention.lay for mention in cluster.mentions):
        return []
    for position in person.positions:
        if position.office in PROMINENT and is_held(position, on):
            return [Piece("standing", f"{held_words(position)} that day")]
        if position.office == "president" and not is_held(position, on):
            return [Piece("standing", "once was president")]
    for position in person.positions:
        if is_held(position, on):
            return [Piece("seat", f"{held_words(position)} that day")]
        if position.office in PROMINENT and _is_recent(position, on):
            return [Piece("recent", f"{held_words(position)} until shortly before")]
    return []


def _is_recent(position: HeldPosition, on: date | None) -> bool:
    return bool(on and position.end) and 0 < (on - position.end).days < _RECENT_DAYS


def _by_state(mentions: tuple[NameMention, ...], states: set[str]) -> Piece | None:
    told = {mention.state for mention in mentions if mention.state}
    shared = sorted(told & states)
    return Piece("state", f"named with {state_words(shared[0])}") if shared else None


def _by_party(
    mentions: tuple[NameMention, ...], person: RosterPerson, on: date | None
) -> Piece | None:
    told = {mention.party for mention in mentions if mention.party}
    shared = sorted(told & parties_on(person, on)) if told else []
    return Piece("party", f"named as {party_words(shared[0])}") if shared else None


def _by_place(case: Case, setting: Setting) -> Piece | None:
    if setting.home and setting.home in case.states:
        return Piece("home", f"the story names {state_words(setting.home)} most")
    shared = sorted(case.states & setting.states)
    return Piece("place", f"the story names {state_words(shared[0])}") if shared else None


def _by_lessons(cluster: Cluster, person: RosterPerson) -> Piece | None:
    """What editors of the outlet answered when they were asked about this name."""
    for one in person.taught:
        if folded(one.words) != folded(cluster.name) or one.yes == one.no:
            continue
        if one.yes > one.no:
            words = lesson_words(one, "confirmed", one.yes, person.name)
            return Piece("learned", words, min(one.yes - one.no, MOST_LESSONS))
        words = lesson_words(one, "rejected", one.no, person.name)
        return Piece("denied", words, min(one.no - one.yes, MOST_LESSONS))
    return None
