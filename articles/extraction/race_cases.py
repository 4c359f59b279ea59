"""What of a story speaks for a race: candidates, office and state, words of a contest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from .findings import Findings, OfficeWord, StageWord
from .names import fold
from .races import find_districts
from .reading import PersonReading
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
LEAD = 600  # characters that a story opens with

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
_CONTEST = re.compile(
    r"\b(?:race|contest|challengers?|runoff|primary|nominee|nomination|rematch|opponents?|unseat"
    r"|polls|campaign(?:s|ed|ing)?|candidates?|voters|reelection|re-election|concession"
    r"|conceded|attack ads?|campaign ads?|television (?:ad|spot)|commercials?|mailers?)\b"
)
# "the attorney general, who is seeking the governor's office": it says who somebody is.
_SAYS_WHO = re.compile(r"\b(?:who|whom|whose|seeking)\b[^,.;:!?—\n]*$")
_CLAUSE = 120


@dataclass(frozen=True, slots=True)
class RaceCase:
    """A race with all of a story that speaks for it."""

    race: RosterRace
    weight: float
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]
    speaks: tuple[Span, ...]  # of those, the office and the candidates, without the state
    candidates: int
    phrase: bool
    people: tuple[PersonReading, ...] = ()
    stages: bool = False  # the story names a stage of it
    told: bool = False  # or the office as a contest, and not to say who somebody is
    meetings: int = 0  # places, of a paragraph each, where two of the candidates stand together
    is_opening: bool = False  # one of them is the headline or an early paragraph
    fights: bool = False  # the story speaks of voting, candidates or their advertisements

    @property
    def runner_up(self) -> int:
        """How often the candidate is named who comes second: a race takes two."""
        return self._room()[1]

    @property
    def room(self) -> int:
        """How often its two foremost candidates are named."""
        return sum(self._room()[:2])

    def places(self, story: Story) -> set[tuple[str, int]]:
        """The paragraphs that speak of it."""
        return paragraphs(story, (*self.spans, *self.named()))

    def named(self) -> Iterator[Span]:
        """Every place of its candidates."""
        return (span for person in self.people for span in person.spans)

    def _room(self) -> list[int]:
        counts: Counter[int | str] = Counter()
        for one in self.people:
            counts[one.person_id or one.name] += len(one.spans)
        return [*sorted(counts.values(), reverse=True), 0, 0]


class Ground:
    """A story as every race is weighed against it, with what holds for all of them."""

    def __init__(self, story: Story, findings: Findings, people: list[PersonReading]) -> None:
        self.story, self.findings, self.people = story, findings, people
        self.contests = [
            Span(field, *hit.span())
            for field in ("headline", "body")
            for hit in _CONTEST.finditer(getattr(story, field))
            if not self.says_who(Span(field, *hit.span()))
        ]

    @cached_property
    def folded(self) -> str:
        return fold(f"{self.story.headline} {self.story.deck} {self.story.body}")

    @cached_property
    def districts(self) -> set[str]:
        return find_districts(f"{self.story.body} {self.story.headline}")

    @cached_property
    def contested(self) -> float:
        """The share of paragraphs that have a word of a contest."""
        places = paragraphs(self.story, (one for one in self.contests if one.field == "body"))
        return len(places) / (self.story.body.count("\n\n") + 1)

    def says_who(self, span: Span) -> bool:
        """Whether the words stand in a clause that only tells who somebody is."""
        text = self.story.body if span.field == "body" else ""
        return bool(_SAYS_WHO.search(text, max(0, span.start - _CLAUSE), span.start))


def weigh_race(ground: Ground, race: RosterRace) -> RaceCase | None:
    """All the evidence for one race; None where there is too little to speak of."""
    story, findings = ground.story, ground.findings
    offices = [word for word in findings.offices if _is_for(word, race)]
    if not offices or not _names_its_place(ground, race):
        offices = []
    full, by_surname = _running(ground.people, race)
    phrase = _phrase(offices, findings, race)
    if not full and not by_surname and not phrase:
        return None
    if not offices and len(full) < 2 and not _reelection(story, race, full):
        return None
    stated = [word for word in findings.places if word.state == race.state]
    stages = [word for word in findings.stages if _is_of_office(story, word, race)]
    told = any(not ground.says_who(word.span) for word in (*stages, *offices))
    fights = bool(stages or offices or ground.contests)
    speaks = _speaks(phrase or offices, full)
    counted = {
        "candidate": min(len(full), MOST_CANDIDATES),
        "surname": len(by_surname),
        "phrase": bool(phrase),
        "office": bool(offices and not phrase),
        "state": bool(stated) or race.state in ("", "US"),
        "stage": bool(stages),
        "contest": fights,
    }
    case = RaceCase(
        race=race,
        weight=sum(WEIGHT[kind] * times for kind, times in counted.items()),
        pieces=_words(story, race, phrase or offices, full, stages, is_placed=bool(stated)),
        spans=tuple(sorted({*speaks, *(word.span for word in stated[:2])})),
        speaks=speaks,
        candidates=len(full),
        phrase=bool(phrase),
        people=tuple(full),
        stages=bool(stages),
        told=told,
        fights=fights,
    )
    return _with_company(ground, case, is_hinted=told or len(ground.contests) >= _FEWEST_HINTS)


def _with_company(ground: Ground, case: RaceCase, *, is_hinted: bool) -> RaceCase:
    """What it adds that two candidates come again and again, and beside one another.

    One stray "voters" makes no contest of them where they never meet.
    """
    story = ground.story
    places = [
        paragraphs(story, (span for span in one.spans if not ground.says_who(span)))
        for one in case.people
    ]
    shared = {at for one, other in combinations(places, 2) for at in one & other}
    weight = case.weight + (WEIGHT["often"] if case.runner_up > 1 else 0)
    weight += WEIGHT["paired"] if len(shared) > 1 else 0
    lead = story.body.count("\n\n", 0, LEAD)
    return replace(
        case,
        weight=round(min(weight, MOST), 2),
        meetings=len(shared),
        is_opening=any(field == "headline" or at <= lead for field, at in shared),
        fights=case.fights and (is_hinted or bool(shared)),
    )


def paragraphs(story: Story, spans: Iterable[Span]) -> set[tuple[str, int]]:
    """(field, number) of each paragraph that one of the spans lies in."""
    return {(span.field, getattr(story, span.field).count("\n\n", 0, span.start)) for span in spans}


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
    """The candidates of the race that the story names: in full, and perhaps by surname."""
    running = set(race.candidate_ids)
    full, by_surname = [], []
    for person in people:
        if person.person_id is not None:
            if person.person_id in running and " " in person.name:
                full.append(person)
            elif person.person_id in running:
                by_surname.append(person)
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


def _speaks(offices: list[OfficeWord], full: list[PersonReading]) -> tuple[Span, ...]:
    first = (one.spans[0] for one in full if one.spans)
    return tuple(sorted({*(word.span for word in offices), *first}))


def _words(story, race, offices, full, stages, *, is_placed: bool) -> tuple[str, ...]:
    words = []
    if offices:
        words.append(f"the story says “{story.text_of(offices[0].span)}”")
    if race.state not in ("", "US") and is_placed:
        words.append(f"it names {state_words(race.state)}")
    if full:
        names = ", ".join(person.name for person in full)
        words.append(f"it names of the candidates {names}")
    if stages:
        words.append(f"it speaks of the “{story.text_of(stages[0].span)}”")
    return tuple(words)
