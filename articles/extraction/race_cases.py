"""What of a story speaks for a race: candidates, office and state, words of a contest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from .findings import Findings, OfficeWord, PlaceWord, StageWord
from .race_ground import Ground, Place
from .reading import LINKED, PersonReading
from .roster import RosterRace
from .spans import Span, Story
from .why import state_words

# What each piece of evidence for a race adds.
WEIGHT = {
    "phrase": 0.45,  # "Alabama Senate race": state and office together as a contest
    "office": 0.20,  # the office as a contest, the state elsewhere in the story
    "state": 0.10,
    "candidate": 0.20,  # for each of the race's candidates named in full
    "surname": 0.10,  # for each candidate who may be meant by a surname
    "stage": 0.10,
    "contest": 0.10,  # "race", "challenger", "runoff"
    "often": 0.10,  # two of the candidates are named again and again
    "paired": 0.10,  # two of the candidates stand in one paragraph, more than once
}
MOST_CANDIDATES = 3
MOST = 0.99

_STATEWIDE = frozenset(
    {"senate", "governor", "lieutenant_governor", "attorney_general", "secretary_of_state"}
)
_OFFICE_OF_STAGE = {"presidential": "president", "gubernatorial": "governor", "senate": "senate"}
_OFFICE_SLUG_WORDS = frozenset(
    {"us", "mayor", "chair", "county", "council", "commission", "state", "senate", "house",
     "bond", "measure", "judge", "special", "recall", "board", "sheriff", "school"}
)  # fmt: skip
_REACH = 60
_FEWEST_HINTS = 2


class Piece(NamedTuple):
    kind: str
    words: str = ""  # for the editor; empty where the others say it
    times: int = 1


class Heard(NamedTuple):
    """All of a story that may be of one race."""

    offices: list[OfficeWord]  # its office as a contest, where its place is named
    phrase: list[OfficeWord]  # of those, the ones with the state beside them
    full: list[PersonReading]  # its candidates named in full
    by_surname: list[PersonReading]
    stated: list[PlaceWord]
    stages: list[StageWord]

    @property
    def told(self) -> list[OfficeWord]:
        return self.phrase or self.offices


@dataclass(frozen=True, slots=True)
class RaceCase:
    """A race with all of a story that speaks for it."""

    race: RosterRace
    heard: Heard
    pieces: tuple[Piece, ...]
    told: bool  # the story names a stage or the office as a contest, not to say who somebody is
    fights: bool  # it speaks of voting, candidates or their advertisements
    meetings: frozenset[Place]  # the paragraphs where two of the candidates stand together
    touched: frozenset[Place]  # all where any of them stands

    @property
    def weight(self) -> float:
        total = sum(WEIGHT[piece.kind] * piece.times for piece in self.pieces)
        return round(min(total, MOST), 2)

    @property
    def candidates(self) -> int:
        return len(self.heard.full)

    @property
    def runner_up(self) -> int:
        """How often the candidate is named who comes second: a race takes two."""
        return _room(self.heard.full)[1]

    @property
    def room(self) -> int:
        """How often its two foremost candidates are named."""
        return sum(_room(self.heard.full)[:2])

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that show it: office, candidates where they are first named, the state."""
        first = (one.spans[0] for one in self.heard.full if one.spans)
        words = (*self.heard.told, *self.heard.stated[:2])
        return tuple(sorted({*(word.span for word in words), *first}))

    def named(self) -> Iterator[Span]:
        """Every place of its candidates."""
        return (span for person in self.heard.full for span in person.spans)


def _room(people: list[PersonReading]) -> list[int]:
    counts: Counter[int | str] = Counter()
    for one in people:
        counts[one.person_id or one.name] += len(one.spans)
    return [*sorted(counts.values(), reverse=True), 0, 0]


def weigh_race(ground: Ground, race: RosterRace) -> RaceCase | None:
    """All the evidence for one race; None where there is too little to speak of."""
    heard = _hear(ground, race)
    if not _is_worth_weighing(ground.story, race, heard):
        return None
    told = any(not ground.says_who(word.span) for word in (*heard.stages, *heard.offices))
    meetings = _meetings(ground, heard.full)
    pieces = (
        _by_office(ground.story, heard),
        _by_state(race, heard),
        _by_candidates(heard),
        _by_surnames(heard),
        _by_stage(ground.story, heard),
        _by_contest(ground, heard),
        _by_room(heard),
        _by_pairs(meetings),
    )
    return RaceCase(
        race=race,
        heard=heard,
        pieces=tuple(piece for piece in pieces if piece),
        told=told,
        fights=_fights(ground, heard, is_met=bool(meetings), is_told=told),
        meetings=meetings,
        touched=frozenset(ground.places(span for one in heard.full for span in one.spans)),
    )


def _hear(ground: Ground, race: RosterRace) -> Heard:
    story, findings = ground.story, ground.findings
    offices = [word for word in findings.offices if _is_for(word, race)]
    if not offices or not _names_its_place(ground, race):
        offices = []
    full, by_surname = _running(ground.people, race)
    return Heard(
        offices=offices,
        phrase=_phrase(offices, findings, race),
        full=full,
        by_surname=by_surname,
        stated=[word for word in findings.places if word.state == race.state],
        stages=[word for word in findings.stages if _is_of_office(story, word, race)],
    )


