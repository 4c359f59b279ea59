"""Words between marks as speech: direct or mixed, with the speaker and the circumstances."""

from __future__ import annotations

import re

from .attribution import Attribution, attribute, sentence_subject, teller
from .circumstances import anonymity, is_outlet, said_on, said_where
from .findings import Speech
from .marks import Quoted
from .scene import Scene
from .speakers import Speaker
from .speech import PARTICIPLES, SAYING
from .terms import is_only_a_term

_FEWEST_WORDS_ALONE = 4
_TOLD_OUTLET = re.compile(
    r"\b(?:told|interview with) (?P<outlet>(?:[Tt]he )?[A-Z][\w.’'&-]*"
    r"(?: (?:and|of|&|[A-Z][\w.’'&-]*)){0,6})"
)
_ADDING = re.compile(
    rf",?\s+(?:and |but |before |while |then )?(?:{PARTICIPLES})(?: that)?[,:]?\s*"
)
_ROOM_AHEAD = 80
_TRIMMED = " \n,…"


def find_quotes(scene: Scene) -> list[Speech]:
    """The quotations of one field that are somebody's words, in order."""
    found: list[_Draft] = []
    for index, quoted in enumerate(scene.quoted):
        if _is_nickname(scene.text, quoted) or is_only_a_term(scene.text, quoted):
            continue
        floor = scene.quoted[index - 1].outer_end if index else 0
        following = scene.quoted[index + 1 : index + 2]
        ceiling = following[0].outer_start if following else len(scene.text)
        _take(scene, quoted, attribute(scene, quoted, floor=floor, ceiling=ceiling), found)
    return [speech for draft in found if (speech := draft.as_speech(scene))]


class _Draft:
    """One quotation in the making: its parts join as they are met."""

    def __init__(self, quoted: Quoted, attribution: Attribution | None, *, direct: bool) -> None:
        self.quoted = [quoted]
        self.attribution = attribution
        self.direct = direct
        self.speaker = attribution.speaker if attribution else None
        self.method = ""

    def as_speech(self, scene: Scene) -> Speech | None:
        if self.speaker is None and not _stands_alone(scene, self.quoted[0], direct=self.direct):
            return None
        spans = _spans(scene, self.quoted)
        if not spans:
            return None
        return Speech(
            kind="direct" if self.direct else "mixed",
            spans=spans,
            text=" ".join([scene.text[span.start : span.end] for span in spans]),
            **self._spoken(scene),
            **_circumstances(scene, self.attribution),
        )

    def _spoken(self, scene: Scene) -> dict:
        if self.speaker is None:
            return {"method": "none"}
        spoken = spoken_by(scene, self.speaker)
        return spoken | {"method": self.method} if self.method else spoken


def _take(
    scene: Scene, quoted: Quoted, attribution: Attribution | None, found: list[_Draft]
) -> None:
    direct = _is_direct(scene, quoted)
    last = found[-1] if found and _same_paragraph(scene, found[-1], quoted) else None
    if last and _belongs(scene, last, quoted, attribution, direct=direct):
        last.quoted.append(quoted)
        if attribution and not last.attribution:
            last.attribution, last.speaker = attribution, attribution.speaker
        return
    draft = _Draft(quoted, attribution, direct=direct)
    if attribution is None and direct and found:
        _continue(scene, draft, found[-1])
        _add(scene, draft, found[-1])
    if draft.speaker is None and direct:
        _from_sentence_before(scene, draft, found[-1] if found else None)
    if draft.speaker:
        scene.attribute(quoted.outer_start, draft.speaker.key)
    if draft.speaker or direct:
        found.append(draft)


def _same_paragraph(scene: Scene, draft: _Draft, quoted: Quoted) -> bool:
    return scene.paragraph_at(draft.quoted[-1].end) == scene.paragraph_at(quoted.start)


def _belongs(
    scene: Scene, last: _Draft, quoted: Quoted, attribution: Attribution | None, *, direct: bool
) -> bool:
    """Whether the quotation goes on one that was interrupted: “X,” she said. “Y.”"""
    if attribution and last.attribution:
        return attribution.cue_start == last.attribution.cue_start
    if not last.direct:
        return not direct and _same_sentence(scene, last.quoted[-1], quoted)
    return direct


def _same_sentence(scene: Scene, first: Quoted, second: Quoted) -> bool:
    return scene.in_one_sentence(first.outer_start, second.outer_start)


def _continue(scene: Scene, draft: _Draft, last: _Draft) -> None:
    """A paragraph that is only a quotation goes on with the speaker of the one before."""
    here = scene.paragraph_at(draft.quoted[0].start)
    opens = draft.quoted[0].outer_start == scene.paragraphs[here][0]
    if opens and last.speaker and scene.paragraph_at(last.quoted[-1].end) == here - 1:
        draft.speaker, draft.method = last.speaker, "continued"


