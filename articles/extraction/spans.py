"""Where words stand in a story: spans, and the story they point into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    field: str
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.field == other.field and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.field == other.field and self.start < other.end and other.start < self.end


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
