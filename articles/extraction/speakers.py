"""Who speaks: the words beside a verb of saying."""

from __future__ import annotations

import re

from .pronouns import GENDER
from .scene import Named, Scene
from .speaker_kinds import (
    NO_SPEAKER,
    Speaker,
    classify,
    described,
    person,
    pronoun_speaker,
    titled_start,
)
from .speech import before_adverbs

_LARGER = re.compile(r"\b(?:of|for|to|with|at|from|in|by|against|about|behind|near|between)\s+$")
_PRONOUN = re.compile(r"\b(?P<pronoun>he|she|they|it|we|I)$", re.IGNORECASE)
_PHRASE_ENDS = re.compile(
    r"[,.;:—–“”\"()]|\s(?:who|which|that|when|while|after|before|during|as|because|on|in a"
    r"|last|this|if|but|though|via|by|at a|at the)\b|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_CONJUNCTION = re.compile(
    r"^(?:(?:and|but|so|yet|as|that|while|when|because|though|although|still|instead|also|then"
    r"|after|meanwhile|however|nor|or|if)\b,?\s*)+",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,;:—–(]\s*|\s(?:and|but|that|which|as|because|while|when|after)\s")
_INTRODUCTION = re.compile(
    r"[\"“”\s]*(?:After|When|While|As|If|Because|Although|Though|Since|In|On|During|At|For|With"
    r"|Before|By|Despite|Until|Amid|Following|[A-Z][a-z]+ing|Asked|Instead|Meanwhile|Still|Later"
    r"|Earlier|However|Last|But in|But on|Late|Speaking)\b[^,]*,\s*"
)
_LONGEST_PRONOUN = 5
_SHORT_PHRASE = 7


def subject_before(scene: Scene, start: int, verb_start: int) -> Speaker | None:
    """The subject of the verb at `verb_start`, sought back to `start`."""
    end = before_adverbs(scene.text, start, verb_start)
    while end > start and scene.text[end - 1] in " \n":
        end -= 1
    if end <= start:
        return None
    if scene.text[end - 1] in ",)—–" or scene.text.endswith(" --", start, end):
        return _before_apposition(scene, start, end)
    return (
        _before_open_apposition(scene, start, end)
        or phrase_ending(scene, start, end)
        or _short_phrase(scene, start, end)
        or _first_named(scene, start, end)
    )


def _short_phrase(scene: Scene, start: int, end: int) -> Speaker | None:
    """ "Obama's former strategist said": the phrase, not the first name that stands in it."""
    begin = _phrase_start(scene.text, start, end)
    if len(scene.text[begin:end].split()) > _SHORT_PHRASE:
        return None
    return described(scene, begin, end)


def phrase_ending(scene: Scene, start: int, end: int) -> Speaker | None:
    """The speaker that the words up to `end` name, sought back to `start`."""
    pronoun = _PRONOUN.search(scene.text, max(start, end - _LONGEST_PRONOUN), end)
    if pronoun:
        return pronoun_speaker(scene, pronoun["pronoun"], pronoun.start(), end)
    person = _person_ending(scene, start, end)
    if person:
        return person
    begin = _phrase_start(scene.text, start, end)
    return classify(scene, begin, end)


def _person_ending(scene: Scene, start: int, end: int) -> Speaker | None:
    last = next(reversed(scene.named_in(start, end)), None)
    if last is None or last.end != end or _LARGER.search(scene.text, start, titled_start(last)):
        return None
    return _together(scene, start, last) or person(scene, last)


def _together(scene: Scene, start: int, last: Named) -> Speaker | None:
    """ "Roe and Jones said": both, where their names open what stands ahead of the verb."""
    before = scene.first_named(start, titled_start(last))
    if before is None or before.key == last.key:
        return None
    begin = titled_start(before)
    if scene.text[start:begin].strip(' ,“”"') or not _AND.fullmatch(
        scene.text, before.end, titled_start(last)
    ):
        return None
    return Speaker("group", scene.text[begin : last.end], begin, last.end)


_AND = re.compile(r",? and (?:(?:Sen|Rep|Gov)\. )?")


def _phrase_start(text: str, start: int, end: int) -> int:
    introduction = _INTRODUCTION.match(text, start, end)
    begin = introduction.end() if introduction and introduction.end() < end else start
    for boundary in _BOUNDARY.finditer(text, begin, end):
        if boundary.end() < end:
            begin = boundary.end()
    opening = _CONJUNCTION.match(text[begin:end])
    begin = begin + opening.end() if opening else begin
    while begin < end and text[begin] in " \n\"“”‘’`'":
        begin += 1
    return begin


def _before_apposition(scene: Scene, start: int, end: int) -> Speaker | None:
    """ "Jones, who is running again, said": the subject stands ahead of the first comma."""
    introduction = _INTRODUCTION.match(scene.text, start, end)
    begin = introduction.end() if introduction and introduction.end() < end else start
    opening = re.compile(r"[,(—–]").search(scene.text, begin, end - 1)
    if not opening:
        return _first_named(scene, begin, end)
    stop = opening.start()
    while stop > begin and scene.text[stop - 1] == " ":
        stop -= 1
    named = _named_beside(scene, stop)
    if named and scene.text[named.end : end].strip(" ") in (",", ""):
        return named
    return phrase_ending(scene, begin, stop) or _first_named(scene, begin, end)


def _before_open_apposition(scene: Scene, start: int, end: int) -> Speaker | None:
    """ "Jane Roe, clerk of Mobile said": the comma behind the apposition was left out."""
    first = scene.first_named(start, end)
    if first is None or titled_start(first) != start or scene.text[first.end] != ",":
        return None
    beside = scene.text[first.end + 1 : end]
    if not beside.strip() or NO_SPEAKER.search(beside) or re.search(r"[,;:“”\"—–]", beside):
        return None
    return person(scene, first)


def _first_named(scene: Scene, start: int, end: int) -> Speaker | None:
    """The first person of the main clause, when no phrase stands right before the verb."""
    introduction = _INTRODUCTION.match(scene.text, start, end)
    begin = introduction.end() if introduction and introduction.end() < end else start
    opening = _CONJUNCTION.match(scene.text[begin:end].lstrip(' "“”'))
    first = next(iter(scene.named_outside_quotes(begin, end)), None)
    if first is None or titled_start(first) - begin > (opening.end() if opening else 0) + 12:
        return None
    return person(scene, first)


def phrase_after(scene: Scene, start: int, end: int) -> Speaker | None:
    """The speaker that the words from `start` name: "said Jones", "according to Politico"."""
    while start < end and scene.text[start] in " \n":
        start += 1
    person = _person_opening(scene, start, end)
    if person:
        return person
    stop = _PHRASE_ENDS.search(scene.text, start, end)
    last = stop.start() if stop else end
    named = _named_beside(scene, last)
    if named:
        return named
    while last > start and scene.text[last - 1] in " .":
        last -= 1
    pronoun = scene.text[start:last].lower()
    if pronoun in GENDER or pronoun == "they":
        return pronoun_speaker(scene, scene.text[start:last], start, last)
    return classify(scene, start, last)


def _named_beside(scene: Scene, position: int) -> Speaker | None:
    """ "the clerk, Jane Roe,": a calling with the name beside it is the person named."""
    if not scene.text.startswith(", ", position):
        return None
    beside = scene.named_at(position + 2)
    if beside is None or not beside.mention.name.given:
        return None
    return person(scene, beside)


def _person_opening(scene: Scene, start: int, end: int) -> Speaker | None:
    first = scene.first_named(start, end)
    if first is None:
        return None
    ahead = _STANDING.sub("", scene.text[start : first.start].replace(first.mention.title, ""))
    if re.search(r"[A-Z]", ahead) or NO_SPEAKER.search(ahead):
        return None
    if _OPENS_A_PHRASE.match(ahead) and _NOUN_FOLLOWS.match(scene.text, first.end):
        return None  # "said a senior Jones adviser"
    if len(ahead) > 60 or re.search(
        r"[,.;:—“”\"]|\b(?:of|for|to|with|in|by|at)\b", _no_stops(ahead)
    ):
        return None
    after = scene.text[first.end : first.end + 14]
    if re.match(r"(?:[’']s?)? (?:campaign|administration|team|supporters|aides|allies)", after):
        return None
    return person(scene, first)


_STANDING = re.compile(r"\b(?:Republican|Democratic|Democrat|GOP|State|state|U\.S\.)\s*")
_OPENS_A_PHRASE = re.compile(
    r"(?:a|an|the|one|another|this|that|his|her|their|some)\b", re.IGNORECASE
)
_NOUN_FOLLOWS = re.compile(
    r"(?:[’']s?)? (?!(?:who|on|in|at|of|as|after|during|before|with|while|when|from|to|for|by|and"
    r"|or|but|last|this|that|later|then|early|late|via|about|over|through|also|told|said|is|was|has|had"
    r"|again|here|today|yesterday|earlier|recently|repeatedly|once|whose|which|\w+ly)\b)[a-z]"
)


def _no_stops(ahead: str) -> str:
    return re.sub(r"\b(?:Sen|Rep|Gov|Lt|Dr|Mr|Mrs|Ms|U\.S|Rev)\.", "", ahead)


def capitals_after(scene: Scene, start: int, end: int) -> Speaker | None:
    """Behind "said", a name that is known as none: "said master of ceremonies Ngo Dinh"."""
    named = _CAPITALS.match(scene.text, start, end)
    if named is None:
        return None
    return Speaker("unnamed", named["name"], *named.span("name"), method="phrase")


_CAPITALS = re.compile(
    r"\s*(?:[a-z’'-]+ ){0,5}(?P<name>[A-Z][\w’'-]*"
    r"(?:\.? (?:[A-Z][\w’'-]*|(?:de|von|van|bin|al) [A-Z][\w’'-]*))*)"
)


def phrase_opening(scene: Scene, start: int, end: int) -> Speaker | None:
    """Whoever the first words of a sentence name, up to its verb: "The letter makes ..."."""
    introduction = _INTRODUCTION.match(scene.text, start, end)
    begin = introduction.end() if introduction else start
    verb = _FINITE.search(scene.text, begin, min(end, begin + _ROOM_FOR_A_SUBJECT))
    if verb is None or verb.start() == begin:
        return None
    return classify(scene, begin, verb.start()) or described(scene, begin, verb.start())


_FINITE = re.compile(
    r" (?:also |then |later |\w+ly )?(?:is|are|was|were|has|have|had|will|would|can|could|may"
    r"|does|did|made|makes|gave|gives|took|takes|put|puts|sent|sends|went|goes|read|reads|came|comes|wrote|writes|said|says"
    r"|told|tells|spoke|began|begins|held|kept|left|saw|\w{2,}ed|issues|offers|shows|includes)\b"
)
_ROOM_FOR_A_SUBJECT = 80


def noun_phrase_before(scene: Scene, start: int, verb_start: int) -> Speaker | None:
    """Whoever else the words ahead of a verb name: "women's groups", "the ad", "one aide"."""
    end = before_adverbs(scene.text, start, verb_start)
    while end > start and scene.text[end - 1] in " \n,)—–":
        end -= 1
    return described(scene, _phrase_start(scene.text, start, end), end)


def noun_phrase_after(scene: Scene, start: int, end: int) -> Speaker | None:
    """Whoever else the words behind "said" or "according to" name."""
    while start < end and scene.text[start] in " \n":
        start += 1
    stop = re.compile(r"[,.;:—–“”\"()]").search(scene.text, start, end)
    return described(scene, start, stop.start() if stop else end)
