"""How the words that somebody was said to have said differ from words in print.

compare("We [will] win … in July", "We are going to win this race in July.")

Case, accents, quotation marks and punctuation make no difference; nor do words in brackets, and
what an ellipsis leaves out is no loss. Everything else is marked, and told in the likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match
from enum import StrEnum
from itertools import groupby, pairwise

from .changes import matcher
from .names import fold

_GAP = r"…|\.\s?\.\s?\."
_TOKEN = re.compile(rf"(?P<gap>{_GAP})|\w+(?:['’]\w+)*")
_BRACKETS = re.compile(r"\[[^\[\]]{1,80}\]")
_BRACKET_STANDS_FOR = 4  # words, at most: "[the judge]" for "he", "[We]" for "And so we"
_CHANGED_AT_AN_EDGE = 3  # more of them are no change, but words around the quote
_GAP_COSTS = 0.5


class Kind(StrEnum):
    SAME = "same"
    CUT = "cut"  # printed, and left out without a sign
    ADDED = "added"  # not in print
    ELIDED = "elided"  # printed, and left out at an ellipsis
    BRACKETED = "bracketed"  # in brackets on one side, or what the brackets stand for


@dataclass(frozen=True, slots=True)
class Step:
    """A run of words, as they are written on the side that has them."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """``start`` and ``end`` tell where in print the words stand, ``steps`` what differs there.

    ``likeness`` is the share of words on both sides that the other side has too, 0 to 1.
    """

    start: int
    end: int
    steps: tuple[Step, ...]
    likeness: float

    @property
    def is_exact(self) -> bool:
        return not any(step.kind in (Kind.CUT, Kind.ADDED) for step in self.steps)

    @property
    def words_in_common(self) -> int:
        return sum(len(_words(step.text)) for step in self.steps if step.kind is Kind.SAME)

    @property
    def percent(self) -> int:
        """Never 100 while anything differs."""
        return 100 if self.is_exact else min(99, int(100 * self.likeness))


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int
    is_bracketed: bool
    follows_gap: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of both sides that belong together: a piece of the way through both."""

    kind: str
    given: slice
    printed: slice


def spoken_keys(text: str) -> list[str]:
    """The words of a text as they are compared; what stands in brackets is left out."""
    return [word.key for word in _words(text) if not word.is_bracketed]


def pieces_of(text: str) -> list[str]:
    """The words between the places where an ellipsis or brackets interrupt them."""
    parts = re.split(f"{_GAP}|{_BRACKETS.pattern}", text)
    return [" ".join(words) for part in parts if (words := spoken_keys(part))]


def compare(given: str, printed: str) -> Comparison | None:
    """``given`` beside the stretch of ``printed`` that is most like it; None if none is."""
    ours, theirs = _words(given), _words(printed)
    blocks = matcher([w.key for w in ours], [w.key for w in theirs]).get_matching_blocks()[:-1]
    if not blocks:
        return None
    runs = list(_runs(_best_chain(blocks, ours), len(ours), len(theirs)))
    steps = [step for run in runs for step in _steps(run, given, ours, printed, theirs)]
    first, behind = runs[0].printed.start, runs[-1].printed.stop
    return Comparison(theirs[first].start, theirs[behind - 1].end, tuple(steps), _likeness(steps))


def _words(text: str) -> list[_Word]:
    found, follows_gap = [], False
    inside = {at for brackets in _BRACKETS.finditer(text) for at in range(*brackets.span())}
    for token in _TOKEN.finditer(text):
        if token["gap"]:
            follows_gap = True
            continue
        start, end = token.span()
        found.append(_Word(fold(token.group()), start, end, start in inside, follows_gap))
        follows_gap = False
    return found


def _best_chain(blocks: list[Match], ours: list[_Word]) -> list[Match]:
    """The blocks in a row that have most words in common, less what lies between them in print:
    a frequent word far away is chance. What an ellipsis leaves out costs nothing.
    """
    begin, value = 0, float(blocks[0].size)
    best, most = slice(0, 1), value
    for at, (before, block) in enumerate(pairwise(blocks), start=1):
        value -= _cost(before, block, ours)
        if value < 0:
            begin, value = at, 0.0
        value += block.size
        if value > most:
            best, most = slice(begin, at + 1), value
    return blocks[best]


def _cost(before: Match, block: Match, ours: list[_Word]) -> float:
    between = ours[before.a + before.size : block.a + 1]
    if any(word.follows_gap for word in between):
        return 0.0
    return _GAP_COSTS * (block.b - before.b - before.size)


def _runs(blocks: list[Match], ours: int, theirs: int) -> Iterator[_Run]:
    """All of our words, and of theirs the stretch that they stand for."""
    at, there = 0, max(0, blocks[0].b - _at_an_edge(blocks[0].a))
    for block in blocks:
        yield _Run("differs", slice(at, block.a), slice(there, block.b))
        at, there = block.a + block.size, block.b + block.size
        yield _Run("same", slice(block.a, at), slice(block.b, there))
    yield _Run(
        "differs", slice(at, ours), slice(there, min(theirs, there + _at_an_edge(ours - at)))
    )


def _at_an_edge(ours: int) -> int:
    """How many printed words a few other words at the beginning or end stand for."""
    return ours if ours <= _CHANGED_AT_AN_EDGE else 0


def _steps(
    run: _Run, given: str, ours: list[_Word], printed: str, theirs: list[_Word]
) -> Iterator[Step]:
    mine, others = ours[run.given], theirs[run.printed]
    if run.kind == "same":
        yield Step(Kind.SAME, _text(printed, others))
        return
    is_elided = any(word.follows_gap for word in ours[run.given.start : run.given.stop + 1])
    yield from _one_side(others, mine, printed, Kind.ELIDED if is_elided else Kind.CUT)
    yield from _one_side(mine, others, given, Kind.ADDED)


def _one_side(words: list[_Word], others: list[_Word], text: str, kind: Kind) -> Iterator[Step]:
    if len(words) <= _BRACKET_STANDS_FOR and any(other.is_bracketed for other in others):
        kind = Kind.BRACKETED
    for is_bracketed, run in groupby(words, key=lambda word: word.is_bracketed):
        yield Step(Kind.BRACKETED if is_bracketed else kind, _text(text, list(run)))


def _text(text: str, words: list[_Word]) -> str:
    """With the brackets that the words stand in."""
    start, end = words[0].start, words[-1].end
    start -= words[0].is_bracketed and text[start - 1 : start] == "["
    end += words[-1].is_bracketed and text[end : end + 1] == "]"
    return text[start:end]


def _likeness(steps: list[Step]) -> float:
    """Twice the common words, by all words that count."""
    numbers = dict.fromkeys(Kind, 0)
    for step in steps:
        numbers[step.kind] += len(_words(step.text))
    same = 2 * numbers[Kind.SAME]
    return same / (same + numbers[Kind.CUT] + numbers[Kind.ADDED])
