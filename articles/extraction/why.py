"""The sentences that tell an editor why something was linked, or why not."""

from __future__ import annotations

from .gazetteer import STATES
from .roster import HeldPosition, TaughtName
from .titles import PARTY_NAMES

_OFFICE_WORDS = {
    "president": "president",
    "vice_president": "vice president",
    "senate": "a senator",
    "house": "a member of the House",
    "delegate": "a delegate",
    "governor": "governor",
    "lieutenant_governor": "lieutenant governor",
    "attorney_general": "attorney general",
    "secretary_of_state": "secretary of state",
    "state_senate": "a state senator",
    "state_house": "a state representative",
    "mayor": "mayor",
    "county": "a county officer",
    "council": "a council member",
    "judge": "a judge",
    "cabinet": "a member of the cabinet",
}


def office_words(office: str) -> str:
    return _OFFICE_WORDS.get(office, "an officeholder")


def state_words(state: str) -> str:
    return STATES[state][0] if state in STATES else "the United States"


def party_words(party: str) -> str:
    return PARTY_NAMES.get(party, party)


def held_words(position: HeldPosition) -> str:
    where = f" for {state_words(position.state)}" if position.state not in ("", "US") else ""
    return f"was {office_words(position.office)}{where}"


def sentence(*parts: str) -> str:
    """The parts as one sentence: a capital first, a full stop last."""
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def lesson_words(taught: TaughtName, answer: str, times: int, person: str) -> str:
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return f"editors of {taught.outlet} {answer} “{taught.words}” as {person} {often}"


_FITS = {
    "full": "is the full name of",
    "nickname": "is a familiar form of",
    "initial": "fits",
    "family": "is the family name of",
    "taught": "is what",
}
_FITS_BEHIND = {"initial": " by an initial", "taught": " is called"}


def linked_person(name: str, known_as: str, fit: str, words: list[str]) -> str:
    return sentence(f"“{name}” {_FITS[fit]} {known_as}{_FITS_BEHIND.get(fit, '')}", *words)
