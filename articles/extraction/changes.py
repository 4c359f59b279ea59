"""Where words of an old text stand in a new one, and what changed between the two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONG = 5000
WORD = re.compile(r"\w+|[^\w\s]|\n\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that stayed ("equal"), went ("delete") or came ("insert")."""

    kind: str
    words: str


class Carrier:
    """Finds the stretch of ``new`` that a stretch of ``old`` became."""

    def __init__(self, old: str, new: str) -> None:
        self._old = list(WORD.finditer(old))
        self._new = list(WORD.finditer(new))
        self._starts = {word.start(): number for number, word in enumerate(self._old)}
        self._ends = {word.end(): number for number, word in enumerate(self._old)}
        self._place = dict(self._equal_words())

    def carry(self, start: int, end: int) -> tuple[int, int] | None:
        """(start, end) in the new text, or None where the words do not stand there as they did."""
        first, last = self._starts.get(start), self._ends.get(end)
        if first is None or last is None:
            return None
        places = [self._place.get(number) for number in range(first, last + 1)]
        if None in places or places != list(range(places[0], places[0] + len(places))):
            return None
        return self._new[places[0]].start(), self._new[places[-1]].end()

    def _equal_words(self) -> Iterator[tuple[int, int]]:
        for old, new, size in matcher(_texts(self._old), _texts(self._new)).get_matching_blocks():
            yield from ((old + step, new + step) for step in range(size))


def changes(old: str, new: str) -> list[Stretch]:
    """The difference of two texts by words, in reading order."""
    before, after = list(WORD.finditer(old)), list(WORD.finditer(new))
    found = []
    for kind, a_start, a_end, b_start, b_end in matcher(
        _texts(before), _texts(after)
    ).get_opcodes():
        if kind in ("delete", "replace"):
            found.append(Stretch("delete", _words(old, before, a_start, a_end)))
        if kind in ("insert", "replace"):
            found.append(Stretch("insert", _words(new, after, b_start, b_end)))
        if kind == "equal":
            found.append(Stretch("equal", _words(old, before, a_start, a_end)))
    return found


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher:
    """Frequent words are junk to difflib's rule for long texts; only very long ones need it."""
    return SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > LONG)


def _texts(words: list[re.Match]) -> list[str]:
    return [word.group() for word in words]


def _words(text: str, words: list[re.Match], start: int, end: int) -> str:
    """The words without the white space around them."""
    if start == end:
        return ""
    return text[words[start].start() : words[end - 1].end()]
