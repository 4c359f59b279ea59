"""A text cut where marks begin and end, so that a template can print and escape each piece.

Marks may lie inside or across one another: a piece knows all that covers it, and pieces of the
same quotes are kept together, so that what is printed is always well nested.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

QUOTE, PERSON, MATCH = "quote", "person", "match"


@dataclass(frozen=True, slots=True)
class Mark:
    """``about`` is whatever the words stand for: it is handed through.

    ``anchor`` is the name by which an address reaches the place where the words begin.
    """

    start: int
    end: int
    kind: str
    about: Any = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    person: Mark | None = None
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that the same quotes cover, or none does; ``anchors`` are of those that begin here."""

    pieces: tuple[Piece, ...]
    quotes: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> tuple[Stretch, ...]:
    """``text`` in pieces; ``offset`` is where it starts in the text that the marks count in.

    Marks that lie outside are left out, those that stick out are cut.
    """
    inside = [cut for mark in marks if (cut := _cut(mark, offset, len(text)))]
    edges = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    covered = [(_covering(inside, start, QUOTE), start, end) for start, end in pairwise(edges)]
    return tuple(
        _stretch(text, inside, quotes, [place[1:] for place in run])
        for quotes, run in groupby(covered, key=lambda one: one[0])
    )


def _cut(mark: Mark, offset: int, length: int) -> Mark | None:
    start, end = max(mark.start - offset, 0), min(mark.end - offset, length)
    if start >= end:
        return None
    anchor = mark.anchor if mark.start >= offset else ""
    return replace(mark, start=start, end=end, anchor=anchor)


def _stretch(
    text: str, marks: list[Mark], quotes: tuple[Mark, ...], places: list[tuple[int, int]]
) -> Stretch:
    begins = places[0][0]
    return Stretch(
        tuple(_piece(text, marks, start, end) for start, end in places),
        quotes,
        tuple(one.anchor for one in quotes if one.anchor and one.start == begins),
    )


def _covering(marks: list[Mark], at: int, kind: str) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.kind == kind and mark.start <= at < mark.end)


def _piece(text: str, marks: list[Mark], start: int, end: int) -> Piece:
    people = _covering(marks, start, PERSON)
    narrowest = min(people, key=lambda mark: mark.end - mark.start, default=None)
    return Piece(text[start:end], narrowest, bool(_covering(marks, start, MATCH)))
