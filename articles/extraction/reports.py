"""What a sentence reports, verb by verb: who says it, and from where to where it goes."""

from __future__ import annotations

import re
from typing import NamedTuple

from .attribution import MOST_VERBS, sentence_subject
from .complements import clause_end, clause_start
from .scene import Scene
from .spans import Span
from .speaker_kinds import Speaker
from .speakers import (
    noun_phrase_after,
    noun_phrase_before,
    phrase_after,
    phrase_ending,
    subject_before,
)
from .speech import (
    CLAIM_OF,
    REPORTING_ALONE,
    TELLING,
    according_in,
    is_reporting,
)

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
    r"(?:not |also |never )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might"
    r"|must|should|do|does|did|to|that)\b"
)
# What a participle hangs on: a comma, "before", "a statement".
_HANGS_ON = re.compile(
    r"(?:^|[,—–-][ ”\"']*|\b(?:after|before|by|while|when|without|despite|(?:statement|tweet|letter"
    r"|memo|note|message|e-?mail|post|release|sign|signs|report|story|op-ed)"
    r"(?: (?:on )?\w+day)?(?: (?:\w+ly|also|later))?) )$"
)
_ROOM_TO_HANG = 40
# "Jane Roe, who said": the words speak of whoever stands ahead.
_RELATIVE = re.compile(
    r",? (?:who|which)(?: (?:also|has|have|had|later|once|recently|\w+ly)\b)*+ $"
)
_REST_IS_SHORT = 8
_FEWEST_WORDS = 2


class Report(NamedTuple):
    """``start`` to ``end`` is what is reported; ``told_start`` to ``told_end`` who tells it how."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    told_start: int
    told_end: int
    more: tuple[int, int] | None = None  # what goes on behind: "The count, she said, is done"


def reports(scene: Scene, start: int, end: int) -> list[Report]:
    """What the sentence reports, one after the other: "said that ..., adding that ..."."""
    found: list[Report] = []
    at = start
    for verb in scene.verbs_in(start, end)[:MOST_VERBS]:
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


def reports_behind(scene: Scene, quoted: Span, speaker: Speaker, end: int) -> list[Report]:
    """What is reported behind a quotation in one sentence: “X,” she said, adding that ..."."""
    verbs = [
        verb
        for verb in scene.verbs_in(quoted.end, end)[:MOST_VERBS]
        if not scene.is_quoted(verb.start())
    ]
    if len(verbs) < 2:
        return []
    told = verbs[0]
    last = Report(quoted.start, told.end(), speaker, told.group(), quoted.end, told.end())
    read = (_read_verb(scene, quoted.start, verb, end, last) for verb in verbs[1:])
    return [report for report in read if report and _says_enough(scene.text, report)][:1]


def _read_verb(
    scene: Scene, start: int, verb: re.Match[str], end: int, last: Report | None
) -> Report | None:
    word = verb.group()
    if word.endswith("ing") and not _PROGRESSIVE.search(
        scene.text, max(start, verb.start() - _ROOM_TO_HANG), verb.start()
    ):
        return _participle(scene, start, verb, end, last)
    if not word.endswith("ing") and not is_reporting(scene.text, verb):
        return None
    if last is not None:
        return _further(scene, verb, end, last)
    return _trailing(scene, start, verb, end) or _leading(scene, start, verb, end)


def _says_enough(text: str, report: Report) -> bool:
    return len(text[report.start : report.end].split()) >= _FEWEST_WORDS


