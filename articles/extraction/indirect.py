"""Speech without marks: "Jones said that ...", "..., according to the county"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .circumstances import anonymity, is_outlet, said_on, said_where
from .findings import Speech
from .quotes import spoken_by, told_outlet
from .reports import Report, reports, reports_behind
from .scene import Scene
from .spans import Span, SpanSet
from .speaker_kinds import Speaker
from .speakers import phrase_after
from .speech import according_in, claims_in
from .terms import is_only_a_term

_SPOKEN_BLOCKS = frozenset({"paragraph", "list_item", "correction"})
_SAME_DAY = re.compile(r"\b(?:[Tt]hat|[Tt]he same) (?:day|night|evening|morning|afternoon)\b")
_FEWEST_OWN = 2
_GOES_ON = re.compile(r",?[”\"']{0,2},?\s*\w")
_REPORTED = re.compile(r", (?P<outlet>[^,]{2,50}) reported\b")
_ROOM_AHEAD = 25


def find_indirect(scene: Scene, taken: list[Speech]) -> list[Speech]:
    """Reported speech, pieces of it between marks or not, in sentences without a direct quote.

    A piece between marks that is already in ``taken`` and lies in a reported clause is part of
    it: use :func:`merged` to leave out such pieces.
    """
    direct = _Direct(taken)
    found: list[Speech] = []
    for start, end in _telling(scene):
        if _is_silent(scene, start):
            continue
        beside = direct.beside(start, end)
        for report in _around(scene, start, end, beside):
            scene.attribute(report.told_start, report.speaker.key)
            speech = _as_speech(scene, report, start, end)
            found.append(_on_same_day(scene, report, speech, found))
    return found


def _telling(scene: Scene) -> Iterator[tuple[int, int]]:
    """The sentences with a word that reports: few have one, and nothing is found in others."""
    places = [verb.start() for verb in scene.verbs] + claims_in(scene.text)
    numbers = sorted({scene.sentences.begun_by(at) for at in places})
    return (scene.sentences[number] for number in numbers)


class _Direct:
    """What was found to be said in so many words, by where it lies."""

    def __init__(self, taken: list[Speech]) -> None:
        whole = [(span, one) for one in taken if one.kind != "mixed" for span in one.spans]
        self._found = sorted(whole, key=_start_of_first)
        self._starts = [span.start for span, _ in self._found]

    def beside(self, start: int, end: int) -> list[tuple[Span, Speech]]:
        """What lies in the sentence, or reaches into it."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        reaches = first and self._found[first - 1][0].end > start
        return self._found[first - bool(reaches) : last]


def _start_of_first(one: tuple[Span, Speech]) -> int:
    return one[0].start


def _around(scene: Scene, start: int, end: int, beside: list[tuple[Span, Speech]]) -> list[Report]:
    """What a sentence reports; beside a direct quotation, what leads to it, holds it, follows."""
    if not beside:
        return reports(scene, start, end)
    marked = [span for span, _ in beside]
    if marked[0].start - start > _ROOM_AHEAD:
        ahead = reports(scene, start, marked[0].start - 1)
        if ahead:
            return ahead
    told = [] if _is_comma_between(scene.text, start, marked, end) else reports(scene, start, end)
    held = [one for one in told if _holds(scene, one, marked)]
    held = [one for one in held[:1] if one.start == start and one.told_start >= one.end]
    return held or _behind(scene, *beside[0], end)


def _behind(scene: Scene, quoted: Span, speech: Speech, end: int) -> list[Report]:
    if speech.speaker_span is None or speech.kind != "direct":
        return []
    place = speech.speaker_span
    speaker = Speaker(
        speech.speaker_kind,
        speech.speaker_text,
        place.start,
        place.end,
        speech.speaker_key,
        speech.organisation,
        speech.method,
    )
    return reports_behind(scene, quoted, speaker, end)


def _holds(scene: Scene, report: Report, marked: list[Span]) -> bool:
    """Whether words of the reporter stand with the quotation in one clause: “X” is so, he said."""
    if not all(report.start <= span.start and span.end <= report.end for span in marked):
        return False
    if marked[0].start - report.start > _ROOM_AHEAD and _opens_anew(scene.text, marked[0]):
        return False
    behind = scene.text[marked[-1].end : report.end]
    if _GOES_ON.match(behind) and "," in behind[:3]:
        return False  # “X,” Jane Roe, the clerk, said: the comma ends what is quoted
    own = scene.text[report.start : marked[0].start] + behind
    return len(re.findall(r"\w+", own)) >= _FEWEST_OWN


