"""Which quotes of one story carry the same words, whole, cut or elided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from .findings import Speech
from .marks import find_quoted
from .names import fold

_CUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_WORD = re.compile(r"[a-z0-9']+")
_FEWEST_WORDS = 4
_KEY_WORDS = 3
_MOST_FELLOWS = 20
_MOST_HELD_AGAINST = 60
_MOST_OPENINGS = 3


def number_statements(speeches: list[Speech]) -> list[Speech]:
    """The same number for the same words; a quote without a speaker takes its fellow's."""
    known, numbered = _Known(), []
    for speech in speeches:
        said = _Said.of(speech)
        number = known.number_of(said) if said else None
        number = len(numbered) if number is None else number
        known.add(said, number)
        numbered.append(replace(speech, statement=number))
    speakers = {one.statement: one for one in reversed(numbered) if one.speaker_text}
    return [_with_fellows_speaker(speech, speakers) for speech in numbered]


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a quote, and its pieces between the places where it was cut."""

    words: str
    pieces: tuple[str, ...]
    runs: frozenset[str]  # each so many words in a row: what a piece of it may begin with
    openings: frozenset[str]

    @classmethod
    def of(cls, speech: Speech) -> _Said | None:
        """None for what joins nothing: the reporter's words, or too few to tell."""
        if speech.kind == "indirect":
            return None
        text = fold(spoken_words(speech.kind, speech.text))
        pieces = [piece for cut in _CUT.split(text) if (piece := " ".join(_WORD.findall(cut)))]
        if sum(len(piece.split()) for piece in pieces) < _FEWEST_WORDS:
            return None
        words = _WORD.findall(text)
        return cls(
            words=f" {' '.join(words)} ",
            pieces=tuple(pieces),
            runs=_runs(words),
            openings=frozenset(
                " ".join(piece.split()[:_KEY_WORDS]) for piece in pieces[:_MOST_OPENINGS]
            ),
        )

    def is_cut_from(self, whole: _Said) -> bool:
        """Whether its pieces stand in the other in their order."""
        position = 0
        for piece in self.pieces:
            position = whole.words.find(f" {piece} ", position)
            if position < 0:
                return False
            position += len(piece)
        return True


def _runs(words: list[str]) -> frozenset[str]:
    last = max(1, len(words) - _KEY_WORDS + 1)
    return frozenset(" ".join(words[at : at + _KEY_WORDS]) for at in range(last))


class _Known:
    """What was said before, found by a few words in a row and never by going through all."""

    def __init__(self) -> None:
        self._holding: dict[str, list[tuple[_Said, int]]] = defaultdict(list)
        self._beginning: dict[str, list[tuple[_Said, int]]] = defaultdict(list)

    def number_of(self, said: _Said) -> int | None:
        wholes = (one for key in said.openings for one in self._holding[key][:_MOST_FELLOWS])
        cuts = (one for run in said.runs for one in self._beginning[run][:_MOST_FELLOWS])
        wholes, cuts = islice(wholes, _MOST_HELD_AGAINST), islice(cuts, _MOST_HELD_AGAINST)
        numbers = [number for whole, number in wholes if said.is_cut_from(whole)]
        numbers += [number for cut, number in cuts if cut.is_cut_from(said)]
        return min(numbers, default=None)

    def add(self, said: _Said | None, number: int) -> None:
        if said is None:
            return
        for run in said.runs:
            self._holding[run].append((said, number))
        for key in said.openings:
            self._beginning[key].append((said, number))


def spoken_words(kind: str, text: str) -> str:
    """The speaker's own words: of a clause that is quoted in part, the parts between marks."""
    if kind != "mixed":
        return text
    parts = [text[start:end] for quoted in find_quoted(text) for start, end in quoted.parts]
    return " … ".join(parts) or text


def _with_fellows_speaker(speech: Speech, speakers: Mapping[int, Speech]) -> Speech:
    if speech.speaker_text or speech.statement not in speakers:
        return speech
    fellow = speakers[speech.statement]
    return replace(
        speech,
        speaker_kind=fellow.speaker_kind,
        speaker_key=fellow.speaker_key,
        organisation=fellow.organisation,
        method="same_words",
    )
