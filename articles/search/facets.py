"""The facets, declared once: form, engine, index, labels and pages all read this list.

What a facet counts is articles, or quotes where quotes are asked for. Only linked people and
races count; office and state are those of the linked races; party is that of the linked people on
the article's date. A person's roles: quoted in their own words, paraphrased, only mentioned, named
in the headline; ``person`` is any of them. Of a quote, ``person`` and its roles are its speaker,
``about`` whom it speaks of.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from articles.search.errors import BadQuery
from articles.search.query import FacetKey, SearchQuery, Unit

MAX_SELECTED = 20
EVERY_VALUE = 65_000  # as many as an engine need list of one facet


class Values(StrEnum):
    """What the index holds as a facet's values, and the parameter that stands for one."""

    KEY = "key"  # the primary key of a row; the parameter is its slug
    NUMBER = "number"  # the primary key of a row without a slug; the parameter too
    CODE = "code"  # a code such as AL; the parameter is the code
    TEXT = "text"  # words as the outlets have them; the parameter too
    YEAR = "year"  # 2020
    MONTH = "month"  # 202003; the parameter is 2020-03
    DAY = "day"  # 20200304; the parameter is 2020-03-04


ARTICLES, QUOTES = (Unit.ARTICLES,), (Unit.QUOTES,)
BOTH = (Unit.ARTICLES, Unit.QUOTES)


@dataclass(frozen=True, slots=True)
class FacetField:
    """``noun`` names whose rows or codes the values are; ``shown`` how many a page lists.

    ``units``: of what it is a facet; ``of_quotes`` its label where that is quotes, if another.
    """

    name: str
    label: str
    index_field: str
    values: Values
    noun: str
    shown: int = 12
    units: tuple[Unit, ...] = BOTH
    of_quotes: str = ""

    def label_for(self, unit: Unit) -> str:
        return self.of_quotes if unit is Unit.QUOTES and self.of_quotes else self.label

    @property
    def is_whole_number(self) -> bool:
        return self.values not in (Values.CODE, Values.TEXT)

    @property
    def is_by_time(self) -> bool:
        return self.values in (Values.YEAR, Values.MONTH, Values.DAY)


FACETS = (
    FacetField("outlet", "Outlet", "outlet", Values.KEY, "outlet"),
    FacetField(
        "outlet_kind", "Kind of outlet", "outlet_kind", Values.CODE, "outlet_kind", units=ARTICLES
    ),
    FacetField("place", "Outlet’s state", "place", Values.CODE, "state"),
    FacetField("person", "Person", "people", Values.KEY, "person", of_quotes="Speaker"),
    FacetField(
        "quoted",
        "Person quoted",
        "quoted",
        Values.KEY,
        "person",
        of_quotes="Speaker, word for word",
    ),
    FacetField(
        "paraphrased",
        "Person paraphrased",
        "paraphrased",
        Values.KEY,
        "person",
        of_quotes="Speaker, paraphrased",
    ),
    FacetField(
        "mentioned", "Person only mentioned", "mentioned", Values.KEY, "person", units=ARTICLES
    ),
    FacetField(
        "in_headline", "Person in headline", "in_headline", Values.KEY, "person", units=ARTICLES
    ),
    FacetField("about", "Person spoken about", "about", Values.KEY, "person"),
    FacetField("race", "Race", "races", Values.KEY, "race"),
    FacetField("stage", "Stage", "stages", Values.CODE, "stage", units=ARTICLES),
    FacetField("state", "State", "states", Values.CODE, "state"),
    FacetField("office", "Office", "offices", Values.CODE, "office", units=ARTICLES),
    FacetField("party", "Party", "parties", Values.CODE, "party", of_quotes="Speaker’s party"),
    FacetField("kind", "Kind of article", "kind", Values.CODE, "kind", units=ARTICLES),
    FacetField("said", "Kind of quote", "said", Values.CODE, "said", units=QUOTES),
    FacetField("section", "Section", "section", Values.TEXT, "section", units=ARTICLES),
    FacetField("author", "Author", "authors", Values.NUMBER, "author", units=ARTICLES),
    FacetField("language", "Language", "language", Values.CODE, "language", units=ARTICLES),
    FacetField("has_quotes", "Has quotes", "has_quotes", Values.CODE, "yes_or_no", units=ARTICLES),
    FacetField("year", "Year", "year", Values.YEAR, "year"),
    FacetField("month", "Month", "month", Values.MONTH, "month"),
    FacetField("day", "Day", "day", Values.DAY, "day"),
)
BY_NAME = {facet.name: facet for facet in FACETS}


def facets_of(unit: Unit) -> tuple[FacetField, ...]:
    return tuple(facet for facet in FACETS if unit in facet.units)


def require_facets_of_unit(query: SearchQuery, counted: Iterable[FacetField] = ()) -> None:
    """Raises BadQuery where the question narrows by, or counts, what is no facet of its unit."""
    names = [one.facet for one in query.selections] + [facet.name for facet in counted]
    for name in names:
        if name not in BY_NAME:
            raise BadQuery(f"There is no facet “{name}”.")
        if query.unit not in BY_NAME[name].units:
            raise BadQuery(f"{query.unit.capitalize()} have no facet “{name}”: leave it out.")


SLUG_FORM = re.compile(r"[-\w]{1,120}", re.ASCII)
CODE_FORM = re.compile(r"[A-Za-z_-]{1,24}")
NUMBER_FORM = re.compile(r"[1-9]\d{0,17}", re.ASCII)
MAX_TEXT = 120
YEAR_FORM = re.compile(r"[12]\d{3}", re.ASCII)
MONTH_FORM = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
DAY_FORM = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
BY_TIME = {
    Values.YEAR: (YEAR_FORM, "year", "2020"),
    Values.MONTH: (MONTH_FORM, "month", "2020-03"),
    Values.DAY: (DAY_FORM, "day", "2020-03-04"),
}


def key_of(facet: FacetField, parameter: str) -> FacetKey:
    """What the index holds for a parameter of a facet that needs no row.

    Raises ValueError with a message for the reader.
    """
    if facet.is_by_time:
        form, noun, example = BY_TIME[facet.values]
        if not form.fullmatch(parameter):
            raise ValueError(f"“{parameter}” is no {noun}: write it like {example}.")
        return int(parameter.replace("-", ""))
    if facet.values is Values.TEXT:
        return parameter[:MAX_TEXT]
    form = NUMBER_FORM if facet.values is Values.NUMBER else CODE_FORM
    if not form.fullmatch(parameter):
        raise ValueError(f"“{parameter}” is no {facet.label.lower()} this archive knows.")
    return int(parameter) if facet.values is Values.NUMBER else parameter


def parameter_of(facet: FacetField, key: FacetKey) -> str:
    """The parameter that stands for what the index holds (for a row's key, see labels)."""
    text = str(key)
    match facet.values:
        case Values.MONTH:
            return f"{text[:-2]}-{text[-2:]}"
        case Values.DAY:
            return f"{text[:-4]}-{text[-4:-2]}-{text[-2:]}"
    return text
