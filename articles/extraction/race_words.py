"""Words that a story of a contest has, and what only tells who somebody is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

# Each begins with a letter: tried by that letter, in both cases, they cost a third of the time.
_WHO_RUNS = (
    "races?", "contests?", "challengers?", "opponents?", "rivals?", "candidates?", "hopefuls",
    "nominees?", "incumbents?", "front-?runner", "running mates?", "unopposed", "unseat",
    "rematch", "runs? (?:for|against)", "ran (?:for|against)", "faces", "to face", "will face",
    "would face",
    # but "a Republican running for the Senate" says who somebody is
    r"running(?<!Republican running)(?<!Democrat running) (?:for|against)",
)  # fmt: skip
_HOW_IT_IS_FOUGHT = (
    "campaign(?:s|ed|ing)?", "endors(?:e|es|ed|ing|ements?)", "ads?", "television spot",
    "commercials?", "mailers?", "airwaves", "on the air", "yard signs?", "lawn signs?",
    "stump(?:s|ed|ing)?", "debates", "spin room", "moderators?", "outraised", "outspent",
    r"raised \$", r"took in \$", "war chests?", "pacs?", "strategists?", "supporters",
)  # fmt: skip
_HOW_IT_ENDS = (
    "primary", "primaries", "run-?off", "nomination", "re-?election", "toss-ups?", "recount",
    "concession", "conceded", "vot(?:e|ed|ing) for (?:him|her|them|me)", r"by (?:\w+ ){1,2}points",
)  # fmt: skip


def _by_letter(forms: Iterable[str]) -> str:
    rests = defaultdict(list)
    for form in forms:
        rests[form[0]].append(form[1:])
    return "|".join(
        f"[{letter.upper()}{letter}](?:{'|'.join(rest)})" for letter, rest in rests.items()
    )


_CONTEST = re.compile(
    rf"\b(?:{_by_letter((*_WHO_RUNS, *_HOW_IT_IS_FOUGHT, *_HOW_IT_ENDS))}|PACs?|\d+ percent to)\b"
)
# Words of a vote or a poll, which may be on a map, a measure or how a governor is liked.
_VOTE = re.compile(
    r"\b(?:[Vv]oters|[Pp]olls|[Tt]urnout"
    r"|(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) points)\b"
)
# Who is nominated to the bench or the cabinet stands before senators, not before voters.
_NOMINATED = re.compile(r"[Nn]omin")
_CONFIRMED = re.compile(r"\b(?:[Ii]f confirmed|[Cc]onfirmation|Judiciary Committee|ambassador)\b")
# "the attorney general, who is seeking the governor's office": it says who somebody is.
_SAYS_WHO = re.compile(r"\b(?:who|whom|whose|seeking)\b[^,.;:!?—\n]*$")
_CLAUSE = 120
# "Neil Castleberry against Tamika Roundtree": what stands before the second name.
_AGAINST = re.compile(r"\b(?:against|over|versus|vs\.?) [^,;:!?—\n]*$")
_TITLE = 30


@lru_cache(maxsize=2)  # a story is looked at twice: with whom surnames mean, and before
def contest_words(text: str) -> tuple[int, ...]:
    """Where each word of a contest begins that does not only tell who somebody is."""
    found = [hit for hit in _CONTEST.finditer(text) if not says_who(text, hit.start())]
    nominated = {hit for hit in found if _NOMINATED.match(hit.group())}
    if nominated and _CONFIRMED.search(text):
        found = [hit for hit in found if hit not in nominated]
    return tuple(hit.start() for hit in found)


@lru_cache(maxsize=2)
def vote_words(text: str) -> tuple[int, ...]:
    """Where each word of a vote or a poll begins."""
    return tuple(hit.start() for hit in _VOTE.finditer(text))


def says_who(text: str, start: int) -> bool:
    """Whether what begins there stands in a clause that only tells who somebody is."""
    return bool(_SAYS_WHO.search(text, max(0, start - _CLAUSE), start))


def is_set_against(text: str, start: int) -> bool:
    """Whether the name that begins there stands behind "against"."""
    return bool(_AGAINST.search(text, max(0, start - _TITLE), start))
