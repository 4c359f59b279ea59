"""Block quotes: words set apart, given to whoever the paragraph before says is speaking."""

from __future__ import annotations

from .attribution import sentence_subject
from .findings import Speech
from .scene import Scene
from .speakers import Speaker, subject_before
from .speech import SAYING, is_reporting

_FEWEST_WORDS = 4


def find_blockquotes(scene: Scene) -> list[Speech]:
    """One Speech for each block quote after a sentence that says whose words follow."""
    found = []
    for index, kind in enumerate(scene.blocks):
        if kind != "blockquote" or index == 0:
            continue
        introduced = _introduced(scene, index - 1)
        start, end = scene.paragraphs[index]
        if introduced and len(scene.text[start:end].split()) >= _FEWEST_WORDS:
            found.append(_as_speech(scene, start, end, *introduced))
    return found


def _introduced(scene: Scene, paragraph: int) -> tuple[Speaker, str] | None:
    """The speaker and the verb of the last sentence of a paragraph that leads to a block quote."""
    sentences = scene.sentences_in(paragraph)
    if not sentences or scene.blocks[paragraph] != "paragraph":
        return None
    start, end = sentences[-1]
    for verb in SAYING.finditer(scene.text, start, end):
        speaker = is_reporting(scene.text, verb) and subject_before(scene, start, verb.start())
        if speaker:
            return speaker, verb.group()
    speaker = scene.text[end - 1] == ":" and sentence_subject(scene, start, end)
    return (speaker, ":") if speaker else None


def _as_speech(scene: Scene, start: int, end: int, speaker: Speaker, cue: str) -> Speech:
    while end > start and scene.text[end - 1] in "”\"’'":
        end -= 1
    while start < end and scene.text[start] in "“\"‘'":
        start += 1
    return Speech(
        kind="direct",
        spans=(scene.span(start, end),),
        text=scene.text[start:end],
        speaker_kind=speaker.kind,
        speaker_text=speaker.text,
        speaker_span=scene.span(speaker.start, speaker.end),
        speaker_key=speaker.key,
        organisation=speaker.organisation,
        method=speaker.method,
        cue=cue,
    )
