"""Which quotes carry the same words: whole, cut, elided, bracketed or lightly changed."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise

from .findings import Speech
from .marks import find_quoted
from .names import fold
from .wordlists import words

_CUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_WORD = re.compile(r"[a-z0-9']+")
_FEWEST_WORDS = 4
_MOST_FELLOWS = 20
_MOST_HELD_AGAINST = 60
_MOST_OPENINGS = 3
# Written otherwise from one outlet to the next; dropped or written out, they change no meaning.
_SHORT = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "gonna": "going to",
    "wanna": "want to", "gotta": "got to", "'em": "them", "'til": "until", "ok": "okay",
}  # fmt: skip
_ENDINGS = (
    ("n't", " not"),
    ("'re", ""),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'m", ""),
    ("'s", ""),
)
_WEAK = words("a an the that just really very so and but well now then also am is are um uh oh")
_RUN = 4
_ALL_KEPT = 12


def number_statements(speeches: list[Speech]) -> list[Speech]:
    """The same number for the same words; a quote without a speaker takes its fellow's."""
    known, numbered = _Known(), []
    for speech in speeches:
        said = Said.of(speech.kind, speech.text)
        number = known.number_of(said) if said else None
        number = len(numbered) if number is None else number
        known.add(said, number)
        numbered.append(speech._replace(statement=number))
    speakers = {one.statement: one for one in reversed(numbered) if one.speaker_text}
    return [_with_fellows_speaker(speech, speakers) for speech in numbered]


@dataclass(frozen=True)
class Said:
    """The words of a quote, and its pieces between the places where it was cut."""

    words: str
    pieces: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=256)  # the quotes at hand are told apart, and then stored
    def of(cls, kind: str, text: str) -> Said | None:
        """None for what joins nothing: the reporter's words, or too few to tell."""
        if kind == "indirect":
            return None
        cuts = _CUT.split(fold(spoken_words(kind, text)))
        pieces = tuple(piece for cut in cuts if (piece := _plain(cut)))
        if sum(len(piece.split()) for piece in pieces) < _FEWEST_WORDS:
            return None
        return cls(f" {' '.join(pieces)} ", pieces)

    def is_same_as(self, other: Said) -> bool:
        """Whether one of the two is the other, or is cut from it."""
        return self.is_cut_from(other) or other.is_cut_from(self)

    def is_cut_from(self, whole: Said) -> bool:
        """Whether its pieces stand in the other in their order."""
        position = 0
        for piece in self.pieces:
            position = whole.words.find(f" {piece} ", position)
            if position < 0:
                return False
            position += len(piece)
        return True

    @cached_property
    def pairs(self) -> tuple[tuple[str, ...], ...]:
        """Each two words that follow each other: what a piece of it may begin with."""
        told = self.words.split()
        return tuple(dict.fromkeys(pairwise(told)))

    @cached_property
    def openings(self) -> tuple[tuple[str, ...], ...]:
        """The first two words of its first pieces."""
        first = self.pieces[:_MOST_OPENINGS]
        return tuple(dict.fromkeys(tuple(piece.split(maxsplit=2)[:2]) for piece in first))

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """A number for each run of words within a piece: what is cut from it shares some."""
        runs = {
            " ".join(told[at : at + _RUN])
            for piece in self.pieces
            if (told := piece.split())
            for at in range(len(told) - _RUN + 1)
        }
        return tuple(sorted(_number(run) for run in runs))

    @property
    def kept_keys(self) -> tuple[int, ...]:
        """Those to be found by: of a long quote every second, whichever article it stands in."""
        if len(self.keys) <= _ALL_KEPT:
            return self.keys
        return tuple(key for key in self.keys if key % 2 == 0)


def _plain(text: str) -> str:
    """The words that bear meaning, contractions written out."""
    found = _WORD.findall(text)
    if "'" in text or not _SHORT.keys().isdisjoint(found):
        found = " ".join(map(_written_out, found)).split()
    return " ".join([word for word in found if word not in _WEAK])


def _written_out(word: str) -> str:
    if word in _SHORT or "'" not in word:
        return _SHORT.get(word, word)
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending) + full
    return word.strip("'")


def _number(run: str) -> int:
    """The same in every process, and within what databases hold."""
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), signed=True)


_Fellows = dict[tuple[str, ...], list[tuple[Said, int]]]


class _Known:
    """What was said before, found by a few words in a row and never by going through all."""

    def __init__(self) -> None:
        self._holding: _Fellows = defaultdict(list)
        self._beginning: _Fellows = defaultdict(list)

    def number_of(self, said: Said) -> int | None:
        wholes = _fellows(self._holding, said.openings)
        cuts = _fellows(self._beginning, said.pairs)
        numbers = [number for whole, number in wholes if said.is_cut_from(whole)]
        numbers += [number for cut, number in cuts if cut.is_cut_from(said)]
        return min(numbers, default=None)

    def add(self, said: Said | None, number: int) -> None:
        if said is None:
            return
        one = (said, number)
        for pair in said.pairs:
            self._holding[pair].append(one)
        for pair in said.openings:
            self._beginning[pair].append(one)


def _fellows(known: _Fellows, pairs: Iterable[tuple[str, ...]]) -> Iterator[tuple[Said, int]]:
    """Those to hold against what has the pairs of words; of very many, some."""
    shared = (known[pair][:_MOST_FELLOWS] for pair in pairs if pair in known)
    return islice(chain.from_iterable(shared), _MOST_HELD_AGAINST)


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
    return speech._replace(
        speaker_kind=fellow.speaker_kind,
        speaker_key=fellow.speaker_key,
        organisation=fellow.organisation,
        method="same_words",
    )
