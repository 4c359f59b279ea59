"""What to take away where nothing is found: one thing at a time, and what that would find."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from articles.search import SearchQuery, Selection, total_of
from articles.search.facets import BY_NAME
from articles.search.labels import Names
from articles.search.nodes import And, Node, conjunction
from articles.search.periods import ALWAYS
from articles.search.sentences import said_of_period, said_of_words
from articles.search.syntax import print_words
from articles.views.addresses import Address
from articles.views.list_kinds import ListKind

MOST_TRIED = 10


@dataclass(frozen=True, slots=True)
class Advice:
    """Without ``condition`` there are some, as ``found`` says."""

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
            said_of_period(query.period),
            replace(query, period=ALWAYS),
            address.without("from", "to", "last"),
        )


def _without_one(words: Node | None) -> Iterator[tuple[Node | None, str]]:
    """The words without each of them that must hold, and how that one is said."""
    if not isinstance(words, And):
        if words:
            yield None, said_of_words(words)
        return
    for at, part in enumerate(words.parts):
        yield conjunction([*words.parts[:at], *words.parts[at + 1 :]]), said_of_words(part)


def _without_choice(
    query: SearchQuery, one: Selection, names: Names, address: Address
) -> Iterator[_Weaker]:
    label, others = BY_NAME[one.facet].label, query.without(one.facet)
    for keys, kept, parameter, which in (
        (one.any_of, replace(one, any_of=()), one.facet, label),
        (one.none_of, replace(one, none_of=()), f"not_{one.facet}", f"{label}: not"),
    ):
        if not keys:
            continue
        named = ", ".join(names[key].label for key in keys if key in names)
        yield _Weaker(
            f"{which} {named}",
            replace(others, selections=(*others.selections, kept)),
            address.without(parameter),
        )
