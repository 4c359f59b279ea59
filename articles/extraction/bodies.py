"""The full name of a body that a later sentence calls "the guild" or "the spokeswoman"."""

from __future__ import annotations

from .findings import Speech
from .nouns import BODIES
from .spans import Story

_FURTHEST_BACK = 20_000


def with_full_bodies(story: Story, speeches: list[Speech]) -> list[Speech]:
    """The speeches with organisations as the story names them in full."""
    spoken_for = ""
    found = []
    for speech in speeches:
        name = _full_name(story, speech)
        if name != speech.organisation:
            speech = speech._replace(organisation=name)
        if speech.speaker_kind == "spokesperson":
            if not speech.organisation:
                speech = speech._replace(organisation=spoken_for)
            spoken_for = speech.organisation
        found.append(speech)
    return found


def _full_name(story: Story, speech: Speech) -> str:
    name = "" if speech.organisation.lower() in ("the", "a") else speech.organisation
    noun = name.split()[-1].lower() if name else ""
    if not noun or (name and name[0].isupper() and " " in name):
        return name
    if noun not in BODIES or speech.speaker_span is None:
        return name
    text, before = getattr(story, speech.speaker_span.field), speech.speaker_span.start
    return _last_named(text, before, noun.capitalize()) or name


def _last_named(text: str, before: int, noun: str) -> str:
    """The last run of capitalised words that ends with the noun: "Coosa League", "Poll Guild"."""
    end = text.rfind(f" {noun}", max(0, before - _FURTHEST_BACK), before)
    if end < 0:
        return ""
    words = text[max(0, end - 60) : end].split(" ")
    kept = [noun]
    while words and words[-1][:1].isupper():
        kept.insert(0, words.pop())
    return " ".join(kept) if len(kept) > 1 else ""
