"""Speech without marks: "Jones said that ...", "..., according to the county"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .circumstances import anonymity, is_outlet, said_on, said_where
from .findings import Speech
from .quotes import spoken_by, told_outlet
from .scene import Scene
from .speakers import Speaker, phrase_after, subject_before
from .speech import ACCORDING, PLAIN_SAYING, SAYING, TELLING, is_reporting

_SPOKEN_BLOCKS = frozenset({"paragraph", "list_item", "correction"})
_NOT_A_DAY = (
    r"\bthat\s+"
    r"(?!(?:day|night|week|morning|evening|afternoon|year)\b)"
)
_THAT = re.compile(rf"[^,;:“”\"]{{0,70}}?{_NOT_A_DAY}|,? [^;:“”\"]{{0,60}}?, {_NOT_A_DAY}")
_TOLD_THAT = re.compile(rf"[^;:“”\"]{{0,100}}?{_NOT_A_DAY}")
_TO = re.compile(r"\b(?:vowed|vows|pledged|pledges|promised|promises|urged|urges)\b")
# What may stand between "said" and a clause without "that".
_WHEN_AND_HOW = re.compile(
    r"(?: (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|night"
    r"|afternoon|evening))?,?| that day| later| then"
    r"| in an? (?:[\w-]+ ){0,2}(?:statement|tweet|post|release|speech|email"
    r"|interview|letter)(?: (?:on )?\w+day)?,?| at a [\w ]{3,30},)* "
)
_NO_CLAUSE = re.compile(
    r"(?:in|at|on|of|to|about|nothing|so|yes|no more|goodbye|during|after|before|from|when|as|with"
    r"|by|for|little|much|what|why|how|something|things|hello|and|but|or|than)\b|[^\w$]"
)
_SAME_DAY = re.compile(r"\b(?:[Tt]hat|[Tt]he same) (?:day|night|evening|morning|afternoon)\b")
_REST_IS_SHORT = 8
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Report:
    start: int
    end: int
    speaker: Speaker
    cue: str
    told_start: int
    told_end: int


def find_indirect(scene: Scene, taken: list[Speech]) -> list[Speech]:
    """Reported speech in the sentences that hold no quotation already read."""
    spans = [span for speech in taken for span in speech.spans]
    found = []
    for start, end in scene.sentences:
        if _is_silent(scene, start) or any(s.start < end and start < s.end for s in spans):
            continue
        report = _read_sentence(scene, start, end)
        if report:
            scene.attributed.append((report.told_start, report.speaker.key))
            speech = _as_speech(scene, report, start, end)
            found.append(_on_same_day(scene, report, speech, found))
    return found


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


def _read_sentence(scene: Scene, start: int, end: int) -> _Report | None:
    for verb in SAYING.finditer(scene.text, start, end):
        if not is_reporting(scene.text, verb):
            continue
        report = _trailing(scene, start, verb, end) or _leading(scene, start, verb, end)
        if report and _says_enough(scene.text, report):
            return report
    report = _according(scene, start, end)
    return report if report and _says_enough(scene.text, report) else None


def _says_enough(text: str, report: _Report) -> bool:
    return len(text[report.start : report.end].split()) >= _FEWEST_WORDS


def _trailing(scene: Scene, start: int, verb: re.Match[str], end: int) -> _Report | None:
    """ "The count is done, the clerk said Tuesday." """
    text = scene.text
    comma = text.rfind(", ", start, verb.start())
    if comma < 0:
        return None
    rest = text[verb.end() : end]
    inverted = not text[comma + 1 : verb.start()].strip() and _is_inverted(text[start:comma], rest)
    if inverted:
        speaker = phrase_after(scene, verb.end(), end)
    elif rest.startswith(",") or (len(rest.split()) <= _REST_IS_SHORT and " that " not in rest):
        comma = _before_subject(text, start, comma, verb.start())
        speaker = subject_before(scene, comma + 2, verb.start())
    else:
        return None
    if speaker is None or speaker.start < comma or _is_introduction(text, start, comma):
        return None
    return _Report(start, comma, speaker, verb.group(), comma + 1, end)


def _is_inverted(ahead: str, rest: str) -> bool:
    """ "The count is done, said the clerk", but not "The clerk, Jane Roe, said the count is"."""
    return len(rest.split()) <= _REST_IS_SHORT + 4 or len(ahead.split()) > _REST_IS_SHORT


def _before_subject(text: str, start: int, comma: int, verb_start: int) -> int:
    """With an apposition, "..., Jones, the clerk, said", the clause ends two commas earlier."""
    if text[comma + 1 : verb_start].strip():
        return comma
    earlier = text.rfind(", ", start, comma)
    return earlier if earlier > 0 else comma


def _is_introduction(text: str, start: int, comma: int) -> bool:
    """ "On Tuesday, Jones said": what stands ahead of the comma is no clause of his."""
    ahead = text[start:comma]
    opener = ahead.split(" ", 1)[0]
    return len(ahead.split()) < _FEWEST_WORDS or opener in _INTRODUCING or opener.endswith("ing")


_INTRODUCING = frozenset(
    {
        "In", "On", "At", "After", "Before", "When", "While", "As", "During", "Asked", "Speaking",
        "With", "Despite", "By", "For", "Since", "Although", "Though", "Because", "Following",
        "Later", "Earlier", "Last", "But", "And", "From", "Until",
    }
)  # fmt: skip


def _leading(scene: Scene, start: int, verb: re.Match[str], end: int) -> _Report | None:
    """ "Jones said (that) the count is done." """
    begin = _clause_start(scene.text, verb, end)
    if begin is None:
        return None
    speaker = subject_before(scene, start, verb.start())
    if speaker is None:
        return None
    return _Report(begin, end, speaker, verb.group(), start, begin)


def _clause_start(text: str, verb: re.Match[str], end: int) -> int | None:
    form = _TOLD_THAT if verb.group() in TELLING else _THAT
    that = form.match(text, verb.end(), end)
    if that:
        return that.end()
    if _TO.match(verb.group()) and re.search(r"\bto\b", text[verb.end() : verb.end() + 50]):
        return verb.end() + 1
    if verb.group() not in PLAIN_SAYING:
        return None
    between = _WHEN_AND_HOW.match(text, verb.end(), end)
    if between and not _NO_CLAUSE.match(text, between.end(), end):
        return between.end()
    return None


def _according(scene: Scene, start: int, end: int) -> _Report | None:
    cue = ACCORDING.search(scene.text, start, end)
    if not cue:
        return None
    speaker = phrase_after(scene, cue.end(), end)
    if speaker is None:
        return None
    if cue.start() == start:
        comma = scene.text.find(", ", speaker.end, end)
        if comma < 0:
            return None
        return _Report(comma + 2, end, speaker, "according to", start, comma)
    return _Report(start, cue.start(), speaker, "according to", cue.start(), end)


def _as_speech(scene: Scene, report: _Report, start: int, end: int) -> Speech:
    first, last = report.start, report.end
    relayed, cut = _relay(scene, report)
    last = min(last, cut)
    while last > first and scene.text[last - 1] in " .,\n":
        last -= 1
    outlet = relayed or told_outlet(scene.text, report.told_start, report.told_end)
    speech = Speech(
        kind="indirect",
        spans=(scene.span(first, last),),
        text=scene.text[first:last],
        cue=report.cue,
        said_on=said_on(scene.text, report.told_start, report.told_end, scene.on),
        said_where=said_where(scene.text, report.told_start, report.told_end),
        anonymity=anonymity(scene.text, start, end),
        relayed_by=outlet if outlet != report.speaker.organisation else "",
    )
    return replace(speech, **spoken_by(scene, report.speaker))


def _relay(scene: Scene, report: _Report) -> tuple[str, int]:
    """The outlet that a report ends by naming, and where its clause is to be cut."""
    if report.cue == "according to":
        return "", report.end
    cue = ACCORDING.search(scene.text, report.start, report.end)
    if cue:
        source = phrase_after(scene, cue.end(), report.end)
        if source and source.kind == "organisation":
            return _outlet_name(source.organisation), cue.start()
        return "", report.end
    tail = re.search(r", (?P<outlet>[^,]{2,50}) reported\b", scene.text[report.start : report.end])
    if tail and is_outlet(tail["outlet"]):
        return _outlet_name(tail["outlet"]), report.start + tail.start()
    return "", report.end


def _outlet_name(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)
