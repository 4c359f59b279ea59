"""A SearchQuery as the library's own query."""

import datetime as dt
from typing import NamedTuple

from tantivy import FieldType, Occur, Query, Schema

from articles.search.engines.embedded.rows import day_number
from articles.search.engines.embedded.schema import ANALYZERS, TEXTS, filter_field
from articles.search.errors import BadQuery
from articles.search.facets import BY_NAME
from articles.search.nodes import (
    And,
    AtLeast,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Variants,
    Word,
    ways,
)
from articles.search.periods import Period
from articles.search.query import FacetKey, SearchQuery, Unit

# Field by field, how much a match there weighs; the other fields are for scopes.
WEIGHTS = {
    Unit.ARTICLES: {
        "headline": 8.0,
        "deck": 3.0,
        "body": 1.0,
        "caption": 0.7,
        "byline": 1.5,
        "speakers": 3.0,
        "people": 0.5,
        "places": 1.0,
    },
    Unit.QUOTES: {"quote": 1.0},
}
LISTS = ("speakers", "people", "places")  # in no text: what is next to what means nothing
SNIPPET_FIELD = {Unit.ARTICLES: "body", Unit.QUOTES: "quote"}
FEW_TERMS = 20
EARLIEST, LATEST = day_number(dt.date.min), day_number(dt.date.max)


def library_query(query: SearchQuery, schema: Schema) -> Query:
    """Words give the score; selections and the period only narrow."""
    clauses = []
    if query.words:
        clauses.append((Occur.Must, Words(query.unit, schema).of(query.words)))
    if not query.period.is_always:
        clauses.append((Occur.Must, _within(query.period, schema)))
    for selection in query.selections:
        if selection.any_of:
            clauses.append((Occur.Must, value_query(selection.facet, selection.any_of, schema)))
        if selection.none_of:
            clauses.append((Occur.MustNot, value_query(selection.facet, selection.none_of, schema)))
    return _together(clauses)


def _together(clauses: list[tuple[Occur, Query]]) -> Query:
    """The library finds nothing for refusals alone."""
    if all(occur == Occur.MustNot for occur, _ in clauses):
        clauses = [(Occur.Must, Query.all_query()), *clauses]
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)


class Looked(NamedTuple):
    """The terms a snippet looks for: ``alone`` wherever they are, ``together`` beside another."""

    alone: frozenset[str]
    together: frozenset[str]


def looked_for(query: SearchQuery, *, in_all_ways: bool) -> Looked:
    """The wanted words; in the shortest way to write each, or in all ways.

    "Run" and "off" of a run-off are no answers by themselves.
    """
    field = SNIPPET_FIELD[query.unit]
    runs: list[list[str]] = []
    for leaves in ways(query.words):
        texts = [
            text
            for leaf in leaves
            if leaf.scope in ("", "lead", "body", "quote")
            for text in _texts(leaf)
        ]
        found = [terms_of(text, field, query.unit) for text in texts]
        shortest = min(map(len, found), default=0)
        runs += [run for run in found if in_all_ways or len(run) == shortest]
    terms = {term for run in runs for term in run}
    terms = {term for term in terms if len(term) > 1} or terms  # not each “s”, for “U.S.”
    alone = terms & {run[0] for run in runs if len(run) == 1}
    return Looked(frozenset(alone), frozenset(terms - alone))


def snippet_query(looked: Looked, unit: Unit, schema: Schema) -> Query | None:
    """Each of the terms by itself, as the library takes them."""
    terms = sorted(looked.alone | looked.together)
    field = SNIPPET_FIELD[unit]
    return _any([Query.term_query(schema, field, term) for term in terms]) if terms else None


def value_query(facet: str, values: tuple[FacetKey, ...], schema: Schema) -> Query:
    """What has any of these values; it adds nothing to the score."""
    return Query.const_score_query(any_of(schema, filter_field(BY_NAME[facet]), values), 0.0)


def any_of(schema: Schema, field: str, values: tuple[FacetKey, ...]) -> Query:
    """The library goes through all its terms to find a set of them: a few are looked up sooner."""
    if len(values) > FEW_TERMS:
        return Query.term_set_query(schema, field, list(values))
    terms = [Query.term_query(schema, field, value) for value in values]
    return terms[0] if len(terms) == 1 else _any(terms)


