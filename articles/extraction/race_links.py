"""Which races a story is about: candidates together, state, office, stage words and the year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from .candidates import RosterIndex
from .findings import Findings, OfficeWord, StageWord
from .names import fold
from .races import find_districts
from .reading import LINKED, SUGGESTED, PersonReading, RaceReading
from .roster import RosterRace
from .spans import Span, Story
from .stages import stage_label
from .why import sentence, state_words

_BEFORE_GENERAL = timedelta(days=2 * 365 + 60)
_AFTER_GENERAL = timedelta(days=100)
_STATEWIDE = frozenset(
    {"senate", "governor", "lieutenant_governor", "attorney_general", "secretary_of_state"}
)
# What each piece of evidence for a race adds; a link needs LINK, a suggestion SUGGEST.
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
OFFICE_OF_STAGE = {"presidential": "president", "gubernatorial": "governor", "senate": "senate"}
LINK = 0.60
SUGGEST = 0.35
MOST_CANDIDATES = 3
MOST = 0.99
# The share of such links that is right on our labelled articles: 48 of 48, 0 of 5, 1 of 25.
CONFIDENCE = {"linked": 0.97, "contest": 0.15, "passing": 0.05}
WORTH_SHOWING = 0.10


@dataclass(frozen=True, slots=True)
class RaceCase:
    race: RosterRace
    weight: float
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]
    candidates: int
    phrase: bool
    people: tuple[PersonReading, ...] = ()
    stages: bool = False  # the story names a stage of it
    told: bool = False  # or the office as a contest
    is_opening: bool = False  # two candidates stand in the headline or in one early paragraph
    fights: bool = False  # the story speaks of voting, candidates or their advertisements

    @property
    def runner_up(self) -> int:
        """How often the candidate is named who comes second: a race takes two."""
        return self._named()[1]

    @property
    def room(self) -> int:
        """How often its two foremost candidates are named."""
        return sum(self._named()[:2])

    def _named(self) -> list[int]:
        counts: Counter[int | str] = Counter()
        for one in self.people:
            counts[one.person_id or one.name] += len(one.spans)
        return [*sorted(counts.values(), reverse=True), 0, 0]


def link_races(
    story: Story,
    findings: Findings,
    people: list[PersonReading],
    index: RosterIndex,
    on: date | None,
) -> list[RaceReading]:
    """The races of that day that the story is about, and those it may be about."""
    current = [race for race in index.roster.races if _is_current(race, on)]
    cases = [_weigh(story, findings, people, race, index) for race in current]
    worthy = [case for case in cases if case and case.weight >= SUGGEST]
    worthy = [case for case in worthy if not _is_in_passing(case, worthy)]
    brief = {case.race.id for case in worthy if _is_brief(story, case, worthy)}
    readings = [
        _as_reading(case, findings, _rivals_of(case, worthy), on, is_brief=case.race.id in brief)
        for case in worthy
    ]
    return sorted(readings, key=lambda one: (one.state != LINKED, -one.confidence))


def _is_in_passing(case: RaceCase, worthy: list[RaceCase]) -> bool:
    """A race with at most one candidate named, in a story about another race for such an office."""
    return case.candidates < 2 and any(
        other.race.office == case.race.office
        and other.race.state != case.race.state
        and other.candidates >= 2
        for other in worthy
    )


def _is_brief(story: Story, case: RaceCase, worthy: list[RaceCase]) -> bool:
    """A race that a passage speaks of, in a story that another race runs through."""
    if any(other.room >= _FAR_MORE * case.room for other in worthy if other is not case):
        return True
    if case.room > _LITTLE_ROOM:
        return False
    touched = len(_paragraphs_of(story, case))
    return touched <= _BRIEF and any(
        len(_paragraphs_of(story, other)) > touched for other in worthy if other is not case
    )


def _paragraphs_of(story: Story, case: RaceCase) -> set[tuple[str, int]]:
    spans = [*case.spans, *(span for person in case.people for span in person.spans)]
    return _paragraphs(story, spans)


def _paragraphs(story: Story, spans: Iterable[Span]) -> set[tuple[str, int]]:
    return {(span.field, getattr(story, span.field).count("\n\n", 0, span.start)) for span in spans}


def _is_current(race: RosterRace, on: date | None) -> bool:
    """A story of a day belongs to the cycle then running, up to a runoff after the vote."""
    if on is None:
        return False
    general = race.general_on or date(race.year, 11, 3)
    return general - _BEFORE_GENERAL <= on <= general + _AFTER_GENERAL


def _weigh(
    story: Story,
    findings: Findings,
    people: list[PersonReading],
    race: RosterRace,
    index: RosterIndex,
) -> RaceCase | None:
    offices = [word for word in findings.offices if _is_for(word, race)]
    if not offices or not _names_its_place(story, race):
        offices = []
    full, by_surname = _running(people, race, index)
    stated = [word for word in findings.places if word.state == race.state]
    phrase = _phrase(offices, findings, race)
    if not full and not by_surname and not phrase:
        return None
    if not offices and len(full) < 2 and not _reelection(story, race, full):
        return None
    named = min(len(full), MOST_CANDIDATES)
    weight = named * WEIGHT["candidate"] + len(by_surname) * WEIGHT["surname"]
    weight += WEIGHT["phrase"] if phrase else WEIGHT["office"] if offices else 0
    weight += WEIGHT["state"] if stated or race.state in ("", "US") else 0
    stages = [word for word in findings.stages if _is_of_office(story, word, race)]
    weight += WEIGHT["stage"] if stages else 0
    told = bool(stages or offices)
    hints = len(_CONTEST.findall(f"{story.headline} {story.body}"))
    fights = told or hints > 0
    weight += WEIGHT["contest"] if fights else 0
    spans = _spans(phrase, offices, full, stated)
    pieces = _words(story, race, phrase, offices, full, replace(findings, stages=tuple(stages)))
    case = RaceCase(
        race, weight, pieces, spans, len(full), bool(phrase), tuple(full), bool(stages), told,
        fights=fights,
    )  # fmt: skip
    return _with_company(story, case, is_hinted=told or hints >= _FEWEST_HINTS)


def _with_company(story: Story, case: RaceCase, *, is_hinted: bool) -> RaceCase:
    """What it adds that two candidates come again and again, and beside one another.

    One stray "voters" makes no contest of them where they never meet.
    """
    places = [_paragraphs(story, one.spans) for one in case.people]
    shared = {at for one, other in combinations(places, 2) for at in one & other}
    weight = case.weight + (WEIGHT["often"] if case.runner_up > 1 else 0)
    weight += WEIGHT["paired"] if len(shared) > 1 else 0
    lead = story.body.count("\n\n", 0, _LEAD)
    is_opening = any(field == "headline" or at <= lead for field, at in shared)
    fights = case.fights and (is_hinted or bool(shared))
    return replace(case, weight=round(min(weight, MOST), 2), is_opening=is_opening, fights=fights)


def _is_for(word: OfficeWord, race: RosterRace) -> bool:
    if word.office != race.office:
        return word.office == "house" and race.office == "delegate"
    if word.year and word.year != race.year:
        return False
    if word.district and race.district and word.district != race.district.lstrip("0"):
        return False
    return not word.state or word.state == race.state


def _names_its_place(story: Story, race: RosterRace) -> bool:
    """A district or a town has to be named; a state is weighed apart."""
    if race.office in _STATEWIDE or race.office == "president":
        return True
    if race.office in ("house", "delegate"):
        return race.district.lstrip("0") in find_districts(story.body + " " + story.headline)
    text = fold(f"{story.headline} {story.deck} {story.body}")
    return all(word in text for word in _place_words(race))


def _place_words(race: RosterRace) -> list[str]:
    """ "Port Ellery" of "2020-al-port-ellery-mayor": what the slug has beside office and state."""
    left = race.slug.split("-")[2:]
    return [word for word in left if word not in _OFFICE_SLUG_WORDS and not word.isdigit()]


_OFFICE_SLUG_WORDS = frozenset(
    {"us", "mayor", "chair", "county", "council", "commission", "state", "senate", "house",
     "bond", "measure", "judge", "special", "recall", "board", "sheriff", "school"}
)  # fmt: skip


def _running(
    people: list[PersonReading], race: RosterRace, index: RosterIndex
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


_REACH = 60
_DAYS_AROUND = 7
_BRIEF = 2
_FEWEST_HINTS = 2
_FAR_MORE = 2
_LITTLE_ROOM = 3
_LEAD = 600
_CONTEST = re.compile(
    r"\b(?:race|contest|challengers?|runoff|primary|nominee|nomination|rematch|opponents?|unseat"
    r"|polls|campaign(?:s|ed|ing)?|candidates?|voters|reelection|re-election|concession"
    r"|conceded|attack ads?|campaign ads?|television (?:ad|spot)|commercials?|mailers?)\b"
)


def _reelection(story: Story, race: RosterRace, full: list[PersonReading]) -> bool:
    """A president who may be re-elected is a hint at that race; a legislator's is none."""
    return race.office == "president" and bool(full) and "elected" in story.body


