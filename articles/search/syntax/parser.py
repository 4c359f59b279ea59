"""The words of the search box read by recursive descent, and printed so that they read back."""

from articles.search.errors import BadQuery
from articles.search.nodes import (
    And,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    conjunction,
    disjunction,
    negation,
    scoped,
)
from articles.search.syntax.tokens import Kind, Token

MAX_TERMS = 64
MAX_DEPTH = 20

STARTS_A_TERM = {Kind.WORD, Kind.PHRASE, Kind.OPEN, Kind.NOT, Kind.SCOPE}


def parse_tokens(found: list[Token]) -> Node:
    """The words to search for. Raises BadQuery with a message for the reader."""
    return _Parser(found).whole()


def print_words(node: Node | None) -> str:
    """The text that ``parse`` reads back as ``node``."""
    match node:
        case None:
            return ""
        case Word():
            return _scope(node) + node.text
        case Phrase():
            return f'{_scope(node)}"{node.text}"'
        case Near():
            return _near(node)
        case Not():
            return f"NOT {_grouped(node.part)}"
        case And():
            return " ".join(_grouped(part) for part in node.parts)
        case Or():
            return " OR ".join(_grouped(part) for part in node.parts)


def _scope(leaf: Word | Phrase) -> str:
    return f"{leaf.scope}:" if leaf.scope else ""


def _grouped(node: Node) -> str:
    text = print_words(node)
    return f"({text})" if isinstance(node, And | Or) else text


def _near(node: Near) -> str:
    text = f"{node.first} NEAR/{node.distance} {node.second}"
    return f"{node.scope}:({text})" if node.scope else text


class _Parser:
    """Recursive descent: any := all (OR all)*; all := one (AND? one)*; one := NOT one | term."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens, self.at, self.depth = found, 0, 0
        if sum(token.kind in (Kind.WORD, Kind.PHRASE) for token in found) > MAX_TERMS:
            raise BadQuery(f"The search has more than {MAX_TERMS} words: please shorten it.")

    def whole(self) -> Node:
        if not self.tokens:
            raise BadQuery("There is nothing to search for: write at least one word.")
        node = self._any()
        if self._next:
            raise BadQuery("There is a “)” without its “(”.")
        return node

    @property
    def _next(self) -> Kind | None:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else None

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _any(self) -> Node:
        parts = [self._all()]
        while self._next is Kind.OR:
            self._take()
            parts.append(self._all())
        return disjunction(parts)

    def _all(self) -> Node:
        parts = [self._one()]
        while self._next is Kind.AND or self._next in STARTS_A_TERM:
            if self._next is Kind.AND:
                self._take()
            parts.append(self._one())
        return conjunction(parts)

    def _one(self) -> Node:
        if self._next is not Kind.NOT:
            return self._term()
        self._take()
        return negation(self._deeper(self._one))

    def _term(self) -> Node:
        if self._next not in STARTS_A_TERM:
            raise BadQuery(self._what_is_missing())
        token = self._take()
        if token.kind is Kind.SCOPE:
            return self._in_scope(token.text)
        if token.kind is Kind.OPEN:
            return self._deeper(self._group)
        if token.kind is Kind.PHRASE:
            return self._phrase(token)
        return self._near(token) if self._next is Kind.NEAR else Word(token.text)

    def _phrase(self, token: Token) -> Node:
        """ "trade tariffs"~5 is trade NEAR/5 tariffs."""
        if self._next is Kind.NEAR:
            raise BadQuery("NEAR takes a single word on each side, no phrase.")
        if not token.distance:
            return Phrase(token.text)
        words = token.text.split()
        if len(words) != 2:
            raise BadQuery(f'“~{token.distance}” takes two words, as in "trade tariffs"~5.')
        return Near(*words, token.distance)

    def _near(self, first: Token) -> Node:
        near = self._take()
        if self._next is not Kind.WORD:
            raise BadQuery(f"“{near.text}” needs a single word on each side.")
        second = self._take()
        if self._next is Kind.NEAR:
            raise BadQuery("NEAR joins two words: put AND between two pairs of them.")
        return Near(first.text, second.text, near.distance)

    def _in_scope(self, scope: str) -> Node:
        if self._next not in (Kind.WORD, Kind.PHRASE, Kind.OPEN):
            raise BadQuery(f"“{scope}:” needs a word right behind it, as in {scope}:runoff.")
        return scoped(self._term(), scope)

    def _group(self) -> Node:
        node = self._any()
        if self._next is not Kind.CLOSE:
            raise BadQuery("There is a “(” without its “)”.")
        self._take()
        return node

    def _deeper(self, rule) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise BadQuery(f"The search is nested more than {MAX_DEPTH} levels deep.")
        node = rule()
        self.depth -= 1
        return node

    def _what_is_missing(self) -> str:
        before = self.tokens[self.at - 1].text if self.at else ""
        if self._next is Kind.CLOSE:
            return "There is nothing before “)”."
        if self._next is Kind.NEAR:
            return f"“{self.tokens[self.at].text}” needs a single word on each side."
        if self._next:
            return f"“{self.tokens[self.at].text}” needs a word or phrase before it."
        return f"“{before}” needs a word or phrase behind it."
