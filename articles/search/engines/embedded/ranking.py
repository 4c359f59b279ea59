"""The order of what matches: what is about the words asked for, before what names them in passing.

An article counts for more where the words stand in its headline, deck or first paragraph, where a
person so called speaks in it, and where the words stand together as they were typed. These clauses
are optional: they move what matches, they never add to it or take from it.
"""

from collections.abc import Iterator

from tantivy import Occur, Query, Schema

from articles.search.engines.embedded.queries import Words, library_query, terms_of
from articles.search.nodes import And, Node, Phrase, Variants, Word
from articles.search.query import SearchQuery, Unit

# Where a word says what an article is about, and how much it adds there.
ABOUT = {"headline": 1.0, "deck": 0.5, "lead": 1.0, "speakers": 2.0}
# Where words that stand together are worth more than apart.
TOGETHER = {
    Unit.ARTICLES: {"headline": 2.0, "deck": 1.0, "body": 1.0, "speakers": 1.0},
    Unit.QUOTES: {"quote": 1.0},
}
WORDS_BETWEEN = 2
MOST_PAIRS = 8


def ranked_query(query: SearchQuery, schema: Schema) -> Query:
    """Matches what ``library_query`` matches; the score knows more."""
    matching = library_query(query, schema)
    optional = list(_optional(query, schema))
    if not optional:
        return matching
    return Query.boolean_query(
        [(Occur.Must, matching), *((Occur.Should, clause) for clause in optional)]
    )


def _optional(query: SearchQuery, schema: Schema) -> Iterator[Query]:
    texts = [text for text in _typed(query.words) if text]
    if query.unit is Unit.ARTICLES:
        for field, weight in ABOUT.items():
            for term in dict.fromkeys(
                term for text in texts for term in terms_of(text, field, query.unit)
            ):
                yield Query.boost_query(Query.term_query(schema, field, term), weight)
    for form in _forms(query.words):
        yield Words(query.unit, schema).of(form)
    for field, weight in TOGETHER[query.unit].items():
        for pair in _pairs(texts, field, query.unit):
            together = Query.phrase_query(schema, field, pair, slop=WORDS_BETWEEN)
            yield Query.boost_query(together, weight)


def _forms(node: Node | None) -> Iterator[Node]:
    """Names that were typed as several words, each way to write them as one."""
    match node:
        case Variants():
            if isinstance(node.parts[0], And):
                typed = Phrase(" ".join(_typed(node.parts[0])))
                yield Variants((typed, *node.parts[1:]))
        case And():
            for part in node.parts:
                yield from _forms(part)


def _pairs(texts: list[str], field: str, unit: Unit) -> list[list[str]]:
    terms = [term for text in texts for term in terms_of(text, field, unit)]
    pairs = [[one, other] for one, other in zip(terms, terms[1:]) if one != other]
    return pairs[:MOST_PAIRS]


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
