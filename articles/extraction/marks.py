"""Quotation marks paired up: curly, straight, single or doubled, and told from apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from .text import paragraph_bounds

_OPENING = re.compile(r"“|„|``|\"|''|‘|'(?<![\w’]')(?=\w)")
_CLOSING = {
    "“": re.compile(r"”|\""),
    "„": re.compile(r"”|“"),
    "``": re.compile(r"''|”|\""),
    "''": re.compile(r"''(?!')"),  # a single mark may close just ahead of it
    '"': re.compile(r"\"|”"),
}
# A single mark closes only before something other than a letter; else it is an apostrophe.
_SINGLE_CLOSING = re.compile(r"(?<=\S)[’'](?!\w)")
# Between single marks an apostrophe is soon mistaken for the end, so the search is kept short.
_LONGEST_SINGLE = 1200
_MOST_PARAGRAPHS = 400
_CLIPPED = re.compile(r"['‘](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n['’])", re.IGNORECASE)
_SURE_BEFORE = '.,!?…;:—–”"'
_BEFORE_OPENING = " \n\t([{—–-/‘“\"'"


class Quoted(NamedTuple):
    """Words between marks; one part for each paragraph they run through, marks left out."""

    parts: tuple[tuple[int, int], ...]
    mark: str
    outer_start: int
    outer_end: int
    closed: bool = True

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def find_quoted(text: str) -> list[Quoted]:
    """The outermost quotations of a text, left to right; nested ones stay inside theirs."""
    found: list[Quoted] = []
    for start, end in paragraph_bounds(text):
        position = start
        previous = found[-1] if found and not found[-1].closed else None
        if previous and _reopens(text, previous, start):
            found[-1] = _continued(text, previous, start, end)
            position = found[-1].outer_end
        _read_paragraph(text, position, end, found)
    return [quoted for quoted in found if quoted.closed or _may_stay_open(quoted)]


def _reopens(text: str, previous: Quoted, start: int) -> bool:
    return text.startswith(previous.mark, start) and len(previous.parts) < _MOST_PARAGRAPHS


def is_wholly_quoted(words: str) -> bool:
    """Whether one pair of marks holds all the words."""
    words = words.strip()
    quoted = find_quoted(words)
    return bool(
        len(quoted) == 1
        and quoted[0].closed
        and quoted[0].outer_start == 0
        and quoted[0].outer_end >= len(words.rstrip("."))
    )


def _read_paragraph(text: str, position: int, end: int, found: list[Quoted]) -> None:
    single = _SingleMarks(text, position, end)
    while opening := _OPENING.search(text, position, end):
        if not _opens(text, opening):
            position = opening.end()
            continue
        quoted = _close(text, opening.group(), opening.start(), opening.end(), end, single)
        if quoted is None or not text[quoted.start : quoted.end].strip():
            position = opening.end()
            continue
        found.append(quoted)
        position = quoted.outer_end


def _opens(text: str, opening: re.Match[str]) -> bool:
    mark, start = opening.group(), opening.start()
    if mark in ("“", "``", "„"):
        return True
    before = text[start - 1] if start else " "
    after = text[opening.end() : opening.end() + 1]
    if before not in _BEFORE_OPENING or not after.strip():
        return False
    return mark in ('"', "''") or not _CLIPPED.match(text, start)


def _close(
    text: str, mark: str, outer: int, inner: int, end: int, single: _SingleMarks
) -> Quoted | None:
    if mark in "‘'" and mark != "''":
        closing = single.closing(inner, end)
        if closing is None:
            return None
        return Quoted(((inner, closing),), mark, outer, closing + 1)
    closing = _CLOSING[mark].search(text, inner, end)
    if closing:
        return Quoted(((inner, closing.start()),), mark, outer, closing.end())
    return Quoted(((inner, end),), mark, outer, end, closed=False)


class _SingleMarks:
    """Where single marks may close in a paragraph, sought once for all that open in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    @cached_property
    def _all(self) -> list[int]:
        return [hit.start() for hit in _SINGLE_CLOSING.finditer(self._text, self._start, self._end)]

    @cached_property
    def _best_first(self) -> tuple[list[int], list[int]]:
        sure = [at for at in self._all if self._text[at - 1] in _SURE_BEFORE]
        return sure, [at for at in self._all if not _is_clipped_or_possessive(self._text, at)]

    def closing(self, inner: int, end: int) -> int | None:
        """Where the mark that opens ahead of ``inner`` closes, if it does."""
        end = min(end, inner + _LONGEST_SINGLE)
        next_opening = self._text.find(" ‘", inner, end)
        limit = next_opening if next_opening > 0 else end
        for places in self._best_first:
            at = bisect_left(places, inner)
            if at < len(places) and places[at] < limit:
                return places[at]
        last = bisect_left(self._all, limit) - 1
        return self._all[last] if last >= 0 and self._all[last] >= inner else None


def _is_clipped_or_possessive(text: str, position: int) -> bool:
    """ "voters’ rights", "comin’ home": a later mark is likelier to be the closing one."""
    return text[position - 1] == "s" or text[position - 2 : position] == "in"


def _continued(text: str, previous: Quoted, start: int, end: int) -> Quoted:
    inner = start + len(previous.mark)
    part = _close(text, previous.mark, start, inner, end, _SingleMarks(text, inner, end))
    if part is None:
        part = Quoted(((inner, end),), previous.mark, start, end, closed=False)
    return Quoted(
        previous.parts + part.parts,
        previous.mark,
        previous.outer_start,
        part.outer_end,
        closed=part.closed,
    )


def _may_stay_open(quoted: Quoted) -> bool:
    """A curly quotation that is never closed still ends with its paragraph."""
    return quoted.mark in ("“", "``")
