"""Word lists are written as running text, and searched for quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PLAIN = re.compile(r"[\w .’'-]+")
_END = ""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def one_of(choices: Iterable[str]) -> str:
    """A pattern for any of the choices, the longest first: those without signs of their own
    share their first letters, so that a search tries each letter once and not each word."""
    plain, signs = [], []
    for choice in sorted(set(choices), key=lambda choice: (-len(choice), choice)):
        (plain if _PLAIN.fullmatch(choice) else signs).append(choice)
    return "|".join([*signs, *_branches(_tree(plain))])


def one_of_at_word_start(choices: Iterable[str]) -> str:
    """The same, where a word begins. Each first letter stands ahead of what is asked about the
    place, so that a search skips to the few places where one of them stands."""
    rests: dict[str, list[str]] = {}
    for choice in choices:
        rests.setdefault(re.escape(choice[0]), []).append(choice[1:])
    places = (rf"{first}(?<![\w-]{first})(?:{one_of(behind)})" for first, behind in rests.items())
    return f"(?:{'|'.join(places)})"


def _tree(plain: Iterable[str]) -> dict:
    tree: dict = {}
    for word in plain:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return tree


def _branches(tree: dict) -> list[str]:
    return [re.escape(letter) + _rest(node) for letter, node in tree.items() if letter != _END]


def _rest(node: dict) -> str:
    branches = _branches(node)
    if not branches:
        return ""
    if _END not in node and len(branches) == 1:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in node else "")


def near(text: str, stems: Iterable[str], before: int, behind: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` that lie around any of the stems, joined where they meet.

    Finding a stem costs next to nothing; a pattern is then tried on the stretches alone.
    """
    places = sorted(place for stem in stems for place in places_of(stem, text))
    start, end = 0, -1
    for place in places:
        if place - before > end:
            if end > 0:
                yield start, end
            start = max(0, place - before)
        end = min(len(text), place + behind)
    if end > 0:
        yield start, end


def places_of(stem: str, text: str) -> Iterator[int]:
    """Where a stem stands in the text, left to right."""
    place = text.find(stem)
    while place >= 0:
        yield place
        place = text.find(stem, place + len(stem))
