"""What stands beside a name: "D-Ala.", "a Republican", "a poll worker", an age."""

from __future__ import annotations

import re
from typing import NamedTuple

from .gazetteer import STATE_ABBREVIATION, state_code, states_named
from .titles import PARTIES, PARTY_LETTERS
from .wordlists import one_of, words

_TAG = re.compile(rf"\s?[,(]\s?\(?(?P<party>[RDILG])-(?P<state>{STATE_ABBREVIATION})?(?!\w)")
_LETTER = re.compile(r" \((?P<party>[RDILG])\)")
_AGE = re.compile(r", \d{2}(?=[,.;)])")
_BESIDE = re.compile(r", (?:a|an|the|who|whose|then|now|of|and)\b[^,.;—:\"“”()]{0,90}")
_PARTY_WORD = re.compile(
    r"\b(Republican|Democrat|Democratic|Libertarian|independent|Green Party)\b"
)
_OFFICES = (
    (re.compile(r"\bstate senator\b", re.I), "state_senate"),
    (re.compile(r"\bstate representative\b", re.I), "state_house"),
    (re.compile(r"\b(?:city|town) council(?:man|woman|member|or)\b", re.I), "council"),
    (re.compile(r"\bcounty commissioner\b", re.I), "county"),
    (re.compile(r"\b(?:U\.S\. )?senator\b", re.I), "senate"),
    (re.compile(r"\b(?:congress(?:man|woman)|U\.S\. representative)\b", re.I), "house"),
    (re.compile(r"\blieutenant governor\b", re.I), "lieutenant_governor"),
    (re.compile(r"\bgovernor\b", re.I), "governor"),
    (re.compile(r"\battorney general\b", re.I), "attorney_general"),
    (re.compile(r"\bsecretary of state\b", re.I), "secretary_of_state"),
    (re.compile(r"\bsecretary of [a-z]+\b", re.I), "cabinet"),
    (re.compile(r"\bvice president$", re.I), "vice_president"),
    (re.compile(r"^president$", re.I), "president"),
    (re.compile(r"\bmayor\b", re.I), "mayor"),
)
_LAY_NOUNS = words(
    """
    worker voter teacher farmer pastor professor director manager owner resident student volunteer
    analyst pollster strategist consultant reporter author official clerk retiree nurse doctor
    engineer spokesman spokeswoman spokesperson aide adviser advisor secretary researcher scientist
    lecturer historian librarian mechanic electrician driver carpenter fisherman lobsterman rancher
    businessman businesswoman chef cook barber veteran mother father grandmother grandfather
    activist organizer coordinator superintendent registrar inspector trainer accountant
    plumber welder principal administrator technician planner demographer economist
    lawyer counsel captain warden storekeeper shopkeeper host contractor foreman lineman
    pediatrician priest rabbi trucker logger miner firefighter pharmacist bartender waitress
    waiter orthodontist
    """
)
# Who is introduced by one of these may hold an office or none.
_KIN_NOUNS = words(
    """
    husband wife brother sister son daughter cousin uncle aunt nephew niece neighbor friend widow
    widower colleague deputy attorney
    """
)
_POLITICAL = re.compile(
    r"\b(?:Republican|Democrat|senator|congress\w*|governor|candidate|nominee|incumbent|lawmaker"
    r"|lawyer general|attorney general|mayor|president|representative|majority|minority|hopeful"
    r"|challenger|former|appointed)\b",
    re.IGNORECASE,
)
# "A farmer from Dell City, Burl Hoskins", "her husband, Gil Stroud".
_INTRODUCED = re.compile(
    rf"\b(?P<noun>{one_of(_LAY_NOUNS | _KIN_NOUNS)})"
    r"(?: (?:of|for|from|in|at|with|on|to)\b[^,.;:“”\"]{1,60})?, $"
)
# "the secretary of commerce, Jane Roe", "the state’s attorney general, John Doe".
_HOLDER_BEFORE = re.compile(
    r"\b(?P<words>state senator|senator|lieutenant governor|governor|attorney general|mayor"
    r"|secretary of [a-z]+|vice president|president)(?: of [A-Z][\w.’' ]{2,30})?, $"
)
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])([a-z]+) $")
# "Republican candidate Roy Moore", "Democratic Senate nominee Jane Roe".
_STANDING_BEFORE = re.compile(
    r"(?P<party>Republican|Democratic|Libertarian|Green|independent)?\s?"
    r"(?P<race>Senate|House|congressional|gubernatorial|presidential)?\s?"
    r"(?P<standing>candidate|nominee|challenger|incumbent|rival|hopeful|contender|opponent"
    r"|front-runner|frontrunner|lawmaker) $"
)
_STANDINGS = (
    "candidate ", "nominee ", "challenger ", "incumbent ", "rival ", "hopeful ", "contender ",
    "opponent ", "runner ", "lawmaker ",
)  # fmt: skip


