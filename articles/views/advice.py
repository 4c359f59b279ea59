"""What to take away where nothing is found: one thing at a time, and what that would find."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from articles.search import SearchQuery, Selection, total_of
from articles.search.facets import BY_NAME
from articles.search.labels import Names
from articles.search.nodes import And, Node, Not, conjunction
from articles.search.periods import ALWAYS
from articles.search.sentences import named_words
from articles.search.syntax import print_words
from articles.views.addresses import Address
from articles.views.list_kinds import ListKind

MOST_TRIED = 10


@dataclass(frozen=True, slots=True)
class Advice:
    """What is ``found`` under a weaker ``condition``: "12 articles", "without “trade”"."""

    condition: str
    found: str
    url: str


@dataclass(frozen=True, slots=True)
class _Weaker:
    """The question with one condition taken away."""

    condition: str
    query: SearchQuery
    address: Address


def advice_for(
    kind: ListKind, query: SearchQuery, names: Mapping[str, Names], address: Address
) -> list[Advice]:
    """What finds most comes first. Raises as ``search`` does."""
    weaker = list(_weaker(query, names, address))[:MOST_TRIED]
    if len(weaker) < 2:
        return []
    totals = [(total_of(one.query), one) for one in weaker]
    totals = sorted((pair for pair in totals if pair[0]), key=lambda pair: -pair[0])
    return [
        Advice(one.condition, kind.numbered(total, query), str(one.address))
        for total, one in totals
    ]


def _weaker(query: SearchQuery, names: Mapping[str, Names], address: Address) -> Iterator[_Weaker]:
    for words, condition in _without_one(query.words):
        text = print_words(words)
        yield _Weaker(condition, replace(query, words=words, text=text), address.setting("q", text))
    for one in query.selections:
        yield from _without_choice(query, one, names[one.facet], address)
    if not query.period.is_always:
        yield _Weaker(
            "at any time",
            replace(query, period=ALWAYS),
            address.without("from", "to", "last"),
        )


def _without_one(words: Node | None) -> Iterator[tuple[Node | None, str]]:
    """The words without each of them that must hold, and how that one is said."""
    if not isinstance(words, And):
        if words:
            yield None, _without(words)
        return
    for at, part in enumerate(words.parts):
        yield conjunction([*words.parts[:at], *words.parts[at + 1 :]]), _without(part)


def _without(part: Node) -> str:
    if isinstance(part, Not):
        return f"with or without {named_words(part.part)}"
    return f"without {named_words(part)}"


def _without_choice(
    query: SearchQuery, one: Selection, names: Names, address: Address
) -> Iterator[_Weaker]:
    others = query.without(one.facet)
    noun = BY_NAME[one.facet].label_for(query.unit).lower()
    named = ", ".join(names[key].label for key in one.none_of if key in names)
    for keys, kept, parameter, condition in (
        (one.any_of, replace(one, any_of=()), one.facet, f"whatever the {noun}"),
        (one.none_of, replace(one, none_of=()), f"not_{one.facet}", f"with {named} as well"),
    ):
        if keys:
            weaker = replace(others, selections=(*others.selections, kept))
            yield _Weaker(condition, weaker, address.without(parameter))
