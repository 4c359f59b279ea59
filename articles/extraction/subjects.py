"""Whom words speak about: the people they name, or mean by an office."""

from __future__ import annotations

import re
from dataclasses import replace

from .findings import Cluster, Speech
from .spans import Story

_OFFICE = re.compile(
    r"\b(?:Attorney General|attorney general|Secretary of State|secretary of state|Vice President"
    r"|vice president|[Tt]he [Pp]resident|[Tt]he [Gg]overnor|[Tt]he [Ss]enator)\b"
)


def with_about(story: Story, speech: Speech, clusters: list[Cluster]) -> Speech:
    """The speech with the keys of those it speaks about, its speaker left out."""
    named = [
        one.key
        for one in clusters
        if any(span.holds(mention.span) for span in speech.spans for mention in one.mentions)
    ]
    keys = dict.fromkeys([*named, *_meant_by_office(speech, clusters)])
    keys.pop(speech.speaker_key, None)
    return replace(speech, about=tuple(keys))


def _meant_by_office(speech: Speech, clusters: list[Cluster]) -> list[str]:
    """An office stands for a person when the story gives that title to exactly one."""
    meant = []
    for hit in _OFFICE.finditer(speech.text):
        words = hit.group().lower().removeprefix("the ")
        titled = [one.key for one in clusters if _has_title(one, words)]
        if len(titled) == 1:
            meant.extend(titled)
    return meant


def offices_spoken_of(text: str) -> set[str]:
    """The codes of offices that are named without a name, held by few at a time."""
    return {
        code
        for words, code in (
            ("attorney general", "attorney_general"),
            ("secretary of state", "secretary_of_state"),
        )
        if words in text.lower()
    }


_SHORT = {"sen": "senator", "gov": "governor"}


def _has_title(one: Cluster, words: str) -> bool:
    for mention in one.mentions:
        title = mention.title.lower().replace(".", "").removeprefix("ex-")
        if _SHORT.get(title, title) == words:
            return True
    return False
