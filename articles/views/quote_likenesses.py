"""What a page shows of a quote that is like a passage: its words, with the differences marked."""

from dataclasses import dataclass

from articles.checking import Match, Passage, Printed
from articles.extraction.wording import Comparison, Step
from articles.models import Quote

AROUND = 240


@dataclass(frozen=True, slots=True)
class Likeness:
    """``before`` and ``after`` are what was said around the words; no steps where the rights
    hide them."""

    quote: Quote
    percent: int
    is_exact: bool
    steps: tuple[Step, ...] = ()
    before: str = ""
    after: str = ""
    elsewhere: int = 0

    @classmethod
    def of(cls, match: Match) -> "Likeness":
        comparison, elsewhere = match.comparison, match.articles - 1
        told = (match.quote, comparison.percent, comparison.is_exact)
        if not match.is_shown:
            return cls(*told, elsewhere=elsewhere)
        before, after = around(match.quote.words, comparison)
        return cls(*told, comparison.steps, before, after, elsewhere)


@dataclass(frozen=True, slots=True)
class PassageRow:
    words: str
    likenesses: tuple[Likeness, ...]
    printed: tuple[Printed, ...]
    articles: int
    is_exact: bool

    @classmethod
    def of(cls, passage: Passage) -> "PassageRow":
        likenesses = tuple(Likeness.of(match) for match in passage.matches)
        return cls(passage.words, likenesses, passage.printed, passage.articles, passage.is_exact)


def around(words: str, comparison: Comparison) -> tuple[str, str]:
    """What was said before and after, whole words and not too many."""
    before, after = words[: comparison.start], words[comparison.end :]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return before, after