def _any(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _within(period: Period, schema: Schema) -> Query:
    """A period whose ends are settled."""
    lower = day_number(period.start.first) if period.start else EARLIEST
    upper = day_number(period.end.last) if period.end else LATEST
    days = Query.range_query(schema, "on", FieldType.Integer, lower, upper)
    return Query.const_score_query(days, 0.0)


def terms_of(text: str, field: str, unit: Unit) -> list[str]:
    """The library's constructors take words as the index has them: stemmed and folded."""
    return ANALYZERS[TEXTS[unit][field]].analyze(text)


def _texts(leaf: Leaf) -> tuple[str, ...]:
    return (leaf.first, leaf.second) if isinstance(leaf, Near) else (leaf.text,)


class Words:
    """The words of a question, for one unit's index."""

    def __init__(self, unit: Unit, schema: Schema) -> None:
        self.unit, self.schema = unit, schema

    def of(self, node: Node) -> Query:
        match node:
            case Word() | Phrase() | Near():
                return self._leaf(node)
            case Not():
                return self._without([node])
            case Variants():  # by the best of them: a rare way to write it is no better
                return Query.disjunction_max_query([self.of(part) for part in node.parts])
            case Or():
                return self._some(node.parts, 1)
            case AtLeast():
                return self._some(node.parts, node.number)
        return self._all(node)

    def _some(self, parts: tuple[Node, ...], least: int) -> Query:
        clauses = [(Occur.Should, self.of(part)) for part in parts]
        return Query.boolean_query(clauses, minimum_number_should_match=least)

    def _all(self, node: And) -> Query:
        refused = [part for part in node.parts if isinstance(part, Not)]
        if len(refused) == len(node.parts):
            return self._without(refused)
        clauses = [
            (Occur.MustNot, self.of(part.part))
            if isinstance(part, Not)
            else (Occur.Must, self.of(part))
            for part in node.parts
        ]
        return Query.boolean_query(clauses)

    def _without(self, refused: list[Not]) -> Query:
        """Everything but these: the library finds nothing for refusals alone."""
        clauses = [(Occur.Must, Query.const_score_query(Query.all_query(), 0.0))]
        clauses += [(Occur.MustNot, self.of(part.part)) for part in refused]
        return Query.boolean_query(clauses)

    def _leaf(self, leaf: Leaf) -> Query:
        weights = WEIGHTS[self.unit]
        fields = [leaf.scope] if leaf.scope else list(weights)
        if isinstance(leaf, Near):
            fields = [name for name in fields if name not in LISTS]
        if leaf.scope and leaf.scope not in TEXTS[self.unit]:
            raise BadQuery(f"Quotes are searched by what was said: leave out “{leaf.scope}:”.")
        return _any(
            [Query.boost_query(self._in(leaf, name), weights.get(name, 1.0)) for name in fields]
        )

    def _in(self, leaf: Leaf, field: str) -> Query:
        if isinstance(leaf, Near):
            return self._near(leaf, field)
        return self._run(terms_of(leaf.text, field, self.unit), field)

    def _run(self, terms: list[str], field: str) -> Query:
        """A word that is cut into several (U.S., deep-red) is looked for as they stand."""
        if not terms:
            return Query.empty_query()
        if len(terms) == 1:
            return Query.term_query(self.schema, field, terms[0])
        return Query.phrase_query(self.schema, field, terms)

    def _near(self, leaf: Near, field: str) -> Query:
        """The library's slop counts words between two in order; so look both ways round."""
        terms = [*terms_of(leaf.first, field, self.unit), *terms_of(leaf.second, field, self.unit)]
        if len(terms) != 2 or terms[0] == terms[1]:
            both = f"“{leaf.first}” and “{leaf.second}”"
            raise BadQuery(f"NEAR takes two different single words, not {both}.")
        slop = leaf.distance - 1
        ways = [
            Query.phrase_query(self.schema, field, way, slop=slop) for way in (terms, terms[::-1])
        ]
        return _any(ways)