class Apposition(NamedTuple):
    party: str = ""
    state: str = ""
    office: str = ""
    describes_person: bool = False
    lay: bool = False


_NOTHING = Apposition()
_LAY = Apposition(describes_person=True, lay=True)
_OPENS = re.compile(r"\s?[,(]")  # so begins all that is read behind a name


def read_after(text: str, end: int) -> Apposition:
    """What the text says about a person directly after the name that ends at `end`."""
    if not _OPENS.match(text, end):
        return _NOTHING
    tag = _TAG.match(text, end) or _LETTER.match(text, end)
    if tag:
        state = tag.groupdict().get("state") or ""
        return Apposition(PARTY_LETTERS[tag["party"]], state_code(state), describes_person=True)
    age = _AGE.match(text, end)
    beside = _BESIDE.match(text, age.end() if age else end)
    if not beside:
        return Apposition(describes_person=bool(age))
    return _read_beside(beside.group())


# What follows speaks of somebody else: "a mayor and no kin to the senator".
_ELSEWHERE = re.compile(r"\b(?:to|against|over|than|no|not|with|whom|whose|for)\b")


_OF_ANOTHER = re.compile(r" of (?!state\b)")
_OWNED = re.compile(r"^.*[’']s ")  # "the congressman’s daughter" is none herself
_TELLS_A_STORY = re.compile(r", (?:whose|who (?!(?:is|was|has been) (?:an?|the)\b))")


def _read_beside(words_beside: str) -> Apposition:
    elsewhere = _ELSEWHERE.search(words_beside, len(", the"))
    if elsewhere:
        words_beside = words_beside[: elsewhere.start()]
    own = "" if _TELLS_A_STORY.match(words_beside) else _OF_ANOTHER.split(words_beside)[0]
    party = _PARTY_WORD.search(own)
    states = states_named(words_beside)
    office = _office_in(_OWNED.sub("", own))
    political = bool(_POLITICAL.search(words_beside))
    return Apposition(
        party=PARTIES.get(party[1].split()[0].lower(), "") if party else "",
        state=states[0][2] if states and (party or office) else "",
        office="" if "former" in own else office,
        describes_person=words_beside.startswith((", a ", ", an ", ", who ", ", whose ")),
        lay=not political and _has_lay_noun(words_beside),
    )


def _office_in(words_beside: str) -> str:
    return next((code for form, code in _OFFICES if form.search(words_beside)), "")


def _has_lay_noun(words_beside: str) -> bool:
    return any(word.strip("’'") in _LAY_NOUNS for word in words_beside.lower().split())


def read_before(text: str, start: int) -> Apposition:
    """What the words just before a name tell of its party: "Republican candidate Roy Moore"."""
    stands = text.endswith(_STANDINGS, 0, start)
    standing = stands and _STANDING_BEFORE.search(text, max(0, start - 50), start)
    if text.find(", ", max(0, start - 3), start) >= 0:
        beside = _read_beside_before(text, start)
        if beside != _NOTHING:
            return beside
    if standing:
        party = PARTIES.get((standing["party"] or "").lower(), "")
        return Apposition(party=party, describes_person=True)
    return _LAY if says_lay_before(text, start) else _NOTHING


def _read_beside_before(text: str, start: int) -> Apposition:
    """What ends with a comma before a name: "the mayor of Mobile, ", "her husband, "."""
    holder = _HOLDER_BEFORE.search(text, max(0, start - 60), start)
    if holder:
        return Apposition(office=_office_in(holder["words"]), describes_person=True)
    introduced = _INTRODUCED.search(text, max(0, start - 100), start)
    if not introduced:
        return _NOTHING
    return Apposition(describes_person=True, lay=introduced["noun"] in _LAY_NOUNS)


def says_lay_before(text: str, start: int) -> bool:
    """Whether a calling that is no office stands just before the name: "poll worker Doug Jones"."""
    if not text[max(0, start - 2) : start - 1].islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not before or before[1] not in _LAY_NOUNS:
        return False
    return "former" not in text[max(0, start - 48) : start]
