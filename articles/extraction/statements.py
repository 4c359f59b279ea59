"""Which quotes of one story carry the same words, whole, cut or elided."""

from __future__ import annotations

import re
from dataclasses import replace

from .findings import Speech
from .marks import find_quoted
from .names import fold

_CUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_WORD = re.compile(r"[a-z0-9']+")
_FEWEST_WORDS = 4


def number_statements(speeches: list[Speech]) -> list[Speech]:
    """The same number for the same words; a quote without a speaker takes its fellow's."""
    numbered: list[Speech] = []
    for speech in speeches:
        fellow = next((other for other in numbered if _same_words(other, speech)), None)
        number = fellow.statement if fellow else len(numbered)
        numbered.append(replace(speech, statement=number))
    return [_with_fellows_speaker(speech, numbered) for speech in numbered]


def spoken_words(kind: str, text: str) -> str:
    """The speaker's own words: of a clause that is quoted in part, the parts between marks."""
    if kind != "mixed":
        return text
    parts = [text[start:end] for quoted in find_quoted(text) for start, end in quoted.parts]
    return " … ".join(parts) or text


def _same_words(first: Speech, second: Speech) -> bool:
    if "indirect" in (first.kind, second.kind):
        return False
    one, other = spoken_words(first.kind, first.text), spoken_words(second.kind, second.text)
    return _is_cut_from(one, other) or _is_cut_from(other, one)


def _is_cut_from(short: str, whole: str) -> bool:
    """Whether the pieces of `short` stand in `whole` in their order."""
    pieces = [piece for cut in _CUT.split(fold(short)) if (piece := " ".join(_WORD.findall(cut)))]
    if sum(len(piece.split()) for piece in pieces) < _FEWEST_WORDS:
        return False
    text, position = f" {' '.join(_WORD.findall(fold(whole)))} ", 0
    for piece in pieces:
        position = text.find(f" {piece} ", position)
        if position < 0:
            return False
        position += len(piece)
    return True


def _with_fellows_speaker(speech: Speech, numbered: list[Speech]) -> Speech:
    if speech.speaker_text:
        return speech
    fellow = next(
        (one for one in numbered if one.statement == speech.statement and one.speaker_text), None
    )
    if fellow is None:
        return speech
    return replace(
        speech,
        speaker_kind=fellow.speaker_kind,
        speaker_key=fellow.speaker_key,
        organisation=fellow.organisation,
        method="same_words",
    )
