"""The order of what matches: what is about the words asked for, before what names them in passing.

An article counts for more where the words stand in its headline, deck or first paragraph, where
somebody so called is quoted in their own words, and where the words stand together as they were
typed. All this is optional: it moves what matches, and neither adds to it nor takes from it.
"""

from collections.abc import Iterator
from itertools import pairwise

from tantivy import Occur, Query, Schema

from articles.search.engines.embedded.queries import Words, terms_of
from articles.search.nodes import And, Node, Phrase, Variants, Word
from articles.search.query import SearchQuery, Unit

Weights = dict[Unit, dict[str, float]]

# Where a single word says what an article is about; of "jeff sessions", headlines have the second.
ABOUT = {
    Unit.ARTICLES: {
        "headline": 4.0,
        "deck": 3.0,
        "lead": 1.5,
        "body": 0.5,
        "speakers": 6.0,
        "people": 1.5,
    },
    Unit.QUOTES: {},
}
# Where words near each other, in their order, are worth more than words apart.
NEAR = {
    Unit.ARTICLES: {
        "headline": 0.5,
        "deck": 2.0,
        "lead": 1.5,
        "body": 1.0,
        "speakers": 4.0,
        "people": 2.0,
    },
    Unit.QUOTES: {"quote": 1.0},
}
# And what is added where nothing stands between them.
SIDE_BY_SIDE = {
    Unit.ARTICLES: {"headline": 2.0, "lead": 6.0, "body": 4.0},
    Unit.QUOTES: {"quote": 4.0},
}
WORDS_BETWEEN = 2
MOST_WORDS = 8


def ranked_query(query: SearchQuery, schema: Schema, matching: Query) -> Query:
    """Matches what ``matching`` does, the ``library_query`` of ``query``; its score knows more."""
    optional = list(Optional(query.unit, schema).of(query.words))
    if not optional:
        return matching
    return Query.boolean_query(
        [(Occur.Must, matching), *((Occur.Should, clause) for clause in optional)]
    )


class Optional:
    """What moves an article up, for one unit's index."""

    def __init__(self, unit: Unit, schema: Schema) -> None:
        self.unit, self.schema = unit, schema

    def of(self, words: Node | None) -> Iterator[Query]:
        text = " ".join(list(_typed(words))[:MOST_WORDS])
        yield from self._about(text)
        yield from self._together(text, NEAR, WORDS_BETWEEN)
        yield from self._together(text, SIDE_BY_SIDE, 0)
        for name in _names(words):
            yield Words(self.unit, self.schema).of(name)

    def _about(self, text: str) -> Iterator[Query]:
        for field, weight in ABOUT[self.unit].items():
            for term in dict.fromkeys(terms_of(text, field, self.unit)):
                one = Query.term_query(self.schema, field, term)
                yield Query.boost_query(one, weight)

    def _together(self, text: str, weights: Weights, between: int) -> Iterator[Query]:
        """Two and two, so that a part of what was typed helps as well."""
        for field, weight in weights[self.unit].items():
            for pair in pairwise(terms_of(text, field, self.unit)):
                if pair[0] != pair[1]:
                    both = Query.phrase_query(self.schema, field, list(pair), slop=between)
                    yield Query.boost_query(both, weight)


def _typed(node: Node | None) -> Iterator[str]:
    """The words without a field of their own, as they were typed, in their order."""
    match node:
        case Variants():
            yield from _typed(node.parts[0])
        case And():
            for part in node.parts:
                yield from _typed(part)
        case Word() | Phrase():
            if not node.scope:
                yield node.text


def _names(node: Node | None) -> Iterator[Node]:
    """Names that were typed as several words (North Carolina), each way to write them as one."""
    match node:
        case Variants(parts=(And() as apart, *others)):
            yield Variants((Phrase(" ".join(_typed(apart))), *others))
        case And():
            for part in node.parts:
                yield from _names(part)
