"""The question as data: frozen, knowing no engine, no request and no database."""

from dataclasses import dataclass, replace
from enum import StrEnum

MAX_PAGE = 500
PAGE_SIZE = 20
MAX_PAGE_SIZE = 200

SCOPES = ("headline", "byline")


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Node", ...]


Node = Word | Phrase | Not | And | Or
FacetKey = int | str


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen values of one facet: any of these, and none of those."""

    facet: str
    any_of: tuple[FacetKey, ...] = ()
    none_of: tuple[FacetKey, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """``words`` is the parsed search box, ``text`` what was typed into it."""

    words: Node | None = None
    selections: tuple[Selection, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    text: str = ""

    def __post_init__(self) -> None:
        if not (1 <= self.page <= MAX_PAGE and 1 <= self.page_size <= MAX_PAGE_SIZE):
            raise ValueError(f"No page {self.page} of {self.page_size}.")

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.page_size

    @property
    def is_everything(self) -> bool:
        return self.words is None and not self.selections

    def selected(self, facet: str) -> tuple[FacetKey, ...]:
        """The values of ``facet`` that were chosen."""
        return next((one.any_of for one in self.selections if one.facet == facet), ())

    def without(self, facet: str) -> "SearchQuery":
        """The same question, this facet's selection left out."""
        kept = tuple(one for one in self.selections if one.facet != facet)
        return replace(self, selections=kept)


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
        case Word() | Phrase():
            return node if node.scope else replace(node, scope=scope)
        case Not():
            return Not(scoped(node.part, scope))
        case And() | Or():
            return type(node)(tuple(scoped(part, scope) for part in node.parts))


def wanted(node: Node | None) -> tuple[Word | Phrase, ...]:
    """The words and phrases an article is to have; what is excluded is left out."""
    match node:
        case Word() | Phrase():
            return (node,)
        case And() | Or():
            return tuple(leaf for part in node.parts for leaf in wanted(part))
    return ()


def _flat(parts: list[Node], kind: type[And] | type[Or]) -> tuple[Node, ...]:
    return tuple(
        inner
        for part in parts
        for inner in (part.parts if isinstance(part, kind) else (part,))  # type: ignore[union-attr]
    )
