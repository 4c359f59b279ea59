"""Whether two texts are one: wire copy cut, re-headlined, with a local lead, lightly edited.

Texts are compared by their runs of five words (shingles; A. Broder, "On the resemblance and
containment of documents", 1997). A sketch keeps the smallest of their hashes, so that copies are
found among a million articles by a few equal numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

RUN = 5
SKETCH = 24
FEWEST_WORDS = 20
# A quarter of the shorter text's runs at least, beside words that anybody may have quoted.
LEAST_SHARE = 0.25
LEAST_SHARED = 12
# In one unbroken stretch: what separates a copy from a story that quotes the same speech.
LEAST_STRETCH = 0.12

_WORD = re.compile(r"[^\W_]+")
_SPEECH = re.compile(r"“[^“”]{1,2000}”|\"[^\"\n]{1,2000}\"")


@dataclass(frozen=True, slots=True)
class Likeness:
    """``share``: which part of the shorter text's own words the longer one has too, 0 to 1."""

    share: float
    shared: int
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Shingles:
    """The five-word runs of a text outside its quotation marks, in order and as a set."""

    runs: tuple[int, ...]
    kinds: frozenset[int]


def shingles(body: str) -> Shingles:
    """What ``body`` is compared by. Quoted speech is left out: anybody may quote it."""
    runs = tuple(_runs(_SPEECH.sub(" . ", body)))
    return Shingles(runs, frozenset(runs))


def sketch(body: str) -> tuple[int, ...]:
    """At most 24 signed 64-bit numbers; texts that are copies of each other share some of them.

    () for a text of fewer than twenty words: so little is no copy of anything.
    """
    kinds = shingles(body).kinds
    if len(kinds) < FEWEST_WORDS - RUN:
        return ()
    return tuple(sorted(kinds, key=_order)[:SKETCH])


def likeness(one: str, other: str) -> Likeness:
    """How much of the shorter of two texts the longer has."""
    return likeness_of(shingles(one), shingles(other))


def likeness_of(one: Shingles, other: Shingles) -> Likeness:
    """The same for texts whose runs are known."""
    short, long = sorted((one, other), key=lambda text: len(text.kinds))
    if not short.kinds:
        return Likeness(0.0, 0, is_copy=False)
    shared = len(short.kinds & long.kinds)
    share = shared / len(short.kinds)
    stretch = _longest_stretch(short, long) / len(short.runs)
    is_copy = share >= LEAST_SHARE and shared >= LEAST_SHARED and stretch >= LEAST_STRETCH
    return Likeness(share, shared, is_copy)


def _runs(text: str) -> list[int]:
    words = _WORD.findall(text.casefold())
    return [_number(" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1)]


def _number(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), signed=True)


def _order(value: int) -> int:
    return value & 0xFFFF_FFFF_FFFF_FFFF


def _longest_stretch(short: Shingles, long: Shingles) -> int:
    """The most runs of ``short`` in a row that ``long`` has in a row too."""
    following = set(pairwise(long.runs))
    longest = current = 0
    for before, after in pairwise((None, *short.runs)):
        if after not in long.kinds:
            current = 0
        elif current and (before, after) in following:
            current += 1
        else:
            current = 1
        longest = max(longest, current)
    return longest


__all__ = ["Likeness", "Shingles", "likeness", "likeness_of", "shingles", "sketch"]
