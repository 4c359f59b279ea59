"""The whole search box: words to look for, and what narrows the list beside them."""

from dataclasses import dataclass

from articles.search.errors import BadQuery
from articles.search.nodes import Node
from articles.search.syntax.mending import mended, printed
from articles.search.syntax.narrowing import SETTINGS, Narrowing
from articles.search.syntax.parser import parse_tokens, print_words
from articles.search.syntax.tokens import Kind, Token, clean, tokens

MAX_LENGTH = 1000
MAX_NARROWINGS = 40


@dataclass(frozen=True, slots=True)
class Box:
    """What was typed, taken apart; ``text`` is what is left of it for the words."""

    words: Node | None = None
    text: str = ""
    narrowings: tuple[Narrowing, ...] = ()


def read_box(text: str) -> Box:
    """Raises BadQuery with a message for the reader and, where one is clear, a corrected text."""
    typed = clean(text)
    if not typed:
        return Box()
    if len(typed) > MAX_LENGTH:
        raise BadQuery(f"The search is longer than {MAX_LENGTH} characters: please shorten it.")
    try:
        return _read(typed)
    except BadQuery as mistake:
        raise BadQuery(mistake.message, mistake.suggestion or _suggestion(typed)) from None


def parse(text: str) -> Node | None:
    """The words to search for, or None where the box is empty. Raises BadQuery, as ``read_box``
    does, and where the text also narrows by what is no word."""
    box = read_box(text)
    if box.narrowings:
        raise BadQuery(f"Only words can be sought here: leave out {box.narrowings[0]}.", box.text)
    return box.words


def print_box(box: Box) -> str:
    """The text that ``read_box`` reads back as ``box``."""
    return " ".join(filter(None, (print_words(box.words), *map(str, box.narrowings))))


def _read(typed: str) -> Box:
    found = tokens(typed)
    if not any(token.kind is Kind.NARROWING for token in found):
        return Box(parse_tokens(found), typed)
    _require_apart(found)
    rest, narrowings = _taken_apart(found)
    if len(narrowings) > MAX_NARROWINGS:
        raise BadQuery(f"At most {MAX_NARROWINGS} values can be typed at once.")
    return Box(parse_tokens(rest) if rest else None, printed(rest), narrowings)


def _taken_apart(found: list[Token]) -> tuple[list[Token], tuple[Narrowing, ...]]:
    """The tokens of the words, and what narrows beside them."""
    rest: list[Token] = []
    narrowings: list[Narrowing] = []
    for token in found:
        if token.kind is not Kind.NARROWING:
            rest.append(token)
            continue
        is_refused = bool(rest) and rest[-1].kind is Kind.NOT
        if is_refused:
            rest.pop()
        narrowings.append(Narrowing(token.name, token.text, is_refused))
    return _without_idle_ands(rest), tuple(dict.fromkeys(narrowings))


def _without_idle_ands(rest: list[Token]) -> list[Token]:
    """Without the ANDs that joined something that was taken out."""
    kept: list[Token] = []
    for token in rest:
        joins_nothing = not kept or kept[-1].kind is Kind.AND
        if token.kind is not Kind.AND or not joins_nothing:
            kept.append(token)
    return kept[:-1] if kept and kept[-1].kind is Kind.AND else kept


def _require_apart(found: list[Token]) -> None:
    """What narrows holds for the whole search: no bracket, OR or field may be about it."""
    depth = 0
    for at, token in enumerate(found):
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(token.kind, 0)
        if token.kind is not Kind.NARROWING:
            continue
        if depth:
            raise BadQuery(
                f"“{token.name}:” narrows the whole search: write it outside the brackets."
            )
        is_refused = at > 0 and found[at - 1].kind is Kind.NOT
        start = at - is_refused
        _require_no_join(token.name, [*found[max(0, start - 1) : start], *found[at + 1 : at + 2]])
        if is_refused and token.name in SETTINGS:
            raise BadQuery(f"“{token.name}:” can’t be excluded: leave out the minus before it.")


def _require_no_join(name: str, neighbours: list[Token]) -> None:
    for token in neighbours:
        if token.kind is Kind.OR:
            raise BadQuery(
                f"“{name}:” narrows the whole search and can’t stand beside OR; "
                "several values of one field are alternatives as they are."
            )
        if token.kind in (Kind.NEAR, Kind.SCOPE):
            raise BadQuery(f"“{name}:” must stand by itself, apart from “{token.text}”.")


def _suggestion(typed: str) -> str:
    """The text with its mistakes mended, if that can be searched for."""
    words, narrowings = _taken_apart(tokens(typed, strict=False))
    kept = [one for one in narrowings if not (one.is_refused and one.name in SETTINGS)]
    text = " ".join(filter(None, (mended(words), *map(str, kept))))
    try:
        box = _read(text) if text else Box()
    except BadQuery:
        return ""
    return "" if box == Box() else text
