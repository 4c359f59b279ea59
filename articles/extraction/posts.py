"""Embedded posts: "TEXT — Name (@handle) March 4, 2020"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from .dates import find_date

# The signature that embedding leaves behind. Must match "— Donald J. Trump (@realDonaldTrump)
# March 4, 2020"; must not match "(@handle)" in running text without a dash before the name.
_SIGNATURE = re.compile(
    r"(?:—|–|--|\s-)\s*(?P<name>[^—–()@\n]{1,60}?)\s*\(@(?P<handle>\w{1,30})\)[\s,·|]*(?P<when>[^\n]{0,60})$"
)
LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)[^\s<>\"”]+")


class Post(NamedTuple):
    """An embedded post; positions are those of the text that held it."""

    start: int
    end: int
    name_start: int
    name: str
    handle: str
    on: date | None
    links: tuple[str, ...]


def find_post(text: str, start: int, end: int) -> Post | None:
    """The post that the paragraph from `start` to `end` is, or none."""
    if text.find("(@", start, end) < 0:
        return None
    signature = _SIGNATURE.search(text[start:end].rstrip())
    if not signature:
        return None
    when = find_date(signature["when"])
    if signature["when"].strip() and not when:
        return None
    first, last = _said(text, start, start + signature.start())
    if first >= last:
        return None
    links = tuple(hit.group() for hit in LINK.finditer(text, start, start + signature.start()))
    return Post(
        start=first,
        end=last,
        name_start=start + signature.start("name"),
        name=signature["name"].strip(),
        handle=signature["handle"],
        on=when[0] if when else None,
        links=links,
    )


def _said(text: str, start: int, end: int) -> tuple[int, int]:
    """The words themselves, without marks around them and links after them."""
    for hit in reversed(list(LINK.finditer(text, start, end))):
        if not text[hit.end() : end].strip(" \n”’\"'"):
            end = hit.start()
    while start < end and text[start] in ' \n"“‘':
        start += 1
    while end > start and text[end - 1] in ' \n"”':
        end -= 1
    return start, end
