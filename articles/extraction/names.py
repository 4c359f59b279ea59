"""Personal names: taken apart, folded for finding, and held against one another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .nicknames import NICKNAMES, formal_names

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'"})
_SUFFIXES = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV", "v": "V"}
_TITLES = {"mr", "mrs", "ms", "miss", "dr", "hon", "rep", "sen", "col", "capt", "gen", "rev"}
_DEGREES = {"md", "phd", "esq", "cpa", "jd", "dds", "do"}
# Small words that begin a family name: van Hollen, de la Cruz, St. Clair.
_PARTICLES = {"van", "von", "de", "del", "della", "der", "den", "di", "da", "la", "le", "st", "ter"}
# "Jeff", 'Jeff', “Jeff” or (Jeff) within a name; an apostrophe inside a word is none.
_NICKNAME = re.compile(r"(?<!\w)[\"'“‘(]([^\W\d_][\w. -]{0,30}?)[\"'”’)](?!\w)")


class PersonalName(NamedTuple):
    """The parts as written; any may be empty but the family name of a name that has words."""

    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""


def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes, single spaces: equal for equal names."""
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        accents = [c for c in set(text) if unicodedata.combining(c)]
        text = text.translate(dict.fromkeys(map(ord, accents))) if accents else text
    return " ".join(text.casefold().split())


# A story, and a roster for it, give the same few names again and again.
@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The same, of a name: kept, for it is asked for again."""
    return fold(text)


@lru_cache(maxsize=16384)
def parse_name(text: str) -> PersonalName:
    """ "Jefferson Beauregard 'Jeff' Sessions III" in its parts; one word is a family name."""
    nickname, rest = _without_nickname(text)
    words = [word for word in rest.replace(",", " ").split() if bare(word) not in _DEGREES]
    while len(words) > 1 and bare(words[0]) in _TITLES:
        words.pop(0)
    suffix = ""
    while len(words) > 1 and bare(words[-1]) in _SUFFIXES and not _is_initial(words, -1):
        suffix = _SUFFIXES[bare(words.pop())]
    if not words:
        return PersonalName()
    start = _family_start(words)
    before = words[:start]
    return PersonalName(
        given=before[0] if before else "",
        middle=" ".join(before[1:]),
        family=" ".join(words[start:]),
        suffix=suffix,
        nickname=nickname,
    )


def parse_inverted(text: str) -> PersonalName:
    """ "SESSIONS, JEFFERSON B" or "CARL, JERRY LEE, JR" in its parts, as newspapers capitalise.

    A name without a comma is taken as written forward.
    """
    nickname, rest = _without_nickname(text)
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    if len(parts) < 2:
        found = parse_name(text)
        return PersonalName(*(capitalised(part) for part in _parts(found)))
    family = parts[0].split()
    given = [
        word for part in parts[1:] for word in part.split() if bare(word) not in _DEGREES | _TITLES
    ]
    suffix = ""
    for words in (family, given):
        found = [word for word in words[1 if words is family else 0 :] if bare(word) in _SUFFIXES]
        for word in found:
            if len(bare(word)) > 1:
                suffix = _SUFFIXES[bare(word)]
                words.remove(word)
    return PersonalName(
        given=capitalised(given[0]) if given else "",
        middle=capitalised(" ".join(given[1:])),
        family=capitalised(" ".join(family)),
        suffix=suffix,
        nickname=capitalised(nickname),
    )


def written(name: PersonalName) -> str:
    """The name forward, with all its parts but the nickname: "Jefferson B Sessions III"."""
    parts = (name.given, name.middle, name.family, name.suffix)
    return " ".join(part for part in parts if part)


@lru_cache(maxsize=16384)
def given_names_agree(a: str, b: str) -> bool:
    """Whether two given names may be one person's: equal, an initial, or short for the other."""
    a, b = bare(a), bare(b)
    if not a or not b or a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return b in given_names_like(a)


@lru_cache(maxsize=4096)
def given_names_like(given: str) -> frozenset[str]:
    """What agrees with a bare given name: the name, what it is short for, and what is short for
    one of these. No initials."""
    formal = {given, *formal_names(given)}
    return frozenset(formal.union(*(NICKNAMES.get(name, "").split() for name in formal)))


@lru_cache(maxsize=4096)
def given_forms(given: str) -> frozenset[str]:
    """Every given name that may stand for this one, folded, its initial among them."""
    given = bare(given)
    if not given:
        return frozenset()
    formal = {given, *formal_names(given)}
    short = {one for name in formal for one in NICKNAMES.get(name, "").split()}
    others = {other for one in short for other in formal_names(one)}
    return frozenset(formal | short | others | {given[0]})


def given_key(name: PersonalName) -> str:
    """What a known name is looked up by; empty where the person may be called otherwise as well."""
    given = bare(name.given)
    return "" if name.nickname or len(given) < 2 else given


def names_agree(a: PersonalName, b: PersonalName) -> bool:
    """Whether two names may be one person's; suffixes that differ (Jr., Sr.) say they are not."""
    if folded(a.family) != folded(b.family):
        return False
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    return any(
        given_names_agree(one, other) for one in _called(a) for other in _called(b)
    ) and _middles_agree(a, b)


def capitalised(text: str) -> str:
    """A name in capitals as newspapers write it: McCONNELL -> McConnell, O'ROURKE -> O'Rourke."""
    if text != text.upper() or not any(c.isalpha() for c in text):
        return text
    return " ".join(_capital(word) for word in text.split())


def _capital(word: str) -> str:
    if bare(word) in {"ii", "iii", "iv"}:
        return word
    pieces = re.split(r"([-'’.])", word.lower())
    made = "".join(piece[:1].upper() + piece[1:] for piece in pieces)
    if made.startswith("Mc") and len(made) > 3:
        made = f"Mc{made[2].upper()}{made[3:]}"
    return made


def _without_nickname(text: str) -> tuple[str, str]:
    found = _NICKNAME.search(text)
    if not found or (found.start() == 0 and found.end() == len(text)):
        return "", text
    return found[1].strip(), f"{text[: found.start()]} {text[found.end() :]}"


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """A word of a name, folded, without the stops and marks around it."""
    return fold(word).strip(".,'\"")


def _is_initial(words: list[str], at: int) -> bool:
    """ "V" ends a name as the fifth only where a family name stands before it."""
    return bare(words[at]) == "v" and len(words) < 3


def _family_start(words: list[str]) -> int:
    """Where the family name begins: at its particles, but never at the first of several words."""
    start = len(words) - 1
    while start > 1 and bare(words[start - 1]) in _PARTICLES:
        start -= 1
    return start


@lru_cache(maxsize=16384)
def _called(name: PersonalName) -> tuple[str, ...]:
    """What the person may be called: given name, nickname, and a middle name written out."""
    called = [name.given, name.nickname]
    if len(bare(name.given)) == 1 and name.middle:
        called.append(name.middle.split()[0])
    return tuple(one for one in called if one) or ("",)


def _middles_agree(a: PersonalName, b: PersonalName) -> bool:
    first, second = bare(a.middle.split(" ")[0]), bare(b.middle.split(" ")[0])
    if not first or not second or first[0] == second[0]:
        return True
    return given_names_agree(a.middle.split()[0], b.given)


def _parts(name: PersonalName) -> tuple[str, ...]:
    return (name.given, name.middle, name.family, name.suffix, name.nickname)
