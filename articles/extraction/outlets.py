"""Outlets whose reporting a story relies on: "Politico reported", "according to Reuters"."""

from __future__ import annotations

import re

from .circumstances import is_outlet
from .reading import OutletCited
from .spans import Span
from .wordlists import near

_NAME = r"(?P<outlet>[A-Z][\w.’'-]*(?: (?:(?:and|of|&) )?[A-Z0-9][\w.’'-]*){0,5})"
_REPORTED = re.compile(rf"{_NAME} (?:first |has |had |also )?(?:reported|reports)\b")
_NAMED = re.compile(
    rf"\b(?:[Aa]ccording to|[Tt]old|interview with|[Aa]s reported by) (?:the )?{_NAME}"
)
# What is looked for, what it cannot do without, and how far it reaches ahead and behind.
_CITED = (
    (_REPORTED, (" reported", " reports"), 120, 10),
    (_NAMED, ("ccording to ", "old ", "nterview with ", "s reported by "), 10, 120),
)


def find_outlets_cited(field: str, text: str) -> list[OutletCited]:
    """Each outlet once, where the story first relies on it."""
    hits = [
        hit
        for form, stems, ahead, behind in _CITED
        for start, end in near(text, stems, ahead, behind)
        for hit in form.finditer(text, start, end)
    ]
    cited: dict[str, OutletCited] = {}
    for hit in sorted(hits, key=lambda hit: hit.start()):
        start, end = hit.span("outlet")
        start += len("The ") if hit["outlet"].startswith("The ") else 0
        name = text[start:end].rstrip(".")
        if is_outlet(name) and name not in cited:
            cited[name] = OutletCited(name, Span(field, start, start + len(name)))
    return list(cited.values())
