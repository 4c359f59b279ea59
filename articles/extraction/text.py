"""Paragraphs and sentences as pairs of positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .gazetteer import STATE_OF
from .wordlists import words

# Nothing is given back, so that a million stops are read once.
_END = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[\"'”’)\]]*+\s++(?=[\"'“‘`(\[]*+[A-Z0-9$])")
_TO_LAST_WORD = re.compile(r".*[\s(\[\"'“‘]", re.DOTALL)
_INITIALS = re.compile(r"(?:\w\.)+\w")

_LONGEST_SENTENCE = 3000
_NEVER_LAST = words(
    """
    mr mrs ms dr sen sens rep reps gov govs lt col gen capt sgt maj adm rev hon st no vs
    messrs prof supt pres atty cmdr ft mt
    """
)
_SELDOM_LAST = words(
    """
    jr sr u.s u.k u.n a.m p.m inc co corp ltd jan feb aug sept oct nov dec etc
    """
) | frozenset(word.rstrip(".").lower() for word in STATE_OF if word.endswith("."))
_STARTERS = words(
    """
    the a an he she it they we i you his her its their this that these those in on at by for
    from but and or as if when while after before since with under however meanwhile still
    also there what who how why not no one both some many most republicans democrats voters
    """
)


@lru_cache(maxsize=8)
def paragraph_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Where each paragraph starts and ends; paragraphs are parted by a blank line.

    Kept, for much is sought in the paragraphs of one text, one after the other.
    """
    bounds, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            bounds.append((start, start + len(part)))
        start += len(part) + 2
    return tuple(bounds)


def sentence_bounds(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where each sentence starts and ends; "Sen. Jones" and "J. Roe" do not end one."""
    end = len(text) if end is None else end
    bounds, begin = [], start
    for found in _END.finditer(text, start, end):
        stop = found.group().rstrip()
        if stop == "." and not _ends_sentence(text, begin, found):
            continue
        bounds.append((begin, found.start() + len(stop)))
        begin = found.end()
    if text[begin:end].strip():
        bounds.append((begin, end))
    if end - start <= _LONGEST_SENTENCE:
        return bounds
    return [part for one in bounds for part in _cut(text, *one)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without end is cut: much is sought from each of its words to its start."""
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        stop = space if space > 0 else start + _LONGEST_SENTENCE
        yield start, stop
        start = stop
    yield start, end


def _ends_sentence(text: str, begin: int, found: re.Match[str]) -> bool:
    """Whether a lone full stop ends the sentence, not a word in it."""
    ahead = text[max(begin, found.start() - 24) : found.start()]
    opening = _TO_LAST_WORD.match(ahead)
    word = ahead[opening.end() if opening else 0 :].lower()
    if not word:
        return True
    if word in _NEVER_LAST or _is_initial(word):
        return False
    return word not in _SELDOM_LAST or _starts_plainly(text, found.end())


def _is_initial(word: str) -> bool:
    if "." in word:  # "J.M. Berger"
        return bool(_INITIALS.fullmatch(word)) and word not in _SELDOM_LAST
    return len(word) == 1 and word.isalpha() and word != "i"


def _starts_plainly(text: str, position: int) -> bool:
    following = text[position : position + 16].lstrip("\"'“‘`([").split()
    return bool(following) and following[0].lower() in _STARTERS


def beginning(text: str, most: int) -> str:
    """So many characters at most, and whole words."""
    if len(text) <= most:
        return text
    return text[: max(text.rfind(" ", 0, most + 1), 0)]


def ending(text: str, most: int) -> str:
    """So many characters at most, and whole words."""
    if len(text) <= most:
        return text
    space = text.find(" ", len(text) - most - 1)
    return text[space + 1 :] if space >= 0 else ""
