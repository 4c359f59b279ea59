"""Stages a story names: primaries, runoffs, caucuses, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .findings import StageWord
from .spans import Span
from .text import paragraph_bounds, sentence_bounds
from .titles import PARTIES, PARTY_NAMES

_STAGE = re.compile(
    r"\b(?:(?P<party>Republican|GOP|Democratic|Libertarian) )?(?:U\.S\. )?"
    r"(?:(?:Senate|House|mayoral) (?!election))?"
    r"(?P<kind>primary runoff|primary election|primary|primaries|runoff|run-off|general election"
    r"|special election|caucuses|caucus(?=-?goers?| (?:night|day|site|state|vote|results))"
    r"|convention|November election|Election Day"
    r"|(?:Senate|presidential|gubernatorial) election)\b(?! challenge| voters)",
    re.IGNORECASE,
)
_NOMINATION = re.compile(
    r"\b(Republican|GOP|Democratic|Libertarian) (?:Senate )?nomin(?:ation|ee)\b"
)
# A part of every stage's name, whatever its case.
_STEMS = (
    "rimar", "unoff", "un-off", "lection", "aucus", "onvention", "RIM", "RUN", "ELEC", "CAUC",
    "CONV",
)  # fmt: skip
_KINDS = {
    "primary runoff": ("primary", "runoff"),
    "primary election": ("primary",),
    "primaries": ("primary",),
    "run-off": ("runoff",),
    "general election": ("general",),
    "special election": ("special",),
    "november election": ("general",),
    "election day": ("general",),
    "senate election": ("general",),
    "presidential election": ("general",),
    "gubernatorial election": ("general",),
    "caucuses": ("caucus",),
}
_OF_NO_PARTY = frozenset({"general", "special"})


def find_stages(field: str, text: str) -> list[StageWord]:
    """Each stage named, with its party where the words or the rest of the story tell it."""
    found = [
        word
        for start, end in _sentences_with_stages(text)
        for word in _in_sentence(field, text, start, end)
    ]
    parties = {word.party for word in found if word.party}
    if len(parties) != 1:
        return found
    (only,) = parties
    return [
        word if word.party or word.kind in _OF_NO_PARTY else StageWord(word.kind, only, word.span)
        for word in found
    ]


def _sentences_with_stages(text: str) -> Iterator[tuple[int, int]]:
    """Cutting into sentences costs more than finding the few paragraphs that matter."""
    stems = [stem for stem in _STEMS if stem in text]
    for paragraph in paragraph_bounds(text) if stems else ():
        if _has_any(text, stems, *paragraph):
            sentences = sentence_bounds(text, *paragraph)
            yield from (one for one in sentences if _has_any(text, stems, *one))


def _has_any(text: str, stems: list[str], start: int, end: int) -> bool:
    stretch = text[start:end]
    return any(stem in stretch for stem in stems)


def _in_sentence(field: str, text: str, start: int, end: int) -> list[StageWord]:
    hits = list(_STAGE.finditer(text, start, end))
    nomination = _NOMINATION.search(text, start, end) if hits else None
    sought = PARTIES[nomination[1].lower()] if nomination else ""
    found = []
    for hit in hits:
        kind = hit["kind"].lower()
        party = PARTIES.get((hit["party"] or "").lower(), "") or sought
        for one in _KINDS.get(kind, (kind,)):
            own = "" if one in _OF_NO_PARTY else party
            found.append(StageWord(one, own, Span(field, hit.start(), hit.end())))
    return found


def stage_label(kind: str, party: str) -> str:
    """ "Republican primary", "general"."""
    return f"{PARTY_NAMES[party]} {kind}" if party in PARTY_NAMES else kind
