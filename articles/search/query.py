"""The question as data: frozen, knowing no engine, no request and no database."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from articles.search.nodes import Node
from articles.search.periods import ALWAYS, Period

MAX_PAGE = 500
PAGE_SIZE = 20
MAX_PAGE_SIZE = 200


class Unit(StrEnum):
    """What is found and counted: articles, or what somebody said in one of them."""

    ARTICLES = "articles"
    QUOTES = "quotes"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


FacetKey = int | str


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen values of one facet: any of these, and none of those."""

    facet: str
    any_of: tuple[FacetKey, ...] = ()
    none_of: tuple[FacetKey, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """``words`` is the parsed search box, ``text`` what was typed into it.

    ``folded``: a CopySet counts once, in hits and in every facet, and its earliest matching copy
    is the hit; otherwise every copy counts.
    """

    words: Node | None = None
    selections: tuple[Selection, ...] = ()
    period: Period = ALWAYS
    folded: bool = False
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    text: str = ""
    unit: Unit = Unit.ARTICLES

    def __post_init__(self) -> None:
        if not (1 <= self.page <= MAX_PAGE and 1 <= self.page_size <= MAX_PAGE_SIZE):
            raise ValueError(f"No page {self.page} of {self.page_size}.")

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.page_size

    @property
    def is_everything(self) -> bool:
        return self.words is None and not self.selections and self.period.is_always

    def selection(self, facet: str) -> Selection:
        """What was chosen and refused of ``facet``."""
        return next((one for one in self.selections if one.facet == facet), Selection(facet))

    def selected(self, facet: str) -> tuple[FacetKey, ...]:
        """The values of ``facet`` that were chosen."""
        return self.selection(facet).any_of

    def refused(self, facet: str) -> tuple[FacetKey, ...]:
        """The values of ``facet`` that were excluded."""
        return self.selection(facet).none_of

    def without(self, facet: str) -> "SearchQuery":
        """The same question, this facet's selection left out."""
        kept = tuple(one for one in self.selections if one.facet != facet)
        return replace(self, selections=kept)

    def choosing(self, facet: str, value: FacetKey) -> "SearchQuery":
        """The same question, this value the only choice of its facet."""
        others = self.without(facet).selections
        return replace(self, selections=(*others, Selection(facet, any_of=(value,))))

    def on(self, today: dt.date) -> "SearchQuery":
        """The same question, a rolling period settled as it is on that day."""
        return replace(self, period=self.period.settled(today))

    def matching(self) -> "SearchQuery":
        """What decides which articles match: without order, page and what was typed."""
        ordered = tuple(sorted(self.selections, key=lambda one: one.facet))
        return SearchQuery(
            words=self.words,
            selections=ordered,
            period=self.period,
            folded=self.folded,
            unit=self.unit,
        )
