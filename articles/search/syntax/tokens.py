"""What the search box's text is made of: words, phrases, operators, brackets, field names."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from articles.search.errors import BadQuery
from articles.search.nodes import MAX_DISTANCE, SCOPES
from articles.search.syntax.narrowing import NAMES


class Kind(StrEnum):
    WORD = "word"
    PHRASE = "phrase"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    NEAR = "NEAR"
    OPEN = "("
    CLOSE = ")"
    SCOPE = "scope"
    NARROWING = "narrowing"


@dataclass(frozen=True, slots=True)
class Token:
    """``name`` is the parameter of what narrows; ``distance`` that of NEAR/5 or "a b"~5."""

    kind: Kind
    text: str
    name: str = ""
    distance: int = 0


# Other names people give the fields, and what we call them.
OTHER_NAMES = {
    "title": "headline",
    "head": "headline",
    "heading": "headline",
    "by": "byline",
    "writer": "byline",
    "source": "outlet",
    "paper": "outlet",
    "speaker": "quoted",
    "since": "from",
    "after": "from",
    "until": "to",
    "before": "to",
    "date": "day",
    "order": "sort",
}
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
OPERATORS = {kind.value: kind for kind in (Kind.AND, Kind.OR, Kind.NOT)}
PIECE = re.compile(
    rf"""
    (?P<open>\() | (?P<close>\))
    | (?P<minus>-)(?=[^\s)-])             # -word, but neither a dash nor a hyphen inside a word
    | (?P<name>{"|".join(NAMES)}):(?:"(?P<named>[^"]*)"|(?P<value>[^\s()"]+))
    | (?:near|w)/(?P<near>\d{{1,6}})(?=[\s()"]|$)
    | (?P<numberless>NEAR)(?=[\s()"]|$)
    | "(?P<phrase>[^"]*)"(?:~(?P<within>\d{{1,6}})(?=[\s()]|$))?
    | (?P<scope>[A-Za-z_]+):(?=[^\s):/])  # headline:runoff, but no http://
    | (?P<bare>{"|".join(SCOPES)}):(?=[\s)]|$)            # headline: runoff
    | (?P<word>[^\s()"]+)
    | \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)


def clean(text: str) -> str:
    """Composed characters, straight double quotes, no controls, single spaces."""
    whole = unicodedata.normalize("NFC", text).translate(QUOTES)
    return " ".join("".join(map(_printable, whole)).split())


def tokens(text: str, *, strict: bool = True) -> list[Token]:
    """The tokens of a cleaned text; what has neither letter nor digit is passed over.

    Raises BadQuery for an unclosed quote and an unknown field, unless it is not ``strict``.
    """
    if text.count('"') % 2:
        if strict:
            raise BadQuery("There is a quotation mark without its partner.")
        text += '"'
    found: list[Token] = []
    for piece in PIECE.finditer(text):
        found += _token(piece.lastgroup or "", piece, strict)
    return found


def _token(name: str, piece: re.Match, strict: bool) -> list[Token]:
    match name:
        case "open" | "close":
            return [Token(Kind(piece[0]), piece[0])]
        case "minus":
            return [Token(Kind.NOT, "-")]
        case "named" | "value":
            return _narrowing(piece["name"].lower(), piece[name].strip(), strict)
        case "near":
            return [Token(Kind.NEAR, piece[0], distance=_distance(piece["near"], strict))]
        case "numberless":
            return _numberless(piece[0], strict)
        case "phrase" | "within":
            return _phrase(piece, strict)
        case "scope" | "bare":
            return _field(piece[name], strict)
        case "word":
            return _word(piece["word"])
    return []


def _narrowing(name: str, value: str, strict: bool) -> list[Token]:
    if any(map(str.isalnum, value)):
        return [Token(Kind.NARROWING, value, name)]
    if strict:
        raise BadQuery(f"“{name}:” needs a value right behind it, as in {NAMES[name]}.")
    return []


def _numberless(text: str, strict: bool) -> list[Token]:
    """NEAR in capitals is an operator that lacks its number; otherwise it is a word."""
    if text != Kind.NEAR:
        return [Token(Kind.WORD, text)]
    if strict:
        raise BadQuery("NEAR needs a number of words, as in trade NEAR/5 tariffs.")
    return [Token(Kind.NEAR, "NEAR/5", distance=5)]


def _distance(text: str, strict: bool) -> int:
    distance = int(text)
    if strict and not 1 <= distance <= MAX_DISTANCE:
        raise BadQuery(f"Words can be sought from 1 to {MAX_DISTANCE} words apart, not {distance}.")
    return min(max(distance, 1), MAX_DISTANCE)


def _phrase(piece: re.Match, strict: bool) -> list[Token]:
    words = _words(Kind.PHRASE, piece["phrase"].strip())
    if not (words and piece["within"]):
        return words
    return [Token(Kind.PHRASE, words[0].text, distance=_distance(piece["within"], strict))]


def _word(text: str) -> list[Token]:
    if text in OPERATORS:
        return [Token(OPERATORS[text], text)]
    return _words(Kind.WORD, text)


def _words(kind: Kind, text: str) -> list[Token]:
    return [Token(kind, text)] if any(map(str.isalnum, text)) else []


def _field(typed: str, strict: bool) -> list[Token]:
    name = typed.lower()
    if name in SCOPES:
        return [Token(Kind.SCOPE, name)]
    if name in NAMES:
        return _one_value_only(name, strict)
    meant = _meant(name)
    if not meant:
        return [Token(Kind.WORD, typed)]
    if strict:
        raise _unknown(typed, meant)
    return [Token(Kind.SCOPE, meant)] if meant in SCOPES else [Token(Kind.WORD, meant)]


def _one_value_only(name: str, strict: bool) -> list[Token]:
    if strict:
        raise BadQuery(
            f"“{name}:” takes one value right behind it, as in {NAMES[name]}; "
            "write it again for another."
        )
    return []


def _unknown(typed: str, meant: str) -> BadQuery:
    if meant in NAMES:
        return BadQuery(f"There is no field “{typed}:”. Did you mean {NAMES[meant]}?")
    fields = ", ".join(f"{scope}:" for scope in SCOPES)
    return BadQuery(f"There is no field “{typed}:”. The fields are {fields}.")


def _meant(name: str) -> str:
    near = get_close_matches(name, (*SCOPES, *NAMES), n=1, cutoff=0.75)
    return OTHER_NAMES.get(name) or (near[0] if near else "")


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # soft hyphens and zero-width marks, pasted along unseen
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Cn") else character
