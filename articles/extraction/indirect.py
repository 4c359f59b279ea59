"""Speech without marks: "Jones said that ...", "..., according to the county"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from .attribution import sentence_subject
from .circumstances import anonymity, is_outlet, said_on, said_where
from .complements import clause_end, clause_start
from .findings import Speech
from .quotes import spoken_by, told_outlet
from .scene import Scene
from .spans import Span
from .speakers import (
    Speaker,
    noun_phrase_after,
    noun_phrase_before,
    phrase_after,
    subject_before,
)
from .speech import ACCORDING, CLAIM_OF, REPORTING, REPORTING_ALONE, TELLING, is_reporting
from .terms import is_only_a_term

_SPOKEN_BLOCKS = frozenset({"paragraph", "list_item", "correction"})
_SAME_DAY = re.compile(r"\b(?:[Tt]hat|[Tt]he same) (?:day|night|evening|morning|afternoon)\b")
_COMMA = re.compile(r",(?:[”\"]|'')? ")
_ENDS_A_SPEAKER = re.compile(
    r"\s*(?:$|[.,;”\"(—–-]|(?:who|of|at|in|on|during|after|when|with|from|for|last|this|and|\w+day)\b)"
)
_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were|been)(?: (?:now|also|still|\w+ly))? $")
_COORDINATED = re.compile(r"\b(?:and|but)(?: (?:also|then|later|has|have|had|\w+ly))? $")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|\w{3,}ed|came|made|took|gave)\b")
_GOES_ON = re.compile(
    r"(?: [\w ]{2,20})?, (?!and\b|but\b|while\b|when\b|as\b|who\b|which\b|\w+ing\b|according\b)"
)
_GOES_ON_WITH_A_VERB = re.compile(
    r"(?:not |also |never )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should"
    r"|do|does|did|to|that)\b"
)
_REST_IS_SHORT = 8
_FEWEST_WORDS = 2
_FEWEST_OWN = 2
_ROOM_AHEAD = 25


@dataclass(frozen=True, slots=True)
class _Report:
    """``start`` to ``end`` is what is reported; ``told_start`` to ``told_end`` who tells it how."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    told_start: int
    told_end: int
    more: tuple[int, int] | None = None  # what goes on behind: "The count, she said, is done"


def find_indirect(scene: Scene, taken: list[Speech]) -> list[Speech]:
    """Reported speech, pieces of it between marks or not, in sentences without a direct quote.

    A piece between marks that is already in ``taken`` and lies in a reported clause is part of
    it: use :func:`merged` to leave out such pieces.
    """
    direct = [span for speech in taken if speech.kind != "mixed" for span in speech.spans]
    found: list[Speech] = []
    for start, end in scene.sentences:
        if _is_silent(scene, start):
            continue
        marked = [span for span in direct if span.start < end and start < span.end]
        for report in _around(scene, start, end, marked):
            scene.attributed.append((report.told_start, report.speaker.key))
            speech = _as_speech(scene, report, start, end)
            found.append(_on_same_day(scene, report, speech, found))
    return found


def _around(scene: Scene, start: int, end: int, marked: list[Span]) -> list[_Report]:
    """What a sentence reports; beside a direct quotation, only what leads up to it or holds it."""
    if not marked:
        return _reports(scene, start, end)
    if marked[0].start - start > _ROOM_AHEAD:
        ahead = _reports(scene, start, marked[0].start - 1)
        if ahead:
            return ahead
    held = [one for one in _reports(scene, start, end) if _holds(scene, one, marked)]
    return [one for one in held[:1] if one.start == start and one.told_start >= one.end]


def _holds(scene: Scene, report: _Report, marked: list[Span]) -> bool:
    """Whether words of the reporter stand with the quotation in one clause: “X” is so, he said."""
    if not all(report.start <= span.start and span.end <= report.end for span in marked):
        return False
    if marked[0].start - report.start > _ROOM_AHEAD and _opens_anew(scene.text, marked[0]):
        return False
    behind = scene.text[marked[-1].end : report.end]
    if re.match(r",?[”\"']{0,2},?\s*\w", behind) and "," in behind[:3]:
        return False  # “X,” Jane Roe, the clerk, said: the comma ends what is quoted
    own = scene.text[report.start : marked[0].start] + behind
    return len(re.findall(r"\w+", own)) >= _FEWEST_OWN


