"""What kind of speaker words name: a person, somebody's spokesperson, a body, a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from .circumstances import is_outlet
from .not_people import never_a_name
from .nouns import BODIES, DOCUMENTS, GROUPS
from .pronouns import GENDER, antecedent
from .scene import Named, Scene
from .titles import TITLES

_SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person)s?|press secretary|communications director|campaign manager)\b"
    r"(?:,? (?:for|with|at|from|of) (?P<body>(?:[Tt]he )?[^,.;“”\"]{2,60}))?",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"\b[Tt]he (?:(?:former|incumbent|freshman|sitting|senior|junior) )?"
    r"(?P<office>president|vice president|senator|congressman|congresswoman|representative"
    r"|governor|lieutenant governor|attorney general|secretary of state|mayor|judge)$"
)
NO_SPEAKER = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|do|does|did"
    r"|that|to|not|who|which|if|what|how|why|when|where|there)\b"
)
_BESIDE = re.compile(r", (?:a|an|the|who|his|her) [^.;“”\"]{0,100}")
_LONGEST_PHRASE = 14
_OF_PLACE = re.compile(r" of (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,2}")


class Speaker(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    key: str = ""
    organisation: str = ""
    method: str = "named"


def person(scene: Scene, one: Named) -> Speaker:
    start = titled_start(one)
    if not scene.text.startswith(one.mention.title, start):
        start = one.start
    place = _OF_PLACE.match(scene.text, one.end)
    end = place.end() if place else one.end
    speaker = Speaker("person", scene.text[start:end].rstrip("."), start, end, one.key)
    return _as_spokesperson(scene, speaker)


def titled_start(one: Named) -> int:
    title = one.mention.title
    return one.start - len(title) - 1 if title else one.start


def _as_spokesperson(scene: Scene, speaker: Speaker) -> Speaker:
    """A named person may speak for somebody: ", a spokesman for the campaign"."""
    text = scene.text
    after = _BESIDE.match(text, speaker.end)
    spokes = _SPOKES.search(after.group()) if after else None
    before = re.search(
        r"(?P<body>[A-Z][\w’'. ]{1,40}? )?(?:campaign )?spokes(?:man|woman|person) $",
        text[max(0, speaker.start - 60) : speaker.start],
    )
    if not spokes and not before:
        return speaker
    body = (spokes or before)["body"] or ""
    return speaker._replace(kind="spokesperson", organisation=_plain_body(body))


def _plain_body(body: str) -> str:
    body = re.sub(r"\s+(?:said|says|told|added|wrote)\b.*$", "", body.strip())
    return re.sub(r"^[Tt]he ", "", body).removesuffix("’s").removesuffix("'s")


# Of "it" only so much is known: a body or a document.
_PRONOUN_KINDS = {"they": "group", "we": "group", "it": "unnamed", "i": "unnamed"}


def pronoun_speaker(scene: Scene, pronoun: str, start: int, end: int) -> Speaker | None:
    if kind := _PRONOUN_KINDS.get(pronoun.lower()):
        return Speaker(kind, pronoun, start, end, method="pronoun")
    if pronoun.lower() not in GENDER:
        return None
    key = antecedent(scene, pronoun, start)
    return Speaker("person" if key else "unnamed", pronoun, start, end, key, method="pronoun")


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
        return speaker._replace(kind="spokesperson", organisation=_plain_body(_bare(body)))
    if is_outlet(phrase):
        return speaker._replace(kind="organisation", organisation=_plain_body(phrase))
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
    places = scene.holders.get(code, [])
    nearest = bisect_left(places, (speaker.start, "")) - 1
    key = places[nearest][1] if nearest >= 0 else ""
    return speaker._replace(kind="person" if key else "unnamed", key=key, method="office")


def _by_head(speaker: Speaker, tokens: list[str]) -> Speaker | None:
    head = _head(tokens)
    if head in DOCUMENTS:
        return speaker._replace(kind="document")
    if head in GROUPS:
        return speaker._replace(kind="group")
    if head in BODIES or _is_body(tokens):
        name = re.sub(r"^[Tt]he ", "", speaker.text)
        return speaker._replace(kind="organisation", organisation=name)
    if tokens[0].lower() in ("a", "an", "one", "another") and len(tokens) > 1:
        return speaker._replace(kind="unnamed")
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


_DETERMINER = re.compile(
    r"(?:the|a|an|this|these|those|his|her|its|their|our|my|one|two|three|four|five|some|many|most"
    r"|several|all|both|other|another|few|every|each|no|more|fellow|former|senior|top|even|such"
    r"|about|nearly|roughly|almost|half|multiple|numerous|various|dozens|hundreds|thousands|six"
    r"|seven|eight|nine|ten|\d[\d,.]*(?:%| percent)?|aides to|people)\b",
    re.IGNORECASE,
)


def described(scene: Scene, start: int, end: int) -> Speaker | None:
    phrase = scene.text[start:end].rstrip()
    tokens = phrase.split()
    if not tokens or len(tokens) > _LONGEST_PHRASE or NO_SPEAKER.search(phrase):
        return None
    named = scene.first_named(start, end)
    if named and titled_start(named) == start and scene.text[named.end : named.end + 1] not in "’'":
        return person(scene, named)  # "Jones of the guild"
    plural = _head(tokens).endswith("s")
    if not (_DETERMINER.match(phrase) or phrase[0].isupper() or plural):
        return None
    kind = "group" if plural else "unnamed"
    return Speaker(kind, phrase, start, start + len(phrase), method="phrase")