def _is_worth_weighing(story: Story, race: RosterRace, heard: Heard) -> bool:
    if not heard.full and not heard.by_surname and not heard.phrase:
        return False
    return bool(heard.offices or len(heard.full) > 1 or _reelection(story, race, heard.full))


def _by_office(story: Story, heard: Heard) -> Piece | None:
    if not heard.offices:
        return None
    words = f"the story says “{story.text_of(heard.told[0].span)}”"
    return Piece("phrase" if heard.phrase else "office", words)


def _by_state(race: RosterRace, heard: Heard) -> Piece | None:
    if race.state in ("", "US"):
        return Piece("state")
    return Piece("state", f"it names {state_words(race.state)}") if heard.stated else None


def _by_candidates(heard: Heard) -> Piece | None:
    if not heard.full:
        return None
    names = ", ".join(person.name for person in heard.full)
    times = min(len(heard.full), MOST_CANDIDATES)
    return Piece("candidate", f"it names of the candidates {names}", times)


def _by_surnames(heard: Heard) -> Piece | None:
    return Piece("surname", times=len(heard.by_surname)) if heard.by_surname else None


def _by_stage(story: Story, heard: Heard) -> Piece | None:
    if not heard.stages:
        return None
    return Piece("stage", f"it speaks of the “{story.text_of(heard.stages[0].span)}”")


def _by_contest(ground: Ground, heard: Heard) -> Piece | None:
    return Piece("contest") if heard.stages or heard.offices or ground.hints else None


def _by_room(heard: Heard) -> Piece | None:
    return Piece("often") if _room(heard.full)[1] > 1 else None


def _by_pairs(meetings: frozenset[Place]) -> Piece | None:
    return Piece("paired") if len(meetings) > 1 else None


def _meetings(ground: Ground, people: list[PersonReading]) -> frozenset[Place]:
    """Paragraphs that name two of them, and not only to say who somebody is."""
    places = [
        ground.places(span for span in one.spans if not ground.says_who(span)) for one in people
    ]
    return frozenset(at for one, other in combinations(places, 2) for at in one & other)


def _fights(ground: Ground, heard: Heard, *, is_met: bool, is_told: bool) -> bool:
    """One stray "voters" makes no contest of candidates who never meet."""
    if not (heard.stages or heard.offices or ground.hints):
        return False
    return is_met or is_told or ground.hints >= _FEWEST_HINTS


def _is_for(word: OfficeWord, race: RosterRace) -> bool:
    if word.office != race.office:
        return word.office == "house" and race.office == "delegate"
    if word.year and word.year != race.year:
        return False
    if word.district and race.district and word.district != race.district.lstrip("0"):
        return False
    return not word.state or word.state == race.state


def _names_its_place(ground: Ground, race: RosterRace) -> bool:
    """A district or a town has to be named; a state is weighed apart."""
    if race.office in _STATEWIDE or race.office == "president":
        return True
    if race.office in ("house", "delegate"):
        return race.district.lstrip("0") in ground.districts
    return all(word in ground.folded for word in _place_words(race))


def _place_words(race: RosterRace) -> list[str]:
    """ "Port Ellery" of "2020-al-port-ellery-mayor": what the slug has beside office and state."""
    left = race.slug.split("-")[2:]
    return [word for word in left if word not in _OFFICE_SLUG_WORDS and not word.isdigit()]


def _running(
    people: list[PersonReading], race: RosterRace
) -> tuple[list[PersonReading], list[PersonReading]]:
    """The candidates of the race that the story names: for sure or in full, and perhaps."""
    running = set(race.candidate_ids)
    full, by_surname = [], []
    for person in people:
        if person.person_id is not None:
            if person.person_id in running:
                is_sure = " " in person.name or person.state == LINKED
                (full if is_sure else by_surname).append(person)
        elif any(rival.person_id in running for rival in person.rivals):
            (full if " " in person.name else by_surname).append(person)
    return full, by_surname


def _phrase(offices: list[OfficeWord], findings: Findings, race: RosterRace) -> list[OfficeWord]:
    """Office and state together: in one phrase, or in one sentence's reach."""
    if race.office == "president":
        return []
    if race.office not in _STATEWIDE:
        return offices
    together = [word for word in offices if word.state == race.state]
    if together:
        return together
    return [
        word
        for word in offices
        for place in findings.places
        if place.state == race.state
        and place.span.field == word.span.field
        and abs(place.span.start - word.span.start) < _REACH
    ][:3]


def _reelection(story: Story, race: RosterRace, full: list[PersonReading]) -> bool:
    """A president who may be re-elected is a hint at that race; a legislator's is none."""
    return race.office == "president" and bool(full) and "elected" in story.body


def _is_of_office(story: Story, word: StageWord, race: RosterRace) -> bool:
    """A "presidential election" is no stage of a race for the Senate; a special one of a few."""
    if word.kind == "special" and race.kind != "special":
        return False
    named = _OFFICE_OF_STAGE.get(story.text_of(word.span).split()[0].lower())
    return named is None or named == race.office
