"""Whether a story speaks of a race as a contest, or only names those who run in it."""

from __future__ import annotations

from .race_cases import RaceCase
from .race_ground import FIRST, HEADLINE, Ground, Place

# Shares of paragraphs that speak of a contest: of one, and where its candidates never meet.
_CONTESTED, _FULL_OF_CONTEST = 0.20, 0.25
_SOME_ROOM, _MUCH_ROOM = 2, 3  # places of the second of the candidates
_FEWEST_HINTS = 2


def is_contested(ground: Ground, case: RaceCase) -> bool:
    """Whether the story speaks of a contest as much as one about it does."""
    if not case.meetings:
        return _is_full_of_both(ground, case)
    is_told = bool(case.heard.phrase) or _is_of_contests(ground, case)
    return is_told or _is_theirs(ground, case) or _are_only_candidates(ground, case)


def contested_meetings(ground: Ground, case: RaceCase) -> frozenset[Place]:
    """Where its candidates meet beside a word of a contest, or one "against" the other."""
    if not case.meetings:
        return frozenset()
    met = case.meetings & _contested(ground, case)
    if met == case.meetings:
        return met
    against = ground.places(span for span in case.named() if ground.is_set_against(span))
    return met | (case.meetings & against)


def is_of_another_office(ground: Ground, case: RaceCase, known: set[str]) -> bool:
    """The story opens with a contest for an office that is neither this race's nor ``known``."""
    told = ground.findings.offices
    if any(word.office == case.race.office for word in told):
        return False
    first = (word for word in told if ground.places([word.span]) <= FIRST)
    return any(word.office not in known and not ground.says_who(word.span) for word in first)


def _contested(ground: Ground, case: RaceCase) -> set[Place]:
    """Where the story speaks of a contest, or tells one of its stages or its office as one."""
    told = (word.span for word in (*case.heard.stages, *case.heard.told))
    return ground.contested | ground.places(span for span in told if not ground.says_who(span))


def _is_full_of_both(ground: Ground, case: RaceCase) -> bool:
    """Where the candidates never meet, the story is full of contest and of both of them."""
    is_theirs = case.runner_up > 1 or HEADLINE in case.touched
    return is_theirs and ground.contested_share >= _FULL_OF_CONTEST


def _is_of_contests(ground: Ground, case: RaceCase) -> bool:
    """The headline or a fifth of the paragraphs speak of one: the first, or beside candidates."""
    is_beside = bool((case.touched | FIRST) & _contested(ground, case))
    is_hinted = is_beside and len(ground.contested) >= _FEWEST_HINTS
    if not is_hinted and not contested_meetings(ground, case):
        return False
    return ground.contested_share >= _CONTESTED or HEADLINE in ground.contested


def _is_theirs(ground: Ground, case: RaceCase) -> bool:
    """Two candidates have much room, and a contest is spoken of."""
    is_hinted = len(ground.contested) >= _FEWEST_HINTS or case.touched & ground.contested
    return case.runner_up >= _MUCH_ROOM and bool(is_hinted)


def _are_only_candidates(ground: Ground, case: RaceCase) -> bool:
    """Two who hold no office have room in a story that speaks of a contest: they run."""
    if case.runner_up < _SOME_ROOM or not ground.contested:
        return False
    return not any(ground.holds_office(one) for one in case.heard.full)