def _trailing(scene: Scene, start: int, verb: re.Match[str], end: int) -> Report | None:
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
) -> Report | None:
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
) -> Report | None:
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
) -> Report | None:
    """What stands ahead of a speaker that follows it, and goes on behind, where it does."""
    if speaker is None or speaker.start < comma:
        return None
    text = scene.text
    goes_on = _GOES_ON.match(text, verb.end(), end)
    if _is_introduction(text, start, comma) and not _COMMA.match(text, comma)[0].strip(", "):
        if goes_on is None:
            return None
        last = clause_end(text, goes_on.end(), end)
        return Report(goes_on.end(), last, speaker, verb.group(), comma, goes_on.end())
    more = None
    inverted = speaker.start > verb.start()
    if inverted and goes_on and not _GOES_ON_WITH_A_VERB.match(text, goes_on.end()):
        goes_on = None  # "said Jane Roe, the clerk of Mobile"
    if goes_on and len(text[goes_on.end() : end].split()) > _REST_IS_SHORT - 3:
        more = (goes_on.end(), clause_end(text, goes_on.end(), end))
    told_end = more[0] if more else end
    return Report(start, comma, speaker, verb.group(), comma + 1, told_end, more)


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


def _leading(scene: Scene, start: int, verb: re.Match[str], end: int) -> Report | None:
    """ "Jones said (that) the count is done." """
    speaker = _subject(scene, start, verb.start())
    if speaker is None:
        return None
    return _clause(scene, start, verb, end, speaker)


def _further(scene: Scene, verb: re.Match[str], end: int, last: Report) -> Report | None:
    """ "... and said that ...": the one who spoke goes on, unless another is named."""
    between = scene.text[last.end : verb.start()].strip(" ,”\"'")
    if re.fullmatch(r"(?:and|but)(?: also| has| later| then)?", between, re.IGNORECASE):
        return _clause(scene, last.end, verb, end, last.speaker)
    speaker = _subject(scene, last.end, verb.start())
    return _clause(scene, last.end, verb, end, speaker) if speaker else None


def _participle(
    scene: Scene, start: int, verb: re.Match[str], end: int, last: Report | None
) -> Report | None:
    """ "..., adding that ...", of the one who spoke or acted in the same sentence."""
    if not _HANGS_ON.search(scene.text, max(start, verb.start() - _ROOM_TO_HANG), verb.start()):
        return None
    speaker = last.speaker if last else sentence_subject(scene, start, verb.start())
    return _clause(scene, start, verb, end, speaker) if speaker else None


def _clause(
    scene: Scene, start: int, verb: re.Match[str], end: int, speaker: Speaker
) -> Report | None:
    begin = clause_start(scene.text, verb, end)
    if begin is None or begin >= end:
        return None
    last = clause_end(scene.text, begin, end)
    alone = REPORTING_ALONE.fullmatch(verb.group())
    if not alone and not scene.quoted_in(begin - 1, last):
        return None  # "praised the plan" reports words only where some are quoted
    return Report(begin, last, speaker, verb.group(), start, begin)


def _subject(scene: Scene, start: int, verb_start: int) -> Speaker | None:
    if _COORDINATED.search(scene.text, max(start, verb_start - 24), verb_start):
        return sentence_subject(scene, start, verb_start)
    relative = _RELATIVE.search(scene.text, max(start, verb_start - _ROOM_TO_HANG), verb_start)
    ahead = relative and (
        phrase_ending(scene, start, relative.start())
        or noun_phrase_before(scene, start, relative.start())
    )
    return (
        ahead
        or subject_before(scene, start, verb_start)
        or noun_phrase_before(scene, start, verb_start)
    )


def _claimed(scene: Scene, start: int, end: int) -> Report | None:
    """ "Jones's claim that the count is done"."""
    claim = CLAIM_OF.search(scene.text, start, end) if " that " in scene.text[start:end] else None
    if claim is None or scene.is_quoted(claim.start("cue")):
        return None
    if not _VERB.search(scene.text, start, claim.start()):
        return None
    speaker = _subject(scene, start, claim.start())
    if speaker is None:
        return None
    last = clause_end(scene.text, claim.end(), end)
    return Report(claim.end(), last, speaker, claim["cue"], start, claim.end())


def _according(scene: Scene, start: int, end: int) -> Report | None:
    cue = according_in(scene.text, start, end)
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
        return Report(comma + 2, end, speaker, "according to", start, comma)
    return Report(start, cue.start(), speaker, "according to", cue.start(), end)
