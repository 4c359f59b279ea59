"""Interviews printed as questions and answers: each answer is direct speech."""

from __future__ import annotations

import re
from collections import Counter

from .findings import Speech
from .names import fold, parse_name
from .people import ASKING
from .scene import Scene
from .spans import Span

# Some outlets set every turn between marks: “ROE: At noon.”
_LABEL = re.compile(r"[“\"]?(?P<label>[A-Z][\w.’' -]{0,40}):\s+(?=\S)")
_ANSWERING = frozenset({"a", "answer"})
_FEWEST_TURNS = 4


def find_answers(scene: Scene) -> list[Speech]:
    """The answers of a transcript; nothing when the field is none."""
    turns = _turns(scene)
    labels = Counter(label for label, _, _ in turns)
    if len(turns) < _FEWEST_TURNS or len(labels) < 2 or max(labels.values()) < 2:
        return []
    asked = _interviewed(scene, scene.paragraphs[turns[0][1]][0])
    keys = {label: _key_of(scene, label) for label in labels}
    found = []
    for position, (label, paragraph, start) in enumerate(turns):
        following = turns[position + 1][1] if position + 1 < len(turns) else paragraph + 1
        key = asked if fold(label) in _ANSWERING else keys[label]
        if (key or _is_name(label)) and fold(label) not in ASKING:
            found.append(_as_speech(scene, key, label, start, range(paragraph, following)))
    return found


def _is_name(label: str) -> bool:
    """Surnames in capitals mark the turns of a transcript, known to the story or not."""
    return label.isupper() and len(label) > 1


def _turns(scene: Scene) -> list[tuple[str, int, int]]:
    """Each labelled paragraph as (label, paragraph, where its words start)."""
    turns = []
    for index, (start, end) in enumerate(scene.paragraphs):
        hit = _LABEL.match(scene.text, start, end)
        if hit and (not scene.blocks or scene.blocks[index] == "paragraph"):
            turns.append((hit["label"].strip(), index, hit.end()))
    return turns


def _interviewed(scene: Scene, before: int) -> str:
    """Whom the introduction names last is the one who answers."""
    named = [one for one in scene.named if one.start < before and one.mention.name.given]
    return named[-1].key if named else ""


def _key_of(scene: Scene, label: str) -> str:
    folded = fold(label)
    fitting = [
        key
        for key, cluster in scene.clusters.items()
        if folded in (fold(cluster.name), fold(parse_name(cluster.name).family))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _without_marks(scene: Scene, start: int, end: int) -> Span:
    start += scene.text.startswith(("“", '"'), start)
    wholly = scene.text.endswith("”", start, end) and "“" not in scene.text[start:end]
    return scene.span(start, end - 1 if wholly else end)


def _as_speech(scene: Scene, key: str, label: str, start: int, paragraphs: range) -> Speech:
    starts = [start, *(scene.paragraphs[index][0] for index in paragraphs[1:])]
    spans = [
        _without_marks(scene, begin, scene.paragraphs[index][1])
        for begin, index in zip(starts, paragraphs, strict=True)
    ]
    label_start = scene.text.index(label, scene.paragraphs[paragraphs[0]][0])
    return Speech(
        kind="direct",
        spans=tuple(spans),
        text=" ".join(scene.text[span.start : span.end] for span in spans),
        speaker_kind="person" if key else "unnamed",
        speaker_text=label,
        speaker_span=scene.span(label_start, label_start + len(label)),
        speaker_key=key,
        method="transcript",
        cue=":",
    )