def _add(scene: Scene, draft: _Draft, last: _Draft) -> None:
    """ "... called it “late,” adding, “We sleep.”": the one who spoke goes on."""
    between = last.quoted[-1].outer_end, draft.quoted[0].outer_start
    if last.speaker and _ADDING.fullmatch(scene.text, *between):
        draft.speaker, draft.method = last.speaker, "continued"


def _from_sentence_before(scene: Scene, draft: _Draft, last: _Draft | None) -> None:
    """A quotation on its own after a sentence about somebody is most likely theirs."""
    start = draft.quoted[0].outer_start
    sentence = scene.sentence_before(start)
    if not sentence:
        return
    if last and last.speaker and sentence[0] <= last.quoted[-1].start < sentence[1]:
        draft.speaker, draft.method = last.speaker, "continued"
        return
    here, there = scene.paragraph_at(start), scene.paragraph_at(sentence[0])
    leads = here == there or (here - there == 1 and scene.text[sentence[1] - 1] == ":")
    if not leads and not _reports(scene, sentence) and not _is_paragraph(scene, draft):
        return
    speaker = teller(scene, *sentence) or sentence_subject(scene, *sentence)
    if speaker:
        draft.speaker, draft.method = speaker, "sentence_before"


def _is_paragraph(scene: Scene, draft: _Draft) -> bool:
    start, end = scene.paragraphs[scene.paragraph_at(draft.quoted[0].start)]
    return draft.quoted[0].outer_start == start and draft.quoted[-1].outer_end >= end - 1


def _reports(scene: Scene, sentence: tuple[int, int]) -> bool:
    return bool(SAYING.search(scene.text, *sentence))


def _is_nickname(text: str, quoted: Quoted) -> bool:
    words = text[quoted.start : min(quoted.end, quoted.start + 60)].split()
    before = text[max(0, quoted.outer_start - 24) : quoted.outer_start].split()
    after = text[quoted.outer_end : quoted.outer_end + 24].split()
    return bool(
        len(words) <= 2
        and before
        and after
        and before[-1][0].isupper()
        and after[0][0].isupper()
        and words[0][0].isupper()
        and text[quoted.end - 1].isalpha()
    )


def _is_direct(scene: Scene, quoted: Quoted) -> bool:
    """Whether the marks hold a clause of their own, not a piece of the reporter's sentence."""
    text = scene.text
    start = scene.paragraphs[scene.paragraph_at(quoted.start)][0]
    before = text[max(start, quoted.outer_start - _ROOM_AHEAD) : quoted.outer_start].rstrip()
    first = text[quoted.start : quoted.start + 1]
    if not before or before[-1] in ',:;—–.!?”"…':
        return before[-1:] not in (",", "—", "–") or _ends_clause(text, quoted)
    return first.isupper() and _ends_clause(text, quoted) and bool(SAYING.search(before[-14:]))


def _ends_clause(text: str, quoted: Quoted) -> bool:
    return (
        text[quoted.end - 1] in ".,!?…—–" or text[quoted.outer_end : quoted.outer_end + 1] in ".,"
    )


def _stands_alone(scene: Scene, quoted: Quoted, *, direct: bool) -> bool:
    """Without a speaker only a whole sentence between marks counts as somebody's words."""
    words = scene.text[quoted.start : quoted.end].split()
    if not direct or len(words) < _FEWEST_WORDS_ALONE:
        return False
    here = scene.paragraphs[scene.paragraph_at(quoted.start)]
    return quoted.outer_start <= here[0] or scene.text[quoted.end - 1] in ".,!?…"


def _spans(scene: Scene, several: list[Quoted]):
    spans = []
    for quoted in several:
        for start, end in quoted.parts:
            while start < end and scene.text[start] in _TRIMMED:
                start += 1
            while end > start and scene.text[end - 1] in _TRIMMED:
                end -= 1
            if start < end:
                spans.append(scene.span(start, end))
    return tuple(spans)


def _circumstances(scene: Scene, attribution: Attribution | None) -> dict:
    """The fields of a Speech that the words around its verb fill."""
    if attribution is None:
        return {}
    start, end = attribution.start, attribution.end
    return {
        "cue": attribution.cue,
        "said_on": said_on(scene.text, start, end, scene.on),
        "said_where": said_where(scene.text, start, end),
        "anonymity": anonymity(scene.text, start, end),
        "relayed_by": told_outlet(scene.text, start, end),
    }


def told_outlet(text: str, start: int, end: int) -> str:
    """The outlet somebody is said to have spoken to."""
    stretch = text[start:end]
    if "told " not in stretch and "interview with " not in stretch:
        return ""
    found = _TOLD_OUTLET.search(text, start, end)
    if not found or not is_outlet(found["outlet"]):
        return ""
    return re.sub(r"^[Tt]he ", "", found["outlet"])


def spoken_by(scene: Scene, speaker: Speaker) -> dict:
    """The fields of a Speech that its speaker fills."""
    return {
        "speaker_kind": speaker.kind,
        "speaker_text": speaker.text,
        "speaker_span": scene.span(speaker.start, speaker.end),
        "speaker_key": speaker.key,
        "organisation": speaker.organisation,
        "method": speaker.method,
    }