def _spans(phrase, offices, full, stated) -> tuple[Span, ...]:
    told = [word.span for word in phrase or offices]
    return tuple(
        sorted({*told, *(one.spans[0] for one in full if one.spans), *(w.span for w in stated[:2])})
    )


def _is_of_office(story: Story, word: StageWord, race: RosterRace) -> bool:
    """A "presidential election" is no stage of a race for the Senate; a special one of a few."""
    if word.kind == "special" and race.kind != "special":
        return False
    named = OFFICE_OF_STAGE.get(story.text_of(word.span).split()[0].lower())
    return named is None or named == race.office


def _words(story, race, phrase, offices, full, findings) -> tuple[str, ...]:
    words = []
    if phrase or offices:
        words.append(f"the story says “{story.text_of((phrase or offices)[0].span)}”")
    if race.state not in ("", "US") and any(w.state == race.state for w in findings.places):
        words.append(f"it names {state_words(race.state)}")
    if full:
        names = ", ".join(person.name for person in full)
        words.append(f"it names of the candidates {names}")
    if findings.stages:
        words.append(f"it speaks of the “{story.text_of(findings.stages[0].span)}”")
    return tuple(words)


def _rivals_of(case: RaceCase, worthy: list[RaceCase]) -> list[RaceCase]:
    """Races for the same office in the same place and year: Georgia voted on two seats at once."""
    return [
        other
        for other in worthy
        if other.race.id != case.race.id
        and other.race.office == case.race.office
        and other.race.state == case.race.state
        and other.race.district == case.race.district
    ]