def _opens_anew(text: str, span: Span) -> bool:
    """Whether the quotation begins a sentence of its own, so that what is ahead is no part of it."""
    first = text[span.start : span.end].split(" ", 1)[0]
    return first[:1].isupper() and not first.startswith("I")


def merged(scene: Scene, pieces: list[Speech], reported: list[Speech]) -> list[Speech]:
    """Both, without the parts between marks that lie in a clause that is reported."""
    clauses = Clauses(span for speech in reported for span in speech.spans)
    kept = [rest for piece in pieces if (rest := _outside(scene, piece, clauses))]
    return [*kept, *reported]


def _outside(scene: Scene, piece: Speech, clauses: Clauses) -> Speech | None:
    spans = tuple(span for span in piece.spans if not clauses.hold(span))
    if spans == piece.spans:
        return piece
    if not spans or piece.kind != "direct":
        return None
    text = " ".join(scene.text[span.start : span.end] for span in spans)
    return replace(piece, spans=spans, text=text)


class Clauses:
    """Spans of one field, asked whether one of them holds another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def hold(self, span: Span) -> bool:
        at = bisect_right(self._spans, span.start, key=_start_of) - 1
        return at >= 0 and span.end <= self._reach[at]


def _start_of(span: Span) -> int:
    return span.start


def _on_same_day(scene: Scene, report: _Report, speech: Speech, before: list[Speech]) -> Speech:
    """ "The same night", "that day": the day of what was reported just before."""
    told = scene.text[report.told_start : report.told_end]
    days = [one.said_on for one in before if one.said_on]
    if speech.said_on or not days or not _SAME_DAY.search(told):
        return speech
    return replace(speech, said_on=days[-1])


def _is_silent(scene: Scene, start: int) -> bool:
    if not scene.blocks:
        return scene.field != "body"
    return scene.blocks[scene.paragraph_at(start)] not in _SPOKEN_BLOCKS


def _reports(scene: Scene, start: int, end: int) -> list[_Report]:
    """What the sentence reports, one after the other: "said that ..., adding that ..."."""
    found: list[_Report] = []
    at = start
    for verb in REPORTING.finditer(scene.text, start, end):
        if verb.start() < at or scene.is_quoted(verb.start()):
            continue
        report = _read_verb(scene, start, verb, end, found[-1] if found else None)
        if report and _says_enough(scene.text, report):
            found.append(report)
            at = max(report.end, report.told_end)
    if not found:
        report = _according(scene, start, end) or _claimed(scene, start, end)
        found = [report] if report and _says_enough(scene.text, report) else []
    return found


def _read_verb(
    scene: Scene, start: int, verb: re.Match[str], end: int, last: _Report | None
) -> _Report | None:
    word = verb.group()
    if word.endswith("ing") and not _PROGRESSIVE.search(scene.text, start, verb.start()):
        return _participle(scene, start, verb, end, last)
    if not word.endswith("ing") and not is_reporting(scene.text, verb):
        return None
    if last is not None:
        return _further(scene, verb, end, last)
    return _trailing(scene, start, verb, end) or _leading(scene, start, verb, end)


def _says_enough(text: str, report: _Report) -> bool:
    return len(text[report.start : report.end].split()) >= _FEWEST_WORDS


def _trailing(scene: Scene, start: int, verb: re.Match[str], end: int) -> _Report | None:
    """ "The count is done, the clerk said Tuesday." """
    text = scene.text
    commas = list(_COMMA.finditer(text, start, verb.start()))
    if not commas:
        return None
    if not text[commas[-1].end() : verb.start()].strip():
        return _inverted(scene, start, verb, end, commas[-1]) or _beside_apposition(
            scene, start, verb, end, commas
        )
    if not _is_tail(text[verb.end() : end]):
        return None
    speaker = _subject(scene, commas[-1].end(), verb.start())
    return _behind(scene, start, verb, end, speaker, commas[-1].start())


def _is_tail(rest: str) -> bool:
    return rest.startswith(",") or (len(rest.split()) <= _REST_IS_SHORT and " that " not in rest)


def _inverted(
    scene: Scene, start: int, verb: re.Match[str], end: int, comma: re.Match[str]
) -> _Report | None:
    """ "The count is done, said the clerk", but not "The clerk, Jane Roe, said the count is"."""
    rest, ahead = scene.text[verb.end() : end], scene.text[start : comma.start()]
    long_rest = len(rest.split()) > _REST_IS_SHORT + 4
    if long_rest and len(ahead.split()) <= _REST_IS_SHORT and not _closes_marks(comma):
        return None
    if verb.group() in TELLING:
        return None  # "Jane Roe, the clerk, told Politico": what follows is who was told
    speaker = phrase_after(scene, verb.end(), end) or noun_phrase_after(scene, verb.end(), end)
    if speaker is None or not _ENDS_A_SPEAKER.match(scene.text, speaker.end, end):
        return None
    return _behind(scene, start, verb, end, speaker, comma.start())


def _beside_apposition(
    scene: Scene, start: int, verb: re.Match[str], end: int, commas: list[re.Match[str]]
) -> _Report | None:
    """ "The count is done, Jane Roe, the clerk, said Tuesday." """
    if len(commas) < 3 or not _is_tail(scene.text[verb.end() : end]):
        return None
    before, beside = commas[-3], commas[-2]
    if len(scene.text[before.end() : beside.start()].split()) > 6:
        return None
    speaker = _subject(scene, before.end(), beside.start())
    return _behind(scene, start, verb, end, speaker, before.start())


def _behind(
    scene: Scene, start: int, verb: re.Match[str], end: int, speaker: Speaker | None, comma: int
) -> _Report | None:
    """What stands ahead of a speaker that follows it, and goes on behind, where it does."""
    if speaker is None or speaker.start < comma:
        return None
    text = scene.text
    goes_on = _GOES_ON.match(text, verb.end(), end)
    if _is_introduction(text, start, comma) and not _COMMA.match(text, comma)[0].strip(", "):
        if goes_on is None:
            return None
        last = clause_end(text, goes_on.end(), end)
        return _Report(goes_on.end(), last, speaker, verb.group(), comma, goes_on.end())
    more = None
    inverted = speaker.start > verb.start()
    if inverted and goes_on and not _GOES_ON_WITH_A_VERB.match(text, goes_on.end()):
        goes_on = None  # "said Jane Roe, the clerk of Mobile"
    if goes_on and len(text[goes_on.end() : end].split()) > _REST_IS_SHORT - 3:
        more = (goes_on.end(), clause_end(text, goes_on.end(), end))
    told_end = more[0] if more else end
    return _Report(start, comma, speaker, verb.group(), comma + 1, told_end, more)


def _closes_marks(comma: re.Match[str]) -> bool:
    """ "... “late,” said": nothing but what was said ends with a comma between marks."""
    return bool(comma.group().strip(", "))


def _is_introduction(text: str, start: int, comma: int) -> bool:
    """ "On Tuesday, Jones said": what stands ahead of the comma is no clause of his."""
    ahead = text[start:comma]
    opener = ahead.split(" ", 1)[0]
    return len(ahead.split()) < 3 or opener in _INTRODUCING or opener.endswith("ing")


_INTRODUCING = frozenset(
    {
        "In", "On", "At", "After", "Before", "When", "While", "As", "During", "Asked", "Speaking",
        "With", "Despite", "By", "For", "Since", "Although", "Though", "Because", "Following",
        "Later", "Earlier", "Last", "But", "And", "From", "Until",
    }
)  # fmt: skip


def _leading(scene: Scene, start: int, verb: re.Match[str], end: int) -> _Report | None:
    """ "Jones said (that) the count is done." """
    speaker = _subject(scene, start, verb.start())
    if speaker is None:
        return None
    return _clause(scene, start, verb, end, speaker)


def _further(scene: Scene, verb: re.Match[str], end: int, last: _Report) -> _Report | None:
    """ "... and said that ...": the one who spoke goes on, unless another is named."""
    between = scene.text[last.end : verb.start()].strip(" ,”\"'")
    if re.fullmatch(r"(?:and|but)(?: also| has| later| then)?", between, re.IGNORECASE):
        return _clause(scene, last.end, verb, end, last.speaker)
    speaker = _subject(scene, last.end, verb.start())
    return _clause(scene, last.end, verb, end, speaker) if speaker else None


def _participle(
    scene: Scene, start: int, verb: re.Match[str], end: int, last: _Report | None
) -> _Report | None:
    """ "..., adding that ...", of the one who spoke or acted in the same sentence."""
    if scene.text[: verb.start()].rstrip(" ”\"'")[-1:] not in (",", "—", "–", "-", ""):
        return None
    speaker = last.speaker if last else sentence_subject(scene, start, verb.start())
    return _clause(scene, start, verb, end, speaker) if speaker else None


def _clause(
    scene: Scene, start: int, verb: re.Match[str], end: int, speaker: Speaker
) -> _Report | None:
    begin = clause_start(scene.text, verb, end)
    if begin is None or begin >= end:
        return None
    last = clause_end(scene.text, begin, end)
    alone = REPORTING_ALONE.fullmatch(verb.group())
    if not alone and not any(begin <= one.start < last for one in scene.quoted):
        return None  # "praised the plan" reports words only where some are quoted
    return _Report(begin, last, speaker, verb.group(), start, begin)


def _subject(scene: Scene, start: int, verb_start: int) -> Speaker | None:
    if _COORDINATED.search(scene.text, max(start, verb_start - 24), verb_start):
        return sentence_subject(scene, start, verb_start)
    return subject_before(scene, start, verb_start) or noun_phrase_before(scene, start, verb_start)


def _claimed(scene: Scene, start: int, end: int) -> _Report | None:
    """ "Jones's claim that the count is done"."""
    claim = CLAIM_OF.search(scene.text, start, end)
    if claim is None or scene.is_quoted(claim.start("cue")):
        return None
    if not _VERB.search(scene.text, start, claim.start()):
        return None
    speaker = _subject(scene, start, claim.start())
    if speaker is None:
        return None
    last = clause_end(scene.text, claim.end(), end)
    return _Report(claim.end(), last, speaker, claim["cue"], start, claim.end())


def _according(scene: Scene, start: int, end: int) -> _Report | None:
    cue = ACCORDING.search(scene.text, start, end)
    if not cue:
        return None
    if scene.is_quoted(cue.start()):
        return None
    speaker = phrase_after(scene, cue.end(), end) or noun_phrase_after(scene, cue.end(), end)
    if speaker is None:
        return None
    if not scene.text[start : cue.start()].strip(" ButAnd"):
        comma = scene.text.find(", ", speaker.end, end)
        if comma < 0:
            return None
        return _Report(comma + 2, end, speaker, "according to", start, comma)
    return _Report(start, cue.start(), speaker, "according to", cue.start(), end)


def _as_speech(scene: Scene, report: _Report, start: int, end: int) -> Speech:
    first, last = report.start, report.end
    relayed, cut = _relay(scene, report, end)
    last = min(last, cut)
    marked = any(
        first <= one.start < last and not is_only_a_term(scene.text, one) for one in scene.quoted
    )
    outlet = relayed or told_outlet(scene.text, report.told_start, report.told_end)
    spans = _spans(scene, first, last, report.more)
    speech = Speech(
        kind="mixed" if marked else "indirect",
        spans=spans,
        text=" ".join(scene.text[span.start : span.end] for span in spans),
        cue=report.cue,
        said_on=said_on(scene.text, report.told_start, report.told_end, scene.on),
        said_where=said_where(scene.text, report.told_start, report.told_end),
        anonymity=anonymity(scene.text, start, end),
        relayed_by=outlet if outlet != report.speaker.organisation else "",
    )
    return replace(speech, **spoken_by(scene, report.speaker))


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
    for one in scene.quoted:
        if begin <= one.outer_start < end < one.outer_end <= end + 3:
            return one.outer_end
    return end


def _relay(scene: Scene, report: _Report, end: int) -> tuple[str, int]:
    """The outlet that a report ends by naming, and where its clause is to be cut."""
    if report.cue == "according to":
        return "", report.end
    cue = ACCORDING.search(scene.text, report.start, end)
    if cue:
        source = phrase_after(scene, cue.end(), end)
        if source and source.kind == "organisation":
            return _outlet_name(source.organisation), min(cue.start(), report.end)
        return "", report.end
    tail = re.search(r", (?P<outlet>[^,]{2,50}) reported\b", scene.text[report.start : report.end])
    if tail and is_outlet(tail["outlet"]):
        return _outlet_name(tail["outlet"]), report.start + tail.start()
    return "", report.end


def _outlet_name(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)
