"""The facets, declared once: form, engine, index, labels and pages all read this list.

What a facet counts is articles. Only linked people and races count; office and state are those
of the linked races; party is that of the linked people on the article's date.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from articles.search.query import FacetKey

MAX_SELECTED = 20


class Values(StrEnum):
    """What the index holds as a facet's values, and the parameter that stands for one."""

    KEY = "key"  # the primary key of a row; the parameter is its slug
    CODE = "code"  # a code such as AL; the parameter is the code
    YEAR = "year"  # 2020
    MONTH = "month"  # 202003; the parameter is 2020-03


@dataclass(frozen=True, slots=True)
class FacetField:
    """``noun`` names whose rows or codes the values are; ``shown`` how many a page lists."""

    name: str
    label: str
    index_field: str
    values: Values
    noun: str
    shown: int = 12

    @property
    def is_whole_number(self) -> bool:
        return self.values != Values.CODE

    @property
    def is_by_time(self) -> bool:
        return self.values in (Values.YEAR, Values.MONTH)


FACETS = (
    FacetField("outlet", "Outlet", "outlet", Values.KEY, "outlet"),
    FacetField("person", "Person", "people", Values.KEY, "person"),
    FacetField("quoted", "Person quoted", "quoted", Values.KEY, "person"),
    FacetField("race", "Race", "races", Values.KEY, "race"),
    FacetField("state", "State", "states", Values.CODE, "state"),
    FacetField("office", "Office", "offices", Values.CODE, "office"),
    FacetField("party", "Party", "parties", Values.CODE, "party"),
    FacetField("kind", "Kind of article", "kind", Values.CODE, "kind"),
    FacetField("year", "Year", "year", Values.YEAR, "year"),
    FacetField("month", "Month", "month", Values.MONTH, "month"),
)
BY_NAME = {facet.name: facet for facet in FACETS}

CODE_FORM = re.compile(r"[A-Za-z_]{1,24}")
YEAR_FORM = re.compile(r"[12]\d{3}", re.ASCII)
MONTH_FORM = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])", re.ASCII)


def key_of(facet: FacetField, parameter: str) -> FacetKey:
    """What the index holds for a parameter of a facet that needs no row.

    Raises ValueError with a message for the reader.
    """
    if facet.values is Values.YEAR:
        if not YEAR_FORM.fullmatch(parameter):
            raise ValueError(f"“{parameter}” is no year: write it like 2020.")
        return int(parameter)
    if facet.values is Values.MONTH:
        found = MONTH_FORM.fullmatch(parameter)
        if not found:
            raise ValueError(f"“{parameter}” is no month: write it like 2020-03.")
        return int(found[1]) * 100 + int(found[2])
    if not CODE_FORM.fullmatch(parameter):
        raise ValueError(f"“{parameter}” is no {facet.label.lower()} this archive knows.")
    return parameter


def parameter_of(facet: FacetField, key: FacetKey) -> str:
    """The parameter that stands for what the index holds (for a row's key, see labels)."""
    if facet.values is Values.MONTH:
        return f"{int(key) // 100:04}-{int(key) % 100:02}"
    return str(key)