def _as_reading(
    case: RaceCase, findings: Findings, rivals: list[RaceCase], on: date | None, *, is_brief: bool
) -> RaceReading:
    sure = not is_brief and _is_enough(case, findings) and _leads(case, rivals, findings)
    state = LINKED if sure else SUGGESTED
    seen = "linked" if sure else "contest" if case.fights and not is_brief else "passing"
    why = sentence(*case.pieces)
    if state == SUGGESTED:
        why += " Not enough to link."
    return RaceReading(
        race_id=case.race.id,
        slug=case.race.slug,
        state=state,
        stages=_stages(case, findings, on) if state == LINKED else (),
        spans=case.spans,
        confidence=CONFIDENCE[seen],
        method="phrase" if case.phrase else "candidates",
        why=why,
    )


def _is_enough(case: RaceCase, findings: Findings) -> bool:
    if case.weight < LINK or not (case.stages or _is_main(case)):
        return False
    if case.race.office == "president":
        told = any(word.office == "president" for word in findings.offices) or case.told
        return case.candidates >= 2 and (told or (case.fights and case.runner_up > 1))
    if case.runner_up < 1:
        return case.phrase and _is_main(case)
    if case.phrase or (case.candidates >= 2 and case.told):
        return True
    return case.candidates >= 2 and case.fights and (case.runner_up > 1 or case.is_opening)


def _is_main(case: RaceCase) -> bool:
    """A story of a race speaks of it, or of who runs, in its headline or soon."""
    return any(span.field == "headline" or span.start < _LEAD for span in case.spans)


def _leads(case: RaceCase, rivals: list[RaceCase], findings: Findings) -> bool:
    """Of two races alike in place and office the one with more of its candidates named."""
    if not rivals:
        return True
    best = max(other.candidates for other in rivals)
    if case.candidates != best:
        return case.candidates > best
    special = any(word.special for word in findings.offices) or any(
        word.kind == "special" for word in findings.stages
    )
    return special and case.race.kind == "special" and all(o.race.kind != "special" for o in rivals)


def _stages(case: RaceCase, findings: Findings, on: date | None) -> tuple[str, ...]:
    """The stages of this race that the story names, in the order of the vote."""
    labels = []
    for kind in ("caucus", "convention", "primary", "runoff", "general", "special"):
        for party in dict.fromkeys(word.party for word in findings.stages if word.kind == kind):
            if _votes_so(case.race, kind, party):
                labels.append(stage_label(kind, _party_of(case.race, kind, party)))
    if "general" not in labels and on and _is_on_its_day(case.race, on):
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
