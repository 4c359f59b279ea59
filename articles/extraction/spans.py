"""Where words stand in a story: spans, and the story they point into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Literal, NamedTuple

Field = Literal["headline", "deck", "body", "caption"]
BlockKind = Literal[
    "paragraph",
    "heading",
    "blockquote",
    "pullquote",
    "post",
    "list_item",
    "table",
    "correction",
]
DateOrigin = Literal["stated", "inferred", "unknown"]


class Span(NamedTuple):
    field: str
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.field == other.field and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.field == other.field and self.start < other.end and other.start < self.end


class SpanSet:
    """Spans of one field, asked whether one of them holds another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def open_in(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def hold(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._reach[at]


class Stretches(Sequence):
    """Where the parts of a text lie, in order and apart, found by a position in it."""

    __slots__ = ("_bounds", "ends", "starts")

    def __init__(self, bounds: Iterable[tuple[int, int]] = ()) -> None:
        self._bounds = tuple(bounds)
        self.starts = [start for start, _ in self._bounds]
        self.ends = [end for _, end in self._bounds]

    def __len__(self) -> int:
        return len(self._bounds)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._bounds)

    def __getitem__(self, at):
        return self._bounds[at]

    def begun_by(self, position: int) -> int:
        """The number of the last that starts at or ahead of the position; -1 where none does."""
        return bisect_right(self.starts, position) - 1

    def hold(self, position: int) -> bool:
        at = self.begun_by(position)
        return at >= 0 and position < self.ends[at]


@dataclass(frozen=True, slots=True)
class Byline:
    name: str
    role: str = "writer"
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    headline: str = ""
    deck: str = ""
    body: str = ""
    caption: str = ""
    blocks: tuple[str, ...] = ()
    bylines: tuple[Byline, ...] = ()
    outlet: str = ""
    dateline: str = ""
    published_on: date | None = None
    published_from: str = "unknown"
    published_why: str = ""
    proposed_headline: str = ""
    language: str = "en"

    def text_of(self, span: Span) -> str:
        return getattr(self, span.field)[span.start : span.end]
