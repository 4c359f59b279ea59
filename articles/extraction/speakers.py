"""Who speaks: the words beside a verb of saying, and what kind of speaker they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .circumstances import is_outlet
from .not_people import never_a_name
from .nouns import BODIES, DOCUMENTS, GROUPS
from .pronouns import GENDER, antecedent
from .scene import Named, Scene
from .speech import before_adverbs
from .titles import TITLES

_SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person)s?|press secretary|communications director|campaign manager)\b"
    r"(?:,? (?:for|with|at|from|of) (?P<body>(?:[Tt]he )?[^,.;“”\"]{2,60}))?",
    re.IGNORECASE,
)
_LARGER = re.compile(r"\b(?:of|for|to|with|at|from|in|by|against|about|behind|near|between)\s+$")
_PRONOUN = re.compile(r"\b(?P<pronoun>he|she|they|it|we|I)$", re.IGNORECASE)
_HOLDER = re.compile(
    r"\b[Tt]he (?:(?:former|incumbent|freshman|sitting|senior|junior) )?"
    r"(?P<office>president|vice president|senator|congressman|congresswoman|representative"
    r"|governor|lieutenant governor|attorney general|secretary of state|mayor|judge)$"
)
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
_NO_SPEAKER = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|do|does|did"
    r"|that|to|not|who|which|if|what|how|why|when|where|there)\b"
)
_LONGEST_PHRASE = 14
_SHORT_PHRASE = 7
_OF_PLACE = re.compile(r" of (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Speaker:
    kind: str
    text: str
    start: int
    end: int
    key: str = ""
    organisation: str = ""
    method: str = "named"


def subject_before(scene: Scene, start: int, verb_start: int) -> Speaker | None:
    """The subject of the verb at `verb_start`, sought back to `start`."""
    end = before_adverbs(scene.text, start, verb_start)
    while end > start and scene.text[end - 1] in " \n":
        end -= 1
    if end <= start:
        return None
    if scene.text[end - 1] in ",)—–":
        return _before_apposition(scene, start, end)
    return (
        phrase_ending(scene, start, end)
        or _short_phrase(scene, start, end)
        or _first_named(scene, start, end)
    )


def _short_phrase(scene: Scene, start: int, end: int) -> Speaker | None:
    """ "Obama's former strategist said": the phrase, not the first name that stands in it."""
    begin = _phrase_start(scene.text, start, end)
    if len(scene.text[begin:end].split()) > _SHORT_PHRASE:
        return None
    return _noun_phrase(scene, begin, end)


def phrase_ending(scene: Scene, start: int, end: int) -> Speaker | None:
    """The speaker that the words up to `end` name, sought back to `start`."""
    pronoun = _PRONOUN.search(scene.text, start, end)
    if pronoun:
        return _pronoun(scene, pronoun["pronoun"], pronoun.start(), end)
    person = _person_ending(scene, start, end)
    if person:
        return person
    begin = _phrase_start(scene.text, start, end)
    return classify(scene, begin, end)


def _pronoun(scene: Scene, pronoun: str, start: int, end: int) -> Speaker | None:
    if pronoun.lower() == "they":
        return Speaker("group", pronoun, start, end, method="pronoun")
    if pronoun.lower() not in GENDER:
        return None
    key = antecedent(scene, pronoun, start)
    return Speaker("person" if key else "unnamed", pronoun, start, end, key, method="pronoun")


def _person_ending(scene: Scene, start: int, end: int) -> Speaker | None:
    last = next((one for one in scene.named_in(start, end) if one.end == end), None)
    if last is None or _LARGER.search(scene.text, start, _titled_start(last)):
        return None
    return _person(scene, last)


def _titled_start(one: Named) -> int:
    title = one.mention.title
    return one.start - len(title) - 1 if title else one.start


def _person(scene: Scene, one: Named) -> Speaker:
    start = _titled_start(one)
    if not scene.text.startswith(one.mention.title, start):
        start = one.start
    place = _OF_PLACE.match(scene.text, one.end)
    end = place.end() if place else one.end
    speaker = Speaker("person", scene.text[start:end].rstrip("."), start, end, one.key)
    return _as_spokesperson(scene, speaker)


def _as_spokesperson(scene: Scene, speaker: Speaker) -> Speaker:
    """A named person may speak for somebody: ", a spokesman for the campaign"."""
    text = scene.text
    after = re.match(r", (?:a|an|the|who|his|her) [^.;“”\"]{0,100}", text[speaker.end :])
    spokes = _SPOKES.search(after.group()) if after else None
    before = re.search(
        r"(?P<body>[A-Z][\w’'. ]{1,40}? )?(?:campaign )?spokes(?:man|woman|person) $",
        text[max(0, speaker.start - 60) : speaker.start],
    )
    if not spokes and not before:
        return speaker
    body = (spokes or before)["body"] or ""
    return replace(speaker, kind="spokesperson", organisation=_plain_body(body))


def _plain_body(body: str) -> str:
    body = re.sub(r"\s+(?:said|says|told|added|wrote)\b.*$", "", body.strip())
    return re.sub(r"^[Tt]he ", "", body).removesuffix("’s").removesuffix("'s")


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


def classify(scene: Scene, start: int, end: int) -> Speaker | None:
    """What kind of speaker the phrase is; none when it is no speaker at all."""
    phrase = scene.text[start:end]
    tokens = phrase.split()
    if not tokens or len(tokens) > _LONGEST_PHRASE or "@" in phrase or _is_clause(tokens):
        return None
    if tokens[0].lower() in _PREPOSITIONS:
        return None
    speaker = Speaker("", phrase, start, end)
    holder = _HOLDER.search(phrase)
    if holder:
        return _office_holder(scene, speaker, holder["office"])
    spokes = _SPOKES.search(phrase)
    if spokes:
        body = spokes["body"] or phrase[: spokes.start()]
        return replace(speaker, kind="spokesperson", organisation=_plain_body(_bare(body)))
    if is_outlet(phrase):
        return replace(speaker, kind="organisation", organisation=_plain_body(phrase))
    return _by_head(speaker, tokens)


_PREPOSITIONS = frozenset(
    ["in", "on", "at", "to", "of", "for", "with", "from", "by", "during", "after", "before"]
)


def _is_clause(tokens: list[str]) -> bool:
    return tokens[0].lower() in ("that", "this", "there", "it", "if", "how", "why", "no", "not")


def _bare(body: str) -> str:
    return re.sub(r"^(?:a|an|one|his|her|its|their)\b\s*", "", body.strip(), flags=re.IGNORECASE)


def _office_holder(scene: Scene, speaker: Speaker, office: str) -> Speaker:
    code = TITLES[office][0]
    holders = [
        key
        for key, cluster in scene.clusters.items()
        if any(one.office == code and not one.former for one in cluster.mentions)
    ]
    near = [one.key for one in scene.named if one.start < speaker.start and one.key in holders]
    key = near[-1] if near else ""
    return replace(speaker, kind="person" if key else "unnamed", key=key, method="office")


def _by_head(speaker: Speaker, tokens: list[str]) -> Speaker | None:
    head = _head(tokens)
    if head in DOCUMENTS:
        return replace(speaker, kind="document")
    if head in GROUPS:
        return replace(speaker, kind="group")
    if head in BODIES or _is_body(tokens):
        name = re.sub(r"^[Tt]he ", "", speaker.text)
        return replace(speaker, kind="organisation", organisation=name)
    if tokens[0].lower() in ("a", "an", "one", "another") and len(tokens) > 1:
        return replace(speaker, kind="unnamed")
    return None


_HEAD_ENDS = frozenset(
    [
        "of",
        "for",
        "in",
        "with",
        "at",
        "from",
        "who",
        "to",
        "on",
        "she",
        "he",
        "they",
        "that",
        "which",
        "said",
        "familiar",
        "close",
        "near",
    ]
)


def _head(tokens: list[str]) -> str:
    """The noun of the phrase: the word ahead of its first preposition."""
    kept: list[str] = []
    for token in tokens:
        if kept and token in _HEAD_ENDS:
            break
        kept.append(token)
    return kept[-1].lower().strip(".,’'")


def _is_body(tokens: list[str]) -> bool:
    """A name in capitals that is no person: "Politico", "The Associated Press"."""
    named = [token for token in tokens if token.lower() not in ("the", "and", "of", "for", "&")]
    if not named or not all(token[0].isupper() or token[0].isdigit() for token in named):
        return False
    return len(named) > 1 or not never_a_name(named[0])


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


def _first_named(scene: Scene, start: int, end: int) -> Speaker | None:
    """The first person of the main clause, when no phrase stands right before the verb."""
    introduction = _INTRODUCTION.match(scene.text, start, end)
    begin = introduction.end() if introduction and introduction.end() < end else start
    opening = _CONJUNCTION.match(scene.text[begin:end].lstrip(' "“”'))
    first = next(iter(scene.named_outside_quotes(begin, end)), None)
    if first is None or _titled_start(first) - begin > (opening.end() if opening else 0) + 12:
        return None
    return _person(scene, first)


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
        return _pronoun(scene, scene.text[start:last], start, last)
    return classify(scene, start, last)


def _named_beside(scene: Scene, position: int) -> Speaker | None:
    """ "the clerk, Jane Roe,": a calling with the name beside it is the person named."""
    if not scene.text.startswith(", ", position):
        return None
    beside = next((one for one in scene.named if one.start == position + 2), None)
    if beside is None or not beside.mention.name.given:
        return None
    return _person(scene, beside)


def _person_opening(scene: Scene, start: int, end: int) -> Speaker | None:
    first = next(iter(scene.named_in(start, end)), None)
    if first is None:
        return None
    ahead = scene.text[start : first.start].replace(first.mention.title, "")
    if re.search(r"[A-Z]", ahead) or _NO_SPEAKER.search(ahead):
        return None
    if len(ahead) > 60 or re.search(
        r"[,.;:—“”\"]|\b(?:of|for|to|with|in|by|at)\b", _no_stops(ahead)
    ):
        return None
    after = scene.text[first.end : first.end + 14]
    if re.match(r"(?:[’']s?)? (?:campaign|administration|team|supporters|aides|allies)", after):
        return None
    return _person(scene, first)


def _no_stops(ahead: str) -> str:
    return re.sub(r"\b(?:Sen|Rep|Gov|Lt|Dr|Mr|Mrs|Ms|U\.S|Rev)\.", "", ahead)


_DETERMINER = re.compile(
    r"(?:the|a|an|this|these|those|his|her|its|their|our|my|one|two|three|four|five|some|many|most"
    r"|several|all|both|other|another|few|every|each|no|more|fellow|former|senior|top|even|such"
    r"|about|nearly|roughly|almost|half|multiple|numerous|various|dozens|hundreds|thousands|six"
    r"|seven|eight|nine|ten|\d[\d,.]*(?:%| percent)?|aides to|people)\b",
    re.IGNORECASE,
)


def noun_phrase_before(scene: Scene, start: int, verb_start: int) -> Speaker | None:
    """Whoever else the words ahead of a verb name: "women's groups", "the ad", "one aide"."""
    end = before_adverbs(scene.text, start, verb_start)
    while end > start and scene.text[end - 1] in " \n,)—–":
        end -= 1
    return _noun_phrase(scene, _phrase_start(scene.text, start, end), end)


def noun_phrase_after(scene: Scene, start: int, end: int) -> Speaker | None:
    """Whoever else the words behind "said" or "according to" name."""
    while start < end and scene.text[start] in " \n":
        start += 1
    stop = re.compile(r"[,.;:—–“”\"()]").search(scene.text, start, end)
    return _noun_phrase(scene, start, stop.start() if stop else end)


def _noun_phrase(scene: Scene, start: int, end: int) -> Speaker | None:
    phrase = scene.text[start:end].rstrip()
    tokens = phrase.split()
    if not tokens or len(tokens) > _LONGEST_PHRASE or _NO_SPEAKER.search(phrase):
        return None
    named = next(iter(scene.named_in(start, end)), None)
    if (
        named
        and _titled_start(named) == start
        and scene.text[named.end : named.end + 1] not in "’'"
    ):
        return _person(scene, named)  # "Jones of the guild"
    plural = _head(tokens).endswith("s")
    if not (_DETERMINER.match(phrase) or phrase[0].isupper() or plural):
        return None
    kind = "group" if plural else "unnamed"
    return Speaker(kind, phrase, start, start + len(phrase), method="phrase")
