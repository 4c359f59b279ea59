"""Which of the races that a story names it is about, and why it is not about the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import combinations

from .race_cases import RaceCase
from .race_contest import contested_meetings, is_contested, is_of_another_office
from .race_ground import FIRST, HEADLINE, LEAD, Ground, Place

LINK = 0.60
_FAR_MORE, _OF_A_ROUND = 2, 3  # times the room of another race
_ROUND_UP = 0.40  # the share of paragraphs that speak of a contest
_LITTLE_ROOM = 3
_LONG = 5  # paragraphs
_SOON = 1  # the number of the second paragraph
_STILL_NEWS_DAYS = 10


class Focus:
    """The races of one story beside one another."""

    def __init__(self, ground: Ground, cases: list[RaceCase], on: date | None) -> None:
        self.ground, self.on = ground, on
        self.cases = [case for case in cases if not _is_in_passing(case, cases)]
        self._offices = {case.race.office for case in self.cases}
        self._passages = _own_passages(ground, self.cases)

    @cached_property
    def _met(self) -> dict[int, frozenset[Place]]:
        """For each race where its candidates meet as such."""
        return {case.race.id: contested_meetings(self.ground, case) for case in self.cases}

    def objection(self, case: RaceCase) -> str:
        """Why the story is not about the race, in an editor's words; empty where it is."""
        if case.weight < LINK:
            return "too little speaks for it"
        if is_of_another_office(self.ground, case, self._offices):
            return "the contest that it opens with is for another office"
        if self._is_bygone(case):
            return "the vote is over"
        if not self._leads(case):
            return "another race fits as well"
        return "" if self._is_of_a_round(case) else self._objection_alone(case)

    def _objection_alone(self, case: RaceCase) -> str:
        if self.is_brief(case):
            return "it is named in passing"
        if not self._is_enough(case):
            return "too little speaks for it"
        if not case.heard.stages and not self._is_main(case):
            return "the story does not open with it"
        if not is_contested(self.ground, case):
            return "the story hardly speaks of a contest between them"
        return ""

    def is_brief(self, case: RaceCase) -> bool:
        """A race that a passage speaks of, in a story of something else or of another race."""
        if self._is_of_a_round(case):
            return False
        is_passage = case.runner_up < 2 or len(case.meetings) < 2
        if is_passage and any(other.room >= _FAR_MORE * case.room for other in self._others(case)):
            return True
        return self._is_aside(case)

    def is_hinted(self, case: RaceCase) -> bool:
        """Whether an editor may want to look: more than a stray word makes it a contest."""
        return case.fights and (bool(self._met[case.race.id]) or not self.is_brief(case))

    def _others(self, case: RaceCase) -> list[RaceCase]:
        return [other for other in self.cases if other is not case]

    def _is_of_a_round(self, case: RaceCase) -> bool:
        """One of several races that a story of contests goes through, each in its own passage."""
        if len(self.cases) < 2 or not self._passages[case.race.id]:
            return False
        if self.ground.contested_share < _ROUND_UP:
            return False
        others = [other for other in self._others(case) if self._passages[other.race.id]]
        is_alike = all(other.room < _OF_A_ROUND * case.room for other in others)
        return bool(others) and is_alike and self._is_of_contests((case, *others))

    def _is_of_contests(self, cases: Iterable[RaceCase]) -> bool:
        """The headline or the first paragraph speaks of one, or a passage of these races does."""
        return bool(FIRST & self.ground.contested) or any(
            self._passages[case.race.id] & self._met[case.race.id] for case in cases
        )

    def _is_aside(self, case: RaceCase) -> bool:
        """One paragraph of a long story, or one place of each candidate, and not where it opens."""
        if self.ground.story.body.count("\n\n") < _LONG or self._opens_with_its_office(case):
            return False
        if len(case.touched) == 1:
            is_headed = HEADLINE in self.ground.contested and self._met[case.race.id]
            return not is_headed and all(
                field == "body" and number > _SOON for field, number in case.touched
            )
        return case.room < _LITTLE_ROOM and not self._is_main(case)

    def _opens_with_its_office(self, case: RaceCase) -> bool:
        """The headline or one of the first paragraphs has it as a contest, with its place."""
        told = (word.span for word in case.heard.phrase if not self.ground.says_who(word.span))
        return any(field != "body" or at <= _SOON for field, at in self.ground.places(told))

    def _is_enough(self, case: RaceCase) -> bool:
        """Two candidates, and more than a stray word of a contest; one, with office and state."""
        if case.race.office == "president":
            told = case.told or any(
                word.office == "president" for word in self.ground.findings.offices
            )
            return case.candidates >= 2 and (told or (case.fights and case.runner_up > 1))
        if case.runner_up < 1:
            return bool(case.heard.phrase) and self._is_main(case)
        if case.heard.phrase or (case.candidates >= 2 and case.told):
            return True
        return case.candidates >= 2 and case.fights and (case.runner_up > 1 or self._opens(case))

    def _opens(self, case: RaceCase) -> bool:
        """Whether its candidates meet in the headline or soon."""
        return any(map(self.ground.is_opening, case.meetings))

    def _is_main(self, case: RaceCase) -> bool:
        """A story of a race speaks of it, or of who runs, in its headline or soon."""
        opening = min(LEAD, len(self.ground.story.body) // 2)
        spans = (*(word.span for word in case.heard.told), *case.named())
        return any(span.field == "headline" or span.start < opening for span in spans)

    def _is_bygone(self, case: RaceCase) -> bool:
        """Once the vote is over, its winner is named for what comes next, the loser once."""
        days = [case.race.general_on, *(stage.on for stage in case.race.stages)]
        last = max((day for day in days if day), default=None)
        if self.on is None or last is None or (self.on - last).days <= _STILL_NEWS_DAYS:
            return False
        return case.runner_up < 2 and not self._opens(case)

    def _leads(self, case: RaceCase) -> bool:
        """Of two races alike in place and office the one with more of its candidates named."""
        rivals = [other for other in self._others(case) if _is_alike(case, other)]
        best = max((other.candidates for other in rivals), default=0)
        if case.candidates != best:
            return case.candidates > best
        is_one_special = case.race.kind == "special" and all(
            other.race.kind != "special" for other in rivals
        )
        return not rivals or (is_one_special and self._tells_of_a_special())

    def _tells_of_a_special(self) -> bool:
        findings = self.ground.findings
        return any(word.special for word in findings.offices) or any(
            word.kind == "special" for word in findings.stages
        )


def _is_in_passing(case: RaceCase, cases: list[RaceCase]) -> bool:
    """A race with at most one candidate named, in a story about another race for such an office."""
    return case.candidates < 2 and any(
        other.race.office == case.race.office
        and other.race.state != case.race.state
        and other.candidates >= 2
        for other in cases
    )


def _own_passages(ground: Ground, cases: list[RaceCase]) -> dict[int, set[Place]]:
    """For each race where its candidates meet, and those of no other race do."""
    times = Counter(place for case in cases for place in case.meetings)
    shared = {place for place, races in times.items() if races > 1}
    own = {case.race.id: set(case.meetings - shared) for case in cases}
    for case in cases:
        if case.meetings & shared:
            own[case.race.id] |= _places_apart(ground, case, cases)
    return own


def _places_apart(ground: Ground, case: RaceCase, cases: list[RaceCase]) -> set[Place]:
    """ "In Maine, Collins and Gideon": a sentence has the state, two candidates and no others."""
    others = {span for other in cases if other is not case for span in other.named()}
    taken = set(map(ground.sentence, others - set(case.named())))
    own = [set(map(ground.sentence, one.spans)) for one in case.heard.full]
    met = {sentence for one, other in combinations(own, 2) for sentence in one & other}
    stated = {ground.sentence(word.span) for word in case.heard.stated}
    return {place for place, _ in met & stated - taken}


def _is_alike(case: RaceCase, other: RaceCase) -> bool:
    """Races for one office in one place and year: Georgia voted on two seats at once."""
    return (other.race.office, other.race.state, other.race.district) == (
        case.race.office,
        case.race.state,
        case.race.district,
    )
