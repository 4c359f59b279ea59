"""Whom words speak about: the people they name, or mean by an office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .findings import Cluster, Speech
from .spans import Span

_OFFICE = re.compile(
    r"\b(?:Attorney General|attorney general|Secretary of State|secretary of state|Vice President"
    r"|vice president|[Tt]he [Pp]resident|[Tt]he [Gg]overnor|[Tt]he [Ss]enator)\b"
)

_STEMS = ("eneral", "ecretary of", "resident", "overnor", "enator")


def with_about(speeches: list[Speech], clusters: list[Cluster]) -> list[Speech]:
    """Each speech with the keys of those it speaks about, its speaker left out."""
    places = sorted((mention.span, one.key) for one in clusters for mention in one.mentions)
    titled = _titled(clusters)
    return [_about(speech, places, titled) for speech in speeches]


def _about(speech: Speech, places: list[tuple[Span, str]], titled: dict[str, list[str]]) -> Speech:
    named = [key for span in speech.spans for key in _named_in(span, places)]
    keys = dict.fromkeys([*named, *_meant_by_office(speech, titled)])
    keys.pop(speech.speaker_key, None)
    return speech._replace(about=tuple(keys)) if keys else speech


def _named_in(span: Span, places: list[tuple[Span, str]]) -> Iterator[str]:
    for at in range(bisect_left(places, (Span(span.field, span.start, 0), "")), len(places)):
        place, key = places[at]
        if place.field != span.field or place.start >= span.end:
            return
        if span.holds(place):
            yield key


def _meant_by_office(speech: Speech, titled: dict[str, list[str]]) -> list[str]:
    """An office stands for a person when the story gives that title to exactly one."""
    text = speech.text
    if not any(stem in text for stem in _STEMS):
        return []
    offices = {hit.group().lower().removeprefix("the ") for hit in _OFFICE.finditer(text)}
    bearers = [titled.get(words, []) for words in sorted(offices)]
    return [keys[0] for keys in bearers if len(keys) == 1]


_HELD_BY_FEW = (
    ("attorney general", "attorney_general"),
    ("secretary of state", "secretary_of_state"),
)


def offices_spoken_of(text: str) -> set[str]:
    """The codes of offices that are named without a name, held by few at a time."""
    lowered = text.lower()
    return {code for words, code in _HELD_BY_FEW if words in lowered}


_SHORT = {"sen": "senator", "gov": "governor"}


def _titled(clusters: list[Cluster]) -> dict[str, list[str]]:
    """The keys of those whom the story gives a title, for each title."""
    found: dict[str, list[str]] = {}
    for one in clusters:
        for title in {_plain(mention.title) for mention in one.mentions if mention.title}:
            found.setdefault(title, []).append(one.key)
    return found


def _plain(title: str) -> str:
    title = title.lower().replace(".", "").removeprefix("ex-")
    return _SHORT.get(title, title)
