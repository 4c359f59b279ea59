"""Documents and questions for the contract, and an engine stocked with them."""

import datetime as dt
from collections.abc import Iterable

import pytest

from articles.search.engines.base import ArticleDocument, Engine, FacetCounts, QuoteDocument
from articles.search.facets import BY_NAME
from articles.search.query import SearchQuery, Selection, Unit
from articles.search.syntax import parse

DAY = dt.date(2020, 3, 4)


def document(article_id: int, headline: str = "", body: str = "", **fields) -> ArticleDocument:
    fields.setdefault("published_on", DAY)
    return ArticleDocument(article_id, headline=headline, body=body, **fields)


def said(quote_id: int, words: str, statement: int = 0, **facets) -> QuoteDocument:
    return QuoteDocument(quote_id, words, facets, statement)


def asked(text: str = "", *selections: Selection, **fields) -> SearchQuery:
    return SearchQuery(words=parse(text), selections=selections, text=text, **fields)


def chosen(facet: str, *values) -> Selection:
    return Selection(facet, any_of=values)


def refused(facet: str, *values) -> Selection:
    return Selection(facet, none_of=values)


def quotes(text: str = "", *selections: Selection, **fields) -> SearchQuery:
    return asked(text, *selections, unit=Unit.QUOTES, **fields)


STORIES = (
    document(
        1,
        "Runoff set for Alabama",
        "Voters in this deep-red state go to the polls again.",
        bylines=("Jane Doe", "Associated Press"),
        facets={"outlet": (1,), "person": (10, 11), "quoted": (10,), "kind": ("news",)},
    ),
    document(
        2,
        "A primary in Georgia",
        "The state is red, and deep down nobody mentions a runoff twice. A runoff!",
        bylines=("Élise Alabama",),
        published_on=dt.date(2020, 6, 9),
        facets={"outlet": (2,), "person": (11,), "kind": ("news",), "month": (202006,)},
    ),
    document(
        3,
        "Opinion: the wall",
        "O’Rourke and Sanders were voting in the U.S. Senate.",
        caption="Alabama fans",
        published_on=None,
        facets={"outlet": (1,), "person": (12,), "kind": ("opinion",)},
    ),
)


class Asking:
    """What the parts of the contract ask an engine with."""

    @pytest.fixture
    def stocked(self, engine: Engine) -> Engine:
        return self.filled(engine, STORIES)

    def filled(self, engine: Engine, documents: Iterable[ArticleDocument]) -> Engine:
        engine.clear()
        engine.index(documents)
        return engine

    def ids(self, engine: Engine, query: SearchQuery | str = "") -> list[int]:
        query = asked(query) if isinstance(query, str) else query
        return [hit.key for hit in engine.search(query).hits]

    def counted(self, engine: Engine, facet: str, query: SearchQuery | None = None) -> FacetCounts:
        return engine.search(query or asked(), [BY_NAME[facet]]).counts[facet]

    def counts(self, engine: Engine, facet: str, query: SearchQuery | None = None) -> dict:
        return dict(self.counted(engine, facet, query).values)
