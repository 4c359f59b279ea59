"""Which words beside a quotation say whose it is."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from .marks import Quoted
from .pronouns import GENDER
from .scene import Scene
from .speakers import (
    Speaker,
    capitals_after,
    noun_phrase_after,
    noun_phrase_before,
    phrase_after,
    phrase_ending,
    phrase_opening,
    subject_before,
)
from .speech import BEHIND, NAMING, SAYING, according_in, is_reporting
from .text import sentence_bounds

_PARTICIPLE = re.compile(
    r"\b(?:saying|adding|telling|warning|arguing|writing|tweeting|noting|asking|insisting|calling"
    r"|declaring|claiming|predicting|stating|explaining|describing|promising)\b"
)
# "But, said Jones, “...”": the verb opens its sentence.
_ONLY_OPENS = re.compile(r"(?:(?:And|But|So|Yet|Still|Then|Or|Now|Indeed),? )?")
_ONLY_MARKS = re.compile(r"[\s,.!?…—–-]*(?:(?:\w+ly|also|then|later|once) )?$")
# “...” — Jane Roe: a name behind a dash signs what stands ahead of it.
_SIGNED = re.compile(r"\s*[―—–]\s*(?=[A-Z][\w.’'-]+ [A-Z])")
# “We count.” Jones said to cheers: a sentence that only tells who spoke.
_TOLD_APART = re.compile(
    r"\s+(?:(?:he|she|they|He|She|They)|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) (?:said|says)"
    r"(?: (?:on|in|at|to|during|after|before|of|with|last|this|\w+day)\b[^.“”\"]{0,50})?\.(?=\s|$)"
)
MOST_VERBS = 40  # that are looked at in one sentence
_ROOM_FOR_A_NAME = 80
_COLON = re.compile(r":(?=\s*$)")
_FEW_WORDS_BEHIND = 8
_LONGEST_LABEL = 6
_INNER_MARKS = " ’'‘”\""  # a quotation within may end together with the one around it
_OPENING_PRONOUN = re.compile(r"(?:[^,]{0,40}, )?(He|She|he|she)\b")


class Attribution(NamedTuple):
    """A speaker, the verb that led there, and the words around the verb."""

    speaker: Speaker
    cue: str
    cue_start: int
    start: int
    end: int


def attribute(scene: Scene, quoted: Quoted, *, floor: int, ceiling: int) -> Attribution | None:
    """The attribution just after the quotation, else the one just ahead of it.

    `floor` and `ceiling` are where the quotations before and after it end and start.
    """
    text, behind = scene.text, quoted.outer_end
    follows = (
        _goes_on(text, quoted) or _SIGNED.match(text, behind) or _TOLD_APART.match(text, behind)
    )
    after = _after(scene, quoted, ceiling) if follows else None
    return after or _ahead(scene, quoted, floor)


def _goes_on(text: str, quoted: Quoted) -> bool:
    """Whether the sentence goes on after the marks: “X,” she said; “X?” she asked."""
    last = text[max(quoted.start, quoted.end - 6) : quoted.end].rstrip(_INNER_MARKS)[-1:] or " "
    following = text[quoted.outer_end : quoted.outer_end + 2]
    return last in ",?!…—–-" or following.startswith((",", " —", "—")) or last.isalnum()


def _after(scene: Scene, quoted: Quoted, ceiling: int) -> Attribution | None:
    start = quoted.outer_end
    paragraph_end = scene.paragraphs[scene.paragraph_at(quoted.end)][1]
    bounds = sentence_bounds(scene.text, start, min(ceiling, paragraph_end))
    if not bounds:
        return None
    end = bounds[0][1]
    signed = _SIGNED.match(scene.text, start, paragraph_end)
    if signed:
        speaker = phrase_after(scene, signed.end(), paragraph_end)
        return _made(speaker, signed, start, end)
    according = according_in(scene.text, start, end)
    if according and _ONLY_MARKS.fullmatch(scene.text, start, according.start()):
        named = phrase_after(scene, according.end(), end)
        return _made(named or noun_phrase_after(scene, according.end(), end), according, start, end)
    for verb in islice(BEHIND.finditer(scene.text, start, end), MOST_VERBS):
        if not is_reporting(scene.text, verb):
            continue
        return _made(_beside(scene, start, verb, end), verb, start, end)
    return None


def _beside(scene: Scene, start: int, verb: re.Match[str], end: int) -> Speaker | None:
    if _ONLY_MARKS.fullmatch(scene.text, start, verb.start()):
        return (
            phrase_after(scene, verb.end(), end)
            or noun_phrase_after(scene, verb.end(), end)
            or capitals_after(scene, verb.end(), end)
        )
    begin = start
    while begin < verb.start() and scene.text[begin] in " ,—–-.":
        begin += 1
    return subject_before(scene, begin, verb.start()) or noun_phrase_before(
        scene, begin, verb.start()
    )


def _made(speaker: Speaker | None, cue: re.Match[str], start: int, end: int) -> Attribution | None:
    if speaker is None:
        return None
    return Attribution(speaker, cue.group().strip(), cue.start(), start, end)


def _ahead(scene: Scene, quoted: Quoted, floor: int) -> Attribution | None:
    start, end = _sentence_ahead(scene, quoted, floor)
    verbs = list(islice(NAMING.finditer(scene.text, start, end), MOST_VERBS))
    for verb in reversed(verbs):
        speaker = _subject_of(scene, start, verb)
        if speaker:
            return Attribution(speaker, verb.group(), verb.start(), start, end)
    return (
        _by_label(scene, start, end)
        or _by_participle(scene, start, end)
        or _according_ahead(scene, start, end)
        or _by_colon(scene, start, end)
    )


def _by_colon(scene: Scene, start: int, end: int) -> Attribution | None:
    """ "The letter makes its case: “...”": a sentence that leads up to the words."""
    colon = _COLON.search(scene.text, max(start, end - 2), end)
    speaker = colon and sentence_subject(scene, start, end)
    return _made(speaker, colon, start, end) if speaker else None


def _by_label(scene: Scene, start: int, end: int) -> Attribution | None:
    """ "Roe: “We count.”" """
    label = scene.text[start:end].rstrip()
    if not label.endswith(":") or len(label.split()) > _LONGEST_LABEL:
        return None
    spoken = phrase_ending(scene, start, start + len(label) - 1)
    return Attribution(spoken, ":", end - 1, start, end) if spoken else None


def _subject_of(scene: Scene, start: int, verb: re.Match[str]) -> Speaker | None:
    if not is_reporting(scene.text, verb):
        return None
    if _ONLY_OPENS.fullmatch(scene.text, start, verb.start()):
        stop = scene.text.find(",", verb.end(), verb.end() + _ROOM_FOR_A_NAME)
        return phrase_after(scene, verb.end(), stop) if stop > 0 else None
    return subject_before(scene, start, verb.start()) or noun_phrase_before(
        scene, start, verb.start()
    )


def _sentence_ahead(scene: Scene, quoted: Quoted, floor: int) -> tuple[int, int]:
    paragraph_start = scene.paragraphs[scene.paragraph_at(quoted.start)][0]
    begin = max(paragraph_start, floor)
    bounds = sentence_bounds(scene.text, begin, quoted.outer_start)
    if not bounds or bounds[-1][1] < quoted.outer_start - 2:
        return quoted.outer_start, quoted.outer_start
    if scene.text[bounds[-1][0] : quoted.outer_start].rstrip().endswith((".", "!", "?")):
        return quoted.outer_start, quoted.outer_start
    opening = re.compile(r"\s*").match(scene.text, bounds[-1][0])
    return opening.end(), quoted.outer_start


def _by_participle(scene: Scene, start: int, end: int) -> Attribution | None:
    cue = _PARTICIPLE.search(scene.text, start, end)
    if not cue:
        return None
    speaker = sentence_subject(scene, start, cue.start())
    return _made(speaker, cue, start, end)


def _according_ahead(scene: Scene, start: int, end: int) -> Attribution | None:
    cue = according_in(scene.text, start, end)
    return _made(phrase_after(scene, cue.end(), end), cue, start, end) if cue else None


def teller(scene: Scene, start: int, end: int) -> Speaker | None:
    """Who tells in a sentence that ends with it: "..., Jones said."; none where it does not."""
    quoted = scene.quoted_in(start, end)
    quoted_until = quoted[-1].outer_end if quoted else start
    for verb in islice(SAYING.finditer(scene.text, quoted_until, end), MOST_VERBS):
        if len(scene.text[verb.end() : end].split()) > _FEW_WORDS_BEHIND:
            continue
        if is_reporting(scene.text, verb):
            return _beside(scene, quoted_until, verb, end)
    return None


def sentence_subject(scene: Scene, start: int, end: int) -> Speaker | None:
    """Who a sentence is about: its opening pronoun or the first person it names."""
    opening = _OPENING_PRONOUN.match(scene.text, start, end)
    if opening and opening[1].lower() in GENDER:
        return phrase_ending(scene, opening.start(1), opening.end(1))
    for one in scene.named_outside_quotes(start, end):
        if scene.text[one.end : one.end + 1] not in ("’", "'"):
            return Speaker("person", one.mention.text, one.start, one.end, one.key)
    return phrase_opening(scene, start, end)
