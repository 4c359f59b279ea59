"""Titles before a name: the office, the party and the state that they tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .gazetteer import STATE_NAMES, STATE_OF

_DEPARTMENTS = (
    "cabinet", "agriculture", "commerce", "defense", "education", "energy", "health",
    "homeland security", "housing", "interior", "labor", "transportation", "treasury",
)  # fmt: skip

# title as written, lower case without full stops: (office, gender)
TITLES: dict[str, tuple[str, str]] = {
    "president": ("president", ""),
    "president-elect": ("president", ""),
    "governor-elect": ("", ""),
    "senator-elect": ("", ""),
    "vice president": ("vice_president", ""),
    "sen": ("senate", ""),
    "sens": ("senate", ""),
    "senator": ("senate", ""),
    "senators": ("senate", ""),
    "rep": ("house", ""),
    "reps": ("house", ""),
    "representative": ("house", ""),
    "congressman": ("house", "M"),
    "congresswoman": ("house", "F"),
    "del": ("delegate", ""),
    "delegate": ("delegate", ""),
    "gov": ("governor", ""),
    "govs": ("governor", ""),
    "governor": ("governor", ""),
    "lt gov": ("lieutenant_governor", ""),
    "lieutenant governor": ("lieutenant_governor", ""),
    "attorney general": ("attorney_general", ""),
    "secretary of state": ("secretary_of_state", ""),
    "mayor": ("mayor", ""),
    "judge": ("judge", ""),
    "justice": ("judge", ""),
    "chief justice": ("judge", ""),
    "special counsel": ("other", ""),
    "councilman": ("council", "M"),
    "councilwoman": ("council", "F"),
    "councilmember": ("council", ""),
    "commissioner": ("county", ""),
    "county commissioner": ("county", ""),
    "senate majority leader": ("senate", ""),
    "senate minority leader": ("senate", ""),
    "majority leader": ("", ""),
    "minority leader": ("", ""),
    "house speaker": ("house", ""),
    "speaker": ("", ""),
    "secretary": ("cabinet", ""),
    "first lady": ("other", "F"),
    "mr": ("", "M"),
    "mrs": ("", "F"),
    "ms": ("", "F"),
    "miss": ("", "F"),
    "dr": ("", ""),
    "rev": ("", ""),
    "coach": ("", ""),
    "sheriff": ("county", ""),
    "chairman": ("", "M"),
    "chairwoman": ("", "F"),
    "chair": ("", ""),
    "candidate": ("", ""),
    "clerk": ("", ""),
    "the honorable": ("", ""),
    "honorable": ("", ""),
    "hon": ("", ""),
    "assemblyman": ("state_house", "M"),
    "assemblywoman": ("state_house", "F"),
    "selectman": ("council", "M"),
    "selectwoman": ("council", "F"),
    "alderman": ("council", "M"),
    "alderwoman": ("council", "F"),
    "councilor": ("council", ""),
    "supervisor": ("county", ""),
    "treasurer": ("other", ""),
    "auditor": ("other", ""),
    "comptroller": ("other", ""),
    "ambassador": ("other", ""),
    "district attorney": ("other", ""),
    "professor": ("", ""),
    "prof": ("", ""),
    "pastor": ("", ""),
    "bishop": ("", ""),
    "sister": ("", "F"),
    "moderator": ("", ""),
    "deputy": ("", ""),
    "judge executive": ("county", ""),
    "sir": ("", "M"),
    "madam secretary": ("cabinet", "F"),
    "press secretary": ("", ""),
    **{f"{of} secretary": ("cabinet", "") for of in _DEPARTMENTS},
}
_LONGEST_TITLE = 3
_SAME_OFFICE = {
    "attorney_general": {"attorney_general", "cabinet"},
    "secretary_of_state": {"secretary_of_state", "cabinet"},
    "cabinet": {"cabinet", "secretary_of_state", "attorney_general"},
    "house": {"house", "delegate", "state_house"},
    "senate": {"senate", "state_senate"},
    "delegate": {"delegate", "house", "state_house"},
}

PARTIES: dict[str, str] = {
    "republican": "REP",
    "republicans": "REP",
    "gop": "REP",
    "democrat": "DEM",
    "democratic": "DEM",
    "democrats": "DEM",
    "libertarian": "LIB",
    "green": "GRE",
    "independent": "IND",
}
PARTY_LETTERS = {"R": "REP", "D": "DEM", "I": "IND", "L": "LIB", "G": "GRE"}
PARTY_NAMES = {
    "REP": "Republican",
    "DEM": "Democratic",
    "LIB": "Libertarian",
    "GRE": "Green",
    "IND": "independent",
    "NON": "nonpartisan",
}

FORMER = re.compile(r"\b(?:former|ex|then|one-time|onetime|past)[ -]?$", re.IGNORECASE)
_ENDS_FORMER = ("ormer", "ex", "hen", "time", "past", "Ex", "Past", "EX", "ORMER")
_STATE_LEVEL = re.compile(r"\bstate $", re.IGNORECASE)


_OF_EITHER_CHAMBER = frozenset(
    {"house speaker", "senate majority leader", "senate minority leader"}
)


class Title(NamedTuple):
    """What the words before a name tell, and how many of its words they are."""

    words: int = 0
    title: str = ""
    office: str = ""
    gender: str = ""
    party: str = ""
    state: str = ""
    former: bool = False


_NO_TITLE, _FORMER = Title(), Title(former=True)


def same_office(told: str, held: str) -> bool:
    """Whether a title that names one office may be used of the holder of the other."""
    return held in _SAME_OFFICE.get(told, {told})


def read_title(tokens: list[str], before: str) -> Title:
    """The title, party and state that open a capitalised run; `before` is the text just ahead."""
    former = before.rstrip(" -").endswith(_ENDS_FORMER) and bool(FORMER.search(before))
    if not _opens_a_title(tokens[0]):
        return _FORMER if former else _NO_TITLE
    taken, found, state_level = 0, {}, bool(_STATE_LEVEL.search(before))
    while taken < len(tokens):
        used, told = _next_part(tokens, taken)
        if not used:
            break
        taken += used
        state_level = state_level or tokens[taken - 1].lower() == "state"
        former = told.pop("former", False) or former
        found.update({key: value for key, value in told.items() if value or key not in found})
    if found.get("state") and found.get("title", "").lower() in _OF_EITHER_CHAMBER:
        state_level = True
    if state_level and found.get("office") in ("senate", "house"):
        found["office"] = "state_" + found["office"]
    return Title(words=taken, former=former, **found)


def offices_of(told: str) -> frozenset[str]:
    """The offices whose holders a title may be used of."""
    return frozenset({told, *_SAME_OFFICE.get(told, ())}) - {""}


def is_office(token: str) -> bool:
    """Whether one word is the title of an office: "Mayor", "Rep."."""
    return bool(TITLES.get(token.lower().replace(".", ""), ("", ""))[0])


@lru_cache(maxsize=16384)
def _opens_a_title(token: str) -> bool:
    return _first_word(token) in _OPENS_A_TITLE


def _first_word(token: str) -> str:
    return token.lower().replace(".", "").split(" ")[0].removeprefix("ex-")


def _next_part(tokens: list[str], position: int) -> tuple[int, dict]:
    for length in range(_LONGEST_TITLE, 0, -1):
        words = " ".join(tokens[position : position + length])
        if len(tokens) - position < length:
            continue
        if told := _told_by(words):
            return length, told
    return 0, {}


def _told_by(words: str) -> dict | None:
    plain = words.lower().replace(".", "")
    if plain.startswith("ex-"):
        plain, former = plain[3:], True
    else:
        former = plain in ("former", "ex")
    if plain in TITLES:
        office, gender = TITLES[plain]
        return {"title": words, "office": office, "gender": gender, "former": former}
    if plain in PARTIES:
        return {"party": PARTIES[plain]}
    if words in STATE_OF and (words in STATE_NAMES or words.endswith(".")):
        return {"state": STATE_OF[words]}
    return {"former": True} if former else _merely_before(plain)


def _merely_before(plain: str) -> dict | None:
    return {} if plain in _NO_NAME else None


_NO_NAME = frozenset({"us", "state", "incumbent", "senate", "house", "congressional"})
_OPENS_A_TITLE = frozenset(
    _first_word(word) for word in (*TITLES, *PARTIES, *STATE_OF, *_NO_NAME, "former", "ex", "")
)
