"""What the search box's text is made of: words, phrases, operators, brackets, field names."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from articles.search.errors import BadQuery
from articles.search.nodes import SCOPES


class Kind(StrEnum):
    WORD = "word"
    PHRASE = "phrase"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    OPEN = "("
    CLOSE = ")"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str


# Other names people give the fields, and what we call them.
OTHER_NAMES = {
    "title": "headline",
    "head": "headline",
    "heading": "headline",
    "author": "byline",
    "by": "byline",
    "writer": "byline",
}
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
OPERATORS = {kind.value: kind for kind in (Kind.AND, Kind.OR, Kind.NOT)}
PIECE = re.compile(
    rf"""
    (?P<open>\() | (?P<close>\))
    | (?P<minus>-)(?=[^\s)-])             # -word, but neither a dash nor a hyphen inside a word
    | "(?P<phrase>[^"]*)"
    | (?P<scope>[A-Za-z]+):(?=[^\s):/])   # headline:runoff, but no http://
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
        case "phrase":
            return _words(Kind.PHRASE, piece["phrase"].strip())
        case "scope" | "bare":
            return _field(piece[name], strict)
        case "word":
            return _word(piece["word"])
    return []


def _word(text: str) -> list[Token]:
    if text in OPERATORS:
        return [Token(OPERATORS[text], text)]
    return _words(Kind.WORD, text)


def _words(kind: Kind, text: str) -> list[Token]:
    return [Token(kind, text)] if any(map(str.isalnum, text)) else []


def _field(name: str, strict: bool) -> list[Token]:
    if name.lower() in SCOPES:
        return [Token(Kind.SCOPE, name.lower())]
    meant = _meant(name.lower())
    if not meant:
        return [Token(Kind.WORD, name)]
    if strict:
        fields = ", ".join(f"{scope}:" for scope in SCOPES)
        raise BadQuery(f"There is no field “{name}:”. The fields are {fields}.")
    return [Token(Kind.SCOPE, meant)]


def _meant(name: str) -> str:
    near = get_close_matches(name, SCOPES, n=1, cutoff=0.75)
    return OTHER_NAMES.get(name) or (near[0] if near else "")


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # soft hyphens and zero-width marks, pasted along unseen
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Cn") else character
