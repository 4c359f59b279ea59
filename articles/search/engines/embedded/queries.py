"""A SearchQuery as the library's own query."""

from tantivy import Occur, Query, Schema

from articles.search.engines.embedded.schema import ANALYZERS, TEXT_FIELDS
from articles.search.facets import BY_NAME
from articles.search.query import And, FacetKey, Node, Not, Or, Phrase, SearchQuery, Word, wanted

# Field by field, how much a match there weighs.
WEIGHTS = {"headline": 4.0, "deck": 2.0, "body": 1.0, "caption": 0.7, "byline": 1.5}
SNIPPET_FIELD = "body"


def library_query(query: SearchQuery, schema: Schema) -> Query:
    """Words give the score; selections only narrow."""
    clauses = [(Occur.Must, _words(query.words, schema) if query.words else Query.all_query())]
    for selection in query.selections:
        if selection.any_of:
            clauses.append((Occur.Must, _filter(selection.facet, selection.any_of, schema)))
        if selection.none_of:
            clauses.append((Occur.MustNot, _filter(selection.facet, selection.none_of, schema)))
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)


def snippet_query(query: SearchQuery, schema: Schema) -> Query | None:
    """The wanted words, each by itself, as a snippet looks for them."""
    terms = {
        term
        for leaf in wanted(query.words)
        if leaf.scope == ""
        for term in _terms(leaf.text, SNIPPET_FIELD)
    }
    if not terms:
        return None
    return Query.boolean_query(
        [(Occur.Should, Query.term_query(schema, SNIPPET_FIELD, term)) for term in sorted(terms)]
    )


def value_query(facet: str, value: FacetKey, schema: Schema) -> Query:
    return _filter(facet, (value,), schema)


def _filter(facet: str, values: tuple[FacetKey, ...], schema: Schema) -> Query:
    found = Query.term_set_query(schema, BY_NAME[facet].index_field, list(values))
    return Query.const_score_query(found, 0.0)


def _words(node: Node, schema: Schema) -> Query:
    match node:
        case Word() | Phrase():
            return _leaf(node, schema)
        case Not():
            return _without([node], schema)
        case Or():
            return Query.boolean_query(
                [(Occur.Should, _words(part, schema)) for part in node.parts]
            )
    return _all(node, schema)


def _all(node: And, schema: Schema) -> Query:
    refused = [part for part in node.parts if isinstance(part, Not)]
    if len(refused) == len(node.parts):
        return _without(refused, schema)
    clauses = [
        (Occur.MustNot, _words(part.part, schema))
        if isinstance(part, Not)
        else (Occur.Must, _words(part, schema))
        for part in node.parts
    ]
    return Query.boolean_query(clauses)


def _without(refused: list[Not], schema: Schema) -> Query:
    """Everything but these: the library finds nothing for refusals alone."""
    clauses = [(Occur.Must, Query.const_score_query(Query.all_query(), 0.0))]
    clauses += [(Occur.MustNot, _words(part.part, schema)) for part in refused]
    return Query.boolean_query(clauses)


def _leaf(leaf: Word | Phrase, schema: Schema) -> Query:
    fields = [leaf.scope] if leaf.scope else list(WEIGHTS)
    return Query.boolean_query(
        [
            (Occur.Should, Query.boost_query(_in_field(leaf.text, name, schema), WEIGHTS[name]))
            for name in fields
        ]
    )


def _in_field(text: str, field: str, schema: Schema) -> Query:
    """A word that is cut into several (U.S., deep-red) is looked for as they stand."""
    terms = _terms(text, field)
    if not terms:
        return Query.empty_query()
    if len(terms) == 1:
        return Query.term_query(schema, field, terms[0])
    return Query.phrase_query(schema, field, terms)


def _terms(text: str, field: str) -> list[str]:
    """The library's constructors take words as the index has them: stemmed and folded."""
    return ANALYZERS[TEXT_FIELDS[field]].analyze(text)
