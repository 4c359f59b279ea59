"""A mistaken search text, mended: what the reader most likely meant."""

from articles.search.syntax.tokens import Kind, Token

BINARY = (Kind.AND, Kind.OR)
NEEDS_A_TERM = (Kind.AND, Kind.OR, Kind.NOT, Kind.OPEN, Kind.SCOPE)


def mended(found: list[Token]) -> str:
    """The text with stray operators and empty brackets dropped and brackets paired."""
    kept = _paired(found)
    while (shorter := _without_strays(kept)) != kept:
        kept = shorter
    return _printed(kept)


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
    if kind in BINARY:
        return before in (None, *NEEDS_A_TERM) or after in (None, Kind.CLOSE)
    if kind is Kind.NOT:
        return after in (None, Kind.CLOSE, *BINARY)
    return kind is Kind.SCOPE and after not in (Kind.WORD, Kind.PHRASE, Kind.OPEN)


def _printed(found: list[Token]) -> str:
    text = ""
    for token in found:
        glued = text.endswith(("(", ":", " -")) or text in ("", "-") or token.kind is Kind.CLOSE
        text += ("" if glued else " ") + _piece(token)
    return text


def _piece(token: Token) -> str:
    if token.kind is Kind.PHRASE:
        return f'"{token.text}"'
    return f"{token.text}:" if token.kind is Kind.SCOPE else token.text
