"""What a page shows of a quote that is like a passage: its words, with the differences marked."""

from dataclasses import dataclass

from articles.checking import Match, Passage
from articles.extraction.text import beginning, ending
from articles.extraction.wording import Comparison, Step
from articles.models import Quote

AROUND = 240
CUT = "…"


@dataclass(frozen=True, slots=True)
class Likeness:
    """``before`` and ``after`` are what was said around the words; no steps where the rights
    hide them. ``elsewhere`` counts other articles."""

    quote: Quote
    percent: int
    is_exact: bool
    elsewhere: int
    steps: tuple[Step, ...] = ()
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, match: Match) -> "Likeness":
        comparison = match.comparison
        told = (match.quote, comparison.percent, comparison.is_exact, match.articles - 1)
        if not match.is_shown:
            return cls(*told)
        return cls(*told, comparison.steps, *_around(match.quote.words, comparison))


@dataclass(frozen=True, slots=True)
class PassageRow:
    passage: Passage
    likenesses: tuple[Likeness, ...]

    @classmethod
    def of(cls, passage: Passage) -> "PassageRow":
        return cls(passage, tuple(Likeness.of(match) for match in passage.matches))


def _around(words: str, comparison: Comparison) -> tuple[str, str]:
    before, after = words[: comparison.start], words[comparison.end :]
    if len(before) > AROUND:
        before = f"{CUT} {ending(before, AROUND)}"
    if len(after) > AROUND:
        after = f"{beginning(after, AROUND)} {CUT}"
    return before, after
