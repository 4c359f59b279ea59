"""The answer as data, finished for a page but for its addresses."""

from dataclasses import dataclass

from articles.search.query import MAX_PAGE, SearchQuery


@dataclass(frozen=True, slots=True)
class Fragment:
    """Plain text, to be escaped by whoever prints it; a match is marked."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """``key`` is the article's, or the quote's where quotes were asked for; ``copies`` how many
    matching ones stand behind it where copies are folded."""

    key: int
    snippet: tuple[Fragment, ...] = ()
    copies: int = 1


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``value`` is what the parameter of the page's address takes: a slug, code, year or month."""

    value: str
    label: str
    count: int
    is_selected: bool = False
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """``exact``: the counts are; ``has_more``: there are values that are not listed."""

    name: str
    label: str
    values: tuple[FacetValue, ...]
    exact: bool = True
    has_more: bool = False

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.is_selected)

    @property
    def refused(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.is_refused)


@dataclass(frozen=True, slots=True)
class SearchResults:
    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    query: SearchQuery

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(hit.key for hit in self.hits)

    @property
    def page_count(self) -> int:
        """Pages a reader can turn to; what lies deeper is reached by narrowing."""
        return min(MAX_PAGE, max(1, -(-self.total // self.query.page_size)))

    @property
    def is_cut(self) -> bool:
        """Whether there are hits beyond the last page."""
        return self.total > MAX_PAGE * self.query.page_size

    @property
    def has_next(self) -> bool:
        return self.query.page < self.page_count

    @property
    def has_previous(self) -> bool:
        return self.query.page > 1

    def facet(self, name: str) -> Facet:
        return next(facet for facet in self.facets if facet.name == name)
