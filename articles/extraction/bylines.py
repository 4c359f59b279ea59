"""Bylines in their many forms: "By Jane Roe", "(Jane Roe, Outlet)", "Jane Roe | Outlet"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from .dates import find_date
from .spans import Byline
from .wordlists import words

OUTLET_WORDS = words(
    """
    news times post press wire herald tribune courier dispatch gazette journal chronicle
    beacon headlines digest daily weekly quarterly review report reporter today lantern packet star
    sun sentinel register observer examiner ledger globe magazine network broadcasting radio
    tv fm am online reuters ap politico upi afp bloomberg axios npr pbs cnn nbc abc cbs fox
    msnbc telegraph monitor mirror record bulletin argus advertiser advocate enquirer
    inquirer banner clarion standard mail newspapers service services media digital clerk
    world constitution intelligencer republic bee union leader citizen independent messenger
    democrat-gazette voice
    """
)
AGENCIES = frozenset({"ap", "associated press", "the associated press", "reuters", "upi", "afp"})
_ROLE_WORDS = words(
    """
    staff writer reporter correspondent editor columnist contributor contributing bureau
    chief political senior special guest
    """
)
_PARTICLES = words(
    """
    de del la van von der den di da du le st. ten ter al bin
    """
)

_PARENTHESISED = re.compile(r"\(([^()]{3,90})\)\s+(?=\S)")
_BY = re.compile(
    r"(?:(?:story|words|written|reported|interview|reporting|analysis|commentary|text|photos?)\s+)?by:?\s+(?=\S)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:\||·|•|\n| [—–-] )\s*")
_LISTED = re.compile(r",\s*(?:and|&)\s+|\s+(?:and|&)\s+|,\s*|;\s*", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|of|special to)\s+(?=[A-Z])|^special to\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited in one line, for which outlet, on which day."""

    bylines: tuple[Byline, ...] = ()
    outlet: str = ""
    on: date | None = None


def looks_like_name(words: str) -> bool:
    """Two to five words, capitalised, none of them a newspaper's: "JANE ROE", "A. J. van Poe"."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 5 or any(char.isdigit() or char in "@/:" for char in words):
        return False
    if any(token.lower().strip(".,") in OUTLET_WORDS for token in tokens):
        return False
    return all(token[0].isupper() or token.lower() in _PARTICLES for token in tokens)


def looks_like_outlet(words: str) -> bool:
    tokens = words.split()
    if not tokens or len(tokens) > 7 or words.endswith("."):
        return False
    return any(
        token.lower().strip(".,") in OUTLET_WORDS or ".com" in token for token in tokens
    ) and (tokens[0][0].isupper() or tokens[0][0].isdigit() or ".com" in tokens[0])


def plain_case(name: str) -> str:
    """ "JANE McROE" stays readable: all capitals become a name's capitals."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)


_LONGEST_PART = 8  # words; a sentence after a dash is no outlet


def parse_credit(line: str) -> Credit | None:
    """The credit that a whole line is, or none when the line is something else."""
    line = line.strip().strip("()").strip()
    if not line or len(line) > 200:
        return None
    by = _BY.match(line)
    parts = [part for part in _PARTED.split(line[by.end() :] if by else line) if part]
    if not parts or (not by and not _credits_plainly(parts)):
        return None
    return _read_parts(parts, said_by=bool(by))


def take_parenthesised(paragraph: str) -> tuple[Credit, int] | None:
    """A credit in brackets that opens a paragraph, and where the text goes on."""
    found = _PARENTHESISED.match(paragraph)
    if not found:
        return None
    inside = found[1]
    by = _BY.match(inside)
    parts = [part for part in _PARTED.split(inside[by.end() :] if by else inside) if part]
    credit = _read_parts(parts, said_by=True)
    if credit and (credit.outlet or by):
        return credit, found.end()
    if inside.lower() in AGENCIES or looks_like_outlet(inside):
        return Credit(outlet=inside), found.end()
    return None


def _credits_plainly(parts: list[str]) -> bool:
    """Without "By" a line is a credit only when a name stands beside an outlet or a day."""
    if len(parts) == 1:
        name, _, outlet = parts[0].partition(",")
        return looks_like_name(name) and (looks_like_outlet(outlet.strip()) or _is_role(outlet))
    if not all(_is_credit_part(part) and len(part.split()) <= _LONGEST_PART for part in parts):
        return False
    return any(looks_like_outlet(part) or find_date(part) for part in parts[1:]) or (
        looks_like_name(parts[0]) and len(parts) == 2
    )


def _is_role(words: str) -> bool:
    tokens = words.lower().split()
    return bool(tokens) and all(token.strip(".,") in _ROLE_WORDS for token in tokens)


def _is_credit_part(part: str) -> bool:
    return looks_like_name(part) or looks_like_outlet(part) or find_date(part) is not None


def _read_parts(parts: list[str], *, said_by: bool) -> Credit | None:
    credit = Credit()
    for position, part in enumerate(parts):
        dated = find_date(part)
        if dated and dated[1] < 25:
            credit = replace(credit, on=dated[0])
        elif not credit.bylines and position <= 1 and (named := _read_names(part)):
            credit = replace(named, on=credit.on, outlet=named.outlet or credit.outlet)
        elif position > 0 or looks_like_outlet(part):
            credit = replace(credit, outlet=credit.outlet or _without_role(part))
    if said_by and not credit.bylines:
        return None
    return credit if credit.bylines or credit.outlet else None


def _read_names(part: str) -> Credit | None:
    """ "Jane Roe, John Poe and Sam Doe, Outlet": names up to "and" and one, then the outlet."""
    part, *service = _FOR.split(part, maxsplit=1)
    pieces = [piece for piece in _LISTED.split(part) if piece.strip()]
    joined = _number_of_names(part, pieces)
    names = [piece.strip(" .") for piece in pieces[:joined]]
    if not names or not all(looks_like_name(name) for name in names):
        return None
    rest = [service[0]] if service else pieces[joined:]
    outlet = next((kept for piece in rest if (kept := _without_role(piece))), "")
    agency = outlet if is_agency(outlet) else ""
    return Credit(tuple(Byline(plain_case(name), agency=agency) for name in names), outlet)


def _number_of_names(part: str, pieces: list[str]) -> int:
    found = re.search(r"(?:,\s*|\s+)(?:and|&)\s+", part, re.IGNORECASE)
    if not found:
        return 1
    return len([piece for piece in _LISTED.split(part[: found.start()]) if piece.strip()]) + 1


def _without_role(piece: str) -> str:
    """ "Staff Writer" is no outlet; "Courier Staff Writer" names one."""
    kept = [word for word in piece.split() if word.lower().strip(".,") not in _ROLE_WORDS]
    named = " ".join(kept).strip(" .,")
    return named if named and (named[0].isupper() or named[0].isdigit()) else ""


def is_agency(outlet: str) -> bool:
    lowered = outlet.lower()
    return lowered in AGENCIES or lowered.endswith((" wire", " news service", " press association"))
