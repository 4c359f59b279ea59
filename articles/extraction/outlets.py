"""Outlets whose reporting a story relies on: "Politico reported", "according to Reuters"."""

from __future__ import annotations

import re

from .circumstances import is_outlet
from .reading import OutletCited
from .spans import Span

_NAME = r"(?P<outlet>[A-Z][\w.’'-]*(?: (?:(?:and|of|&) )?[A-Z0-9][\w.’'-]*){0,5})"
_CITED = (
    re.compile(rf"{_NAME} (?:first |has |had |also )?(?:reported|reports)\b"),
    re.compile(rf"\b(?:[Aa]ccording to|[Tt]old|interview with|[Aa]s reported by) (?:the )?{_NAME}"),
)


def find_outlets_cited(field: str, text: str) -> list[OutletCited]:
    """Each outlet once, where the story first relies on it."""
    hits = [hit for form in _CITED for hit in form.finditer(text)]
    cited: dict[str, OutletCited] = {}
    for hit in sorted(hits, key=lambda hit: hit.start()):
        start, end = hit.span("outlet")
        start += len("The ") if hit["outlet"].startswith("The ") else 0
        name = text[start:end].rstrip(".")
        if is_outlet(name) and name not in cited:
            cited[name] = OutletCited(name, Span(field, start, start + len(name)))
    return list(cited.values())
