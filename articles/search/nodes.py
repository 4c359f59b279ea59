"""The words of a question: a tree of words, phrases and what joins them."""

from dataclasses import dataclass, replace

# Where words may be looked for: ``lead`` is the deck and the first paragraph, ``quote`` what is
# quoted or paraphrased of anybody.
SCOPES = ("headline", "lead", "body", "byline", "quote")
MAX_DISTANCE = 50


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Two words in either order, with fewer than ``distance`` words between them."""

    first: str
    second: str
    distance: int
    scope: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.distance <= MAX_DISTANCE:
            raise ValueError(f"Words can be sought up to {MAX_DISTANCE} words apart.")


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Variants(Or):
    """Ways to write one thing: any of them answers, and several answer no better than one."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many of the parts, whichever; the more of them, the better the hit."""

    number: int
    parts: tuple["Node", ...]

    def __post_init__(self) -> None:
        if not 1 <= self.number <= len(self.parts):
            raise ValueError(f"{self.number} of {len(self.parts)} can't be sought.")


Leaf = Word | Phrase | Near
Node = Leaf | Not | And | Or | AtLeast


def conjunction(parts: list[Node]) -> Node:
    """All of ``parts``; an AND within an AND is one AND."""
    return parts[0] if len(parts) == 1 else And(_flat(parts, And))


def disjunction(parts: list[Node]) -> Node:
    """Any of ``parts``; an OR within an OR is one OR."""
    return parts[0] if len(parts) == 1 else Or(_flat(parts, Or))


def negation(part: Node) -> Node:
    return part.part if isinstance(part, Not) else Not(part)


def scoped(node: Node, scope: str) -> Node:
    """``node`` searched in one field only, but for what names a field of its own."""
    match node:
        case Word() | Phrase() | Near():
            return node if node.scope else replace(node, scope=scope)
        case Not():
            return Not(scoped(node.part, scope))
        case And() | Or() | AtLeast():
            return replace(node, parts=tuple(scoped(part, scope) for part in node.parts))


def ways(node: Node | None) -> tuple[tuple[Leaf, ...], ...]:
    """What an article is to have, each in all ways to write it; what is excluded is left out."""
    match node:
        case Word() | Phrase() | Near():
            return ((node,),)
        case Variants():
            return (tuple(leaf for part in node.parts for leaf in wanted(part)),)
        case And() | Or() | AtLeast():
            return tuple(way for part in node.parts for way in ways(part))
    return ()


def wanted(node: Node | None) -> tuple[Leaf, ...]:
    """The words and phrases of all of these."""
    return tuple(leaf for leaves in ways(node) for leaf in leaves)


def _flat(parts: list[Node], kind: type[And] | type[Or]) -> tuple[Node, ...]:
    return tuple(
        inner
        for part in parts
        for inner in (part.parts if isinstance(part, kind) else (part,))  # type: ignore[union-attr]
    )