def _is_comma_between(text: str, start: int, marked: list[Span], end: int) -> bool:
    """Whether nothing can hold the quotation: “X,” she said, with little or nothing ahead of it."""
    goes_on = _GOES_ON.match(text, marked[-1].end, end)
    if not goes_on or "," not in goes_on.group():
        return False
    return len(re.findall(r"\w+", text[start : marked[0].start])) < _FEWEST_OWN


def _opens_anew(text: str, span: Span) -> bool:
    """Whether the quotation begins a sentence of its own, without what is ahead of it."""
    first = text[span.start : span.end].split(" ", 1)[0]
    return first[:1].isupper() and not first.startswith("I")


def merged(scene: Scene, pieces: list[Speech], reported: list[Speech]) -> list[Speech]:
    """Both, without the parts between marks that lie in a clause that is reported."""
    clauses = SpanSet(span for speech in reported for span in speech.spans)
    kept = [rest for piece in pieces if (rest := _outside(scene, piece, clauses))]
    return [*kept, *reported]


def _outside(scene: Scene, piece: Speech, clauses: SpanSet) -> Speech | None:
    spans = tuple(span for span in piece.spans if not clauses.hold(span.start, span.end))
    if spans == piece.spans:
        return piece
    if not spans or piece.kind != "direct":
        return None
    text = " ".join(scene.text[span.start : span.end] for span in spans)
    return piece._replace(spans=spans, text=text)


def _on_same_day(scene: Scene, report: Report, speech: Speech, before: list[Speech]) -> Speech:
    """ "The same night", "that day": the day of what was reported just before."""
    told = scene.text[report.told_start : report.told_end]
    if speech.said_on or not _SAME_DAY.search(told):
        return speech
    day = next((one.said_on for one in reversed(before) if one.said_on), None)
    return speech._replace(said_on=day) if day else speech


def _is_silent(scene: Scene, start: int) -> bool:
    if not scene.blocks:
        return scene.field != "body"
    return scene.blocks[scene.paragraph_at(start)] not in _SPOKEN_BLOCKS


def _as_speech(scene: Scene, report: Report, start: int, end: int) -> Speech:
    first, last = report.start, report.end
    relayed, cut = _relay(scene, report, end)
    last = min(last, cut)
    marked = any(
        one.start < last and not is_only_a_term(scene.text, one)
        for one in scene.quoted_in(first - 2, last)
    )
    outlet = relayed or told_outlet(scene.text, report.told_start, report.told_end)
    spans = _spans(scene, first, last, report.more)
    return Speech(
        kind="mixed" if marked else "indirect",
        spans=spans,
        text=" ".join(scene.text[span.start : span.end] for span in spans),
        cue=report.cue,
        said_on=said_on(scene.text, report.told_start, report.told_end, scene.on),
        said_where=said_where(scene.text, report.told_start, report.told_end),
        anonymity=anonymity(scene.text, start, end),
        relayed_by=outlet if outlet != report.speaker.organisation else "",
        **spoken_by(scene, report.speaker),
    )


def _spans(scene: Scene, first: int, last: int, more: tuple[int, int] | None) -> tuple[Span, ...]:
    spans = []
    for begin, end in ((first, last), *((more,) if more else ())):
        while end > begin and scene.text[end - 1] in " .,\n":
            end -= 1
        end = _with_closing_mark(scene, begin, end)
        if end > begin:
            spans.append(scene.span(begin, end))
    return tuple(spans)


def _with_closing_mark(scene: Scene, begin: int, end: int) -> int:
    """The end behind the mark, where only that and a comma or stop were left out."""
    for one in scene.quoted_in(begin, end):
        if end < one.outer_end <= end + 3:
            return one.outer_end
    return end


def _relay(scene: Scene, report: Report, end: int) -> tuple[str, int]:
    """The outlet that a report ends by naming, and where its clause is to be cut."""
    if report.cue == "according to":
        return "", report.end
    cue = according_in(scene.text, report.start, end)
    if cue:
        source = phrase_after(scene, cue.end(), end)
        if source and source.kind == "organisation":
            return _outlet_name(source.organisation), min(cue.start(), report.end)
        return "", report.end
    reported = scene.text[report.start : report.end]
    tail = _REPORTED.search(reported) if " reported" in reported else None
    if tail and is_outlet(tail["outlet"]):
        return _outlet_name(tail["outlet"]), report.start + tail.start()
    return "", report.end


def _outlet_name(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)
