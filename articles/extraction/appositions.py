"""What stands beside a name: "D-Ala.", "a Republican", "a poll worker", an age."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .gazetteer import STATE_ABBREVIATION, state_code, states_named
from .titles import PARTIES, PARTY_LETTERS
from .wordlists import words

_TAG = re.compile(rf"\s?[,(]\s?\(?(?P<party>[RDILG])-(?P<state>{STATE_ABBREVIATION})?(?!\w)")
_LETTER = re.compile(r" \((?P<party>[RDILG])\)")
_AGE = re.compile(r", \d{2}(?=[,.;)])")
_BESIDE = re.compile(r", (?:a|an|the|who|whose|then|now|of|and)\b[^,.;—:\"“”()]{0,90}")
_PARTY_WORD = re.compile(
    r"\b(Republican|Democrat|Democratic|Libertarian|independent|Green Party)\b"
)
_OFFICES = (
    (re.compile(r"\bstate senator\b", re.I), "state_senate"),
    (re.compile(r"\b(?:U\.S\. )?senator\b", re.I), "senate"),
    (re.compile(r"\b(?:congress(?:man|woman)|U\.S\. representative)\b", re.I), "house"),
    (re.compile(r"\blieutenant governor\b", re.I), "lieutenant_governor"),
    (re.compile(r"\bgovernor\b", re.I), "governor"),
    (re.compile(r"\battorney general\b", re.I), "attorney_general"),
    (re.compile(r"\bsecretary of state\b", re.I), "secretary_of_state"),
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
    plumber welder principal administrator technician planner demographer economist commissioner
    """
)
_POLITICAL = re.compile(
    r"\b(?:Republican|Democrat|senator|congress\w*|governor|candidate|nominee|incumbent|lawmaker"
    r"|lawyer general|attorney general|mayor|president|representative|majority|minority|hopeful"
    r"|challenger|former|appointed)\b",
    re.IGNORECASE,
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


@dataclass(frozen=True, slots=True)
class Apposition:
    party: str = ""
    state: str = ""
    office: str = ""
    describes_person: bool = False
    lay: bool = False


_NOTHING, _LAY_BEFORE = Apposition(), Apposition(lay=True)


def read_after(text: str, end: int) -> Apposition:
    """What the text says about a person directly after the name that ends at `end`."""
    tag = _TAG.match(text, end) or _LETTER.match(text, end)
    if tag:
        state = tag.groupdict().get("state") or ""
        return Apposition(PARTY_LETTERS[tag["party"]], state_code(state), describes_person=True)
    age = _AGE.match(text, end)
    beside = _BESIDE.match(text, age.end() if age else end)
    if not beside:
        return Apposition(describes_person=bool(age))
    return _read_beside(beside.group())


def _read_beside(words_beside: str) -> Apposition:
    party = _PARTY_WORD.search(words_beside)
    states = states_named(words_beside)
    office = next((code for form, code in _OFFICES if form.search(words_beside)), "")
    political = bool(_POLITICAL.search(words_beside))
    return Apposition(
        party=PARTIES.get(party[1].split()[0].lower(), "") if party else "",
        state=states[0][2] if states and (party or office) else "",
        office="" if "former" in words_beside else office,
        describes_person=words_beside.startswith((", a ", ", an ", ", who ", ", whose ")),
        lay=not political and _has_lay_noun(words_beside),
    )


def _has_lay_noun(words_beside: str) -> bool:
    return any(word.strip("’'") in _LAY_NOUNS for word in words_beside.lower().split())


def read_before(text: str, start: int) -> Apposition:
    """What the words just before a name tell of its party: "Republican candidate Roy Moore"."""
    stands = text.endswith(_STANDINGS, 0, start)
    standing = stands and _STANDING_BEFORE.search(text, max(0, start - 50), start)
    if not standing:
        return _LAY_BEFORE if says_lay_before(text, start) else _NOTHING
    party = PARTIES.get((standing["party"] or "").lower(), "")
    return Apposition(party=party, describes_person=True)


def says_lay_before(text: str, start: int) -> bool:
    """Whether a calling that is no office stands just before the name: "poll worker Doug Jones"."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not before or before[1] not in _LAY_NOUNS:
        return False
    return "former" not in text[max(0, start - 48) : start]
