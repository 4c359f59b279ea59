"""Whether two texts are one: wire copy cut, re-headlined, with a local lead, lightly edited.

Texts are compared by their runs of five words (shingles; A. Broder, "On the resemblance and
containment of documents", 1997). A sketch keeps the smallest of their hashes, so that copies are
found among a million articles by a few equal numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, repeat

RUN = 5
SKETCH = 24
FEWEST_COMMON = 2  # numbers of two sketches: one may be a turn of phrase
MIX, MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1  # an odd number without pattern; 64 bits
GONE = MIX**RUN & MASK  # what a word is multiplied by when its run is over
FEWEST_WORDS = 20
# What is carried over, in runs that follow each other in both texts; the less it is, the greater
# the part of the shorter text it has to be. A paragraph of background is carried over by many.
ENOUGH = ((42, 0.15), (26, 0.27), (14, 0.5))
# Between two runs of one carried passage: words that a desk put in, took out or changed.
WIDEST_GAP = 25
SHORTEST_PASSAGE = 6
# Speech counted, nearly all of the shorter text: a release, a transcript, a short Q and A.
NEARLY_ALL = (34, 0.75)

_WORD = re.compile(r"[^\W_]+")
# Marks may stay open at the end of a paragraph if the next one opens them again.
_SPEECH = re.compile(
    r"“[^“”]*(?:”|\n\n(?=“)|\Z)|\"[^\"\n]{1,2000}\""
    r"|(?m:^> [^\n]*)|(?m:^(?:Q|A|[A-Z][A-Z. '’-]{1,40}): [^\n]*)"
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """``carried``: five-word runs of the shorter text that the longer has in the same order.

    ``share``: which part of the shorter text they are, 0 to 1.
    """

    share: float
    carried: int
    is_copy: bool


@dataclass(frozen=True)
class Shingles:
    """The five-word runs of ``body``, in order: of all its words, and of those outside speech.

    Speech is what stands between marks, in paragraphs set apart by "> ", and behind a speaker's
    name in capitals: anybody may quote it, so that it makes no copy.
    """

    body: str

    @cached_property
    def whole(self) -> tuple[int, ...]:
        return _runs(self.body)

    @cached_property
    def prose(self) -> tuple[int, ...]:
        prose = _SPEECH.sub(" . ", self.body)
        return self.whole if prose == self.body else _runs(prose)


def shingles(body: str) -> Shingles:
    """What ``body`` is compared by."""
    return Shingles(body)


def sketch(body: str) -> tuple[int, ...]:
    """At most 24 signed 64-bit numbers; texts that are copies of each other share some of them.

    () for a text of fewer than twenty words: so little is no copy of anything.
    """
    return sketch_of(shingles(body))


def sketch_of(text: Shingles) -> tuple[int, ...]:
    """The same for a text whose runs are known."""
    kinds = set(text.whole)
    if len(kinds) < FEWEST_WORDS - RUN:
        return ()
    return tuple(_signed(value) for value in nsmallest(SKETCH, kinds))


def likeness(one: str, other: str) -> Likeness:
    """How much of the shorter of two texts the longer has."""
    return likeness_of(shingles(one), shingles(other))


def likeness_of(one: Shingles, other: Shingles) -> Likeness:
    """The same for texts whose runs are known."""
    like = _likeness(one.prose, other.prose, ENOUGH)
    return like if like.is_copy else _likeness(one.whole, other.whole, (NEARLY_ALL,), like)


def _likeness(
    one: tuple[int, ...],
    other: tuple[int, ...],
    enough: tuple[tuple[int, float], ...],
    else_: Likeness | None = None,
) -> Likeness:
    short, long = sorted((one, other), key=len)
    carried = _carried(short, long)
    share = carried / len(short) if short else 0.0
    is_copy = any(carried >= runs and share >= part for runs, part in enough)
    return Likeness(share, carried, is_copy) if is_copy or else_ is None else else_


@lru_cache(maxsize=2)  # a text is looked for by its words, and then kept with its sketch
def words_of(text: str) -> tuple[str, ...]:
    """The words alone: case, marks and white space make no other text."""
    return tuple(_WORD.findall(text.casefold()))


def _runs(text: str) -> tuple[int, ...]:
    """A 64-bit number for each five words that follow each other (a rolling hash)."""
    numbers = [_number(word) for word in words_of(text)]
    run, found = 0, []
    for number, gone in zip(numbers, chain(repeat(0, RUN), numbers), strict=False):
        run = (run * MIX + number - gone * GONE) & MASK
        found.append(run)
    return tuple(found[RUN - 1 :])


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """The same in every process, unlike Python's own hash."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())


def _signed(value: int) -> int:
    """As a database keeps 64 bits."""
    return value - (1 << 64) if value >> 63 else value


def _carried(short: tuple[int, ...], long: tuple[int, ...]) -> int:
    """How many runs of ``short`` stand in passages that ``long`` has in the same order."""
    wanted, places = set(short), {}
    for at, run in enumerate(long):
        if run in wanted:
            places.setdefault(run, []).append(at)
    carried = passage = 0
    last_here = last_there = -1
    for here, run in enumerate(short):
        if run not in places:
            continue
        there = _next_place(places[run], last_there)
        if passage and there is not None and here - last_here <= WIDEST_GAP:
            passage += 1
        else:
            carried += passage if passage >= SHORTEST_PASSAGE else 0
            passage, there = 1, places[run][0]
        last_here, last_there = here, there
    return carried + (passage if passage >= SHORTEST_PASSAGE else 0)


def _next_place(places: list[int], after: int) -> int | None:
    """The first of ``places``, which ascend, that follows ``after`` closely."""
    at = bisect_right(places, after)
    if at < len(places) and places[at] - after <= WIDEST_GAP:
        return places[at]
    return None


__all__ = [
    "Likeness",
    "Shingles",
    "likeness",
    "likeness_of",
    "shingles",
    "sketch",
    "sketch_of",
    "words_of",
]
