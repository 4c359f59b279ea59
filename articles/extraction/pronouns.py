"""Whom "he" or "she" means when speech is attributed to a pronoun."""

from __future__ import annotations

import re

from .clusters import is_person
from .scene import Named, Scene

GENDER = {"he": "M", "she": "F", "his": "M", "her": "F", "him": "M"}
_OPENS_WITH = re.compile(r"[\"“‘(]*(?:[\w ,]{0,24}?, )?(?P<pronoun>He|She|he|she)\b")
_FURTHEST = 6


def antecedent(scene: Scene, pronoun: str, position: int) -> str:
    """The key of the person meant by the pronoun at `position`, or empty."""
    gender = GENDER.get(pronoun.lower(), "")
    if not gender:
        return ""
    home = scene.paragraph_at(position)
    for start, end in _sentences_back(scene, home, position):
        key = _subject(scene, start, min(end, position), gender)
        if key:
            return key
    return ""


def _sentences_back(scene: Scene, home: int, position: int) -> list[tuple[int, int]]:
    back = []
    for paragraph in range(home, max(-1, home - _FURTHEST - 1), -1):
        sentences = [one for one in scene.sentences_in(paragraph) if one[0] < position]
        back.extend(reversed(sentences))
    return back


def _subject(scene: Scene, start: int, end: int, gender: str) -> str:
    spoken = [key for at, key in scene.attributed if start <= at < end]
    for key in reversed(spoken):
        if key and _fits(scene, key, gender):
            return key
    opening = _OPENS_WITH.match(scene.text, start, end)
    if opening and GENDER[opening["pronoun"].lower()] == gender:
        return ""
    fitting = [
        one for one in scene.named_outside_quotes(start, end) if _fits(scene, one.key, gender)
    ]
    plain = [one for one in fitting if not _is_possessive(scene.text, one)]
    chosen = plain or fitting
    return chosen[0].key if chosen else ""


def _is_possessive(text: str, one: Named) -> bool:
    return text[one.end : one.end + 1] in ("’", "'")


def _fits(scene: Scene, key: str, gender: str) -> bool:
    cluster = scene.clusters[key]
    known = {mention.gender for mention in cluster.mentions if mention.gender}
    if known:
        return gender in known
    return is_person(cluster)
