"""Which quotes carry the words of a passage, the likest first."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.extraction.wording import Comparison, compare
from articles.models import Quote
from articles.models.rights import quote_may_be_shown

LEAST_PERCENT = 60
FEWEST_WORDS = 3  # in common, of words that are not the same
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Match:
    """``articles``: how many public ones carry the Statement, this one's among them.

    ``is_shown``: whether the rights let its words be seen; if not, nobody may see the comparison
    but for how like they are.
    """

    quote: Quote
    comparison: Comparison
    is_shown: bool
    articles: int = 1

    @property
    def rank(self) -> tuple:
        """Exact before near, what can be read before what can't, then the earliest in print."""
        day = self.quote.version.article.published_on or dt.date.max
        exact, likeness = self.comparison.is_exact, self.comparison.likeness
        return not exact, -likeness, not self.is_shown, day, self.quote.pk


def matches_of(passage: str, candidates: Iterable[list[Quote]]) -> list[Match]:
    """One for each Statement: of the quotes that carry it, the likest."""
    best = (min(_matches(passage, wordings), key=_rank, default=None) for wordings in candidates)
    found = {one.quote.pk: one for one in best if one}
    return sorted(found.values(), key=_rank)[:MOST_SHOWN]


def is_worth_showing(comparison: Comparison | None) -> bool:
    if comparison is None or comparison.is_exact:
        return comparison is not None
    return comparison.percent >= LEAST_PERCENT and comparison.words_in_common >= FEWEST_WORDS


def _matches(passage: str, wordings: Iterable[Quote]) -> Iterator[Match]:
    compared: dict[str, Comparison | None] = {}
    for quote in wordings:
        words = quote.words
        if words not in compared:
            compared[words] = compare(passage, words)
        if is_worth_showing(compared[words]):
            yield Match(quote, compared[words], quote_may_be_shown(quote))


def _rank(match: Match) -> tuple:
    return match.rank
