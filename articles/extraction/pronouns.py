"""Whom "he" or "she" means when speech is attributed to a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from .scene import Named, Scene

GENDER = {"he": "M", "she": "F", "his": "M", "her": "F", "him": "M"}
_OPENS_WITH = re.compile(r"[\"“‘(]*(?:[\w ,]{0,24}?, )?(?P<pronoun>He|She|he|she)\b")
_FURTHEST = 6


def antecedent(scene: Scene, pronoun: str, position: int) -> str:
    """The key of the person meant by the pronoun at `position`, or empty."""
    gender = GENDER.get(pronoun.lower(), "")
    if not gender:
        return ""
    if not scene.named:
        return ""
    for sentence in _sentences_back(scene, position):
        key = _subject(scene, sentence, position, gender)
        if key:
            return key
    return ""


def _sentences_back(scene: Scene, position: int) -> Iterator[int]:
    """The sentences of this paragraph and a few before, the nearest first, within reason."""
    furthest = scene.paragraphs[max(0, scene.paragraph_at(position) - _FURTHEST)][0]
    for sentence in islice(scene.sentences_before(position), _MOST_SENTENCES):
        if scene.sentences[sentence][0] < furthest:
            return
        yield sentence


_MOST_SENTENCES = 40


def _subject(scene: Scene, sentence: int, position: int, gender: str) -> str:
    start, end = scene.sentences[sentence]
    end = min(end, position)
    for key in reversed(scene.attributed_in(sentence, end)):
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
    return gender in scene.genders[key]
