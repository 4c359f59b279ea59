"""One question put to one commit of an index, and what was answered to it."""

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TypeVar

from tantivy import Query

from articles.search.engines.embedded.build import View
from articles.search.engines.embedded.kept import Kept
from articles.search.engines.embedded.queries import library_query
from articles.search.query import FacetKey, SearchQuery

Answer = TypeVar("Answer")
MOST_ANSWERS = 64
MATCHES, TOTAL = "matches", "total"  # every copy of a text counted, and copies folded if asked so


class Asked:
    """What decides which articles match. The library's query is made once for all that is asked
    of them, and the answers are kept while the index has not changed.
    """

    def __init__(self, view: View, kept: Kept, query: SearchQuery) -> None:
        self.view, self.query = view, query.matching()
        self._all_kept = kept
        self._answers = kept.get_or((view.generation, self.query), lambda: Kept(MOST_ANSWERS))

    @cached_property
    def matching(self) -> Query:
        return library_query(self.query, self.view.schema)

    def known(self, name: Hashable):
        """What was answered under this name, or None."""
        return self._answers.get(name)

    def keep(self, name: Hashable, answer: object) -> None:
        self._answers.put(name, answer)

    def answer(self, name: Hashable, make: Callable[[], Answer]) -> Answer:
        return self._answers.get_or(name, make)

    def without(self, facet: str) -> "Asked":
        """Without what was chosen and refused of one facet."""
        return Asked(self.view, self._all_kept, self.query.without(facet))

    def choosing(self, facet: str, value: FacetKey) -> "Asked":
        """With this value as the only choice of its facet."""
        return Asked(self.view, self._all_kept, self.query.choosing(facet, value))
