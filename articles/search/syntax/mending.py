"""A mistaken search text, mended: what the reader most likely meant."""

from articles.search.syntax.narrowing import Narrowing
from articles.search.syntax.tokens import Kind, Token

BINARY = (Kind.AND, Kind.OR)
JOINING = (*BINARY, Kind.NEAR)
NEEDS_A_TERM = (*JOINING, Kind.NOT, Kind.OPEN, Kind.SCOPE)


def mended(found: list[Token]) -> str:
    """The text with stray operators and empty brackets dropped and brackets paired."""
    kept = _paired(found)
    while (shorter := _without_strays(kept)) != kept:
        kept = shorter
    return printed(kept)


def _paired(found: list[Token]) -> list[Token]:
    kept, open_ones = [], 0
    for token in found:
        if token.kind is Kind.CLOSE and not open_ones:
            continue
        open_ones += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(token.kind, 0)
        kept.append(token)
    return kept + [Token(Kind.CLOSE, ")")] * open_ones


def _without_strays(found: list[Token]) -> list[Token]:
    """One pass; dropping one stray may leave another."""
    for at, token in enumerate(found):
        before = found[at - 1].kind if at else None
        after = found[at + 1].kind if at + 1 < len(found) else None
        if token.kind is Kind.OPEN and after is Kind.CLOSE:
            return found[:at] + found[at + 2 :]
        if _is_stray(token.kind, before, after):
            return found[:at] + found[at + 1 :]
    return found


def _is_stray(kind: Kind, before: Kind | None, after: Kind | None) -> bool:
    if kind is Kind.NEAR:
        return before is not Kind.WORD or after is not Kind.WORD
    if kind in BINARY:
        return before in (None, *NEEDS_A_TERM) or after in (None, Kind.CLOSE, Kind.NEAR)
    if kind is Kind.NOT:
        return after in (None, Kind.CLOSE, *JOINING)
    return kind is Kind.SCOPE and after not in (Kind.WORD, Kind.PHRASE, Kind.OPEN)


def printed(found: list[Token]) -> str:
    """The text these tokens are read from."""
    text = ""
    for token in found:
        glued = text.endswith(("(", ":", " -")) or text in ("", "-") or token.kind is Kind.CLOSE
        text += ("" if glued else " ") + _piece(token)
    return text


def _piece(token: Token) -> str:
    match token.kind:
        case Kind.PHRASE:
            is_pair = token.distance and len(token.text.split()) == 2
            return f'"{token.text}"' + (f"~{token.distance}" if is_pair else "")
        case Kind.NEAR:
            return f"NEAR/{token.distance}"
        case Kind.NARROWING:
            return str(Narrowing(token.name, token.text))
        case Kind.SCOPE:
            return f"{token.text}:"
    return token.text
