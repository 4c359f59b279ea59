"""A story as every race is weighed against it: where it speaks of contests, and of whom."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from .findings import Findings
from .names import fold
from .race_words import contest_words, is_set_against, says_who, vote_words
from .races import find_districts
from .reading import PersonReading
from .spans import Span, Story
from .text import sentence_bounds

Place = tuple[str, int]  # field and number of a paragraph
HEADLINE: Place = ("headline", 0)
FIRST = {HEADLINE, ("body", 0)}

LEAD = 600  # characters that a story opens with
_SHORT = 60  # characters of a signature, a heading or an answer, which can't tell what it is about


class Ground:
    """A story with what holds for all races: its paragraphs, and words of a contest in them."""

    def __init__(
        self,
        story: Story,
        findings: Findings,
        people: list[PersonReading],
        holders: frozenset[int] = frozenset(),
    ) -> None:
        """``holders`` are the keys of those who hold an office on the story's day."""
        self.story, self.findings, self.people, self.holders = story, findings, people, holders

    @cached_property
    def folded(self) -> str:
        return fold(f"{self.story.headline} {self.story.deck} {self.story.body}")

    @cached_property
    def districts(self) -> set[str]:
        return find_districts(f"{self.story.body} {self.story.headline}")

    @property
    def hints(self) -> int:
        """How many words of a contest it has."""
        return len(contest_words(self.story.headline)) + len(contest_words(self.story.body))

    @cached_property
    def contested(self) -> set[Place]:
        """The paragraphs, or the headline, that have a word of a contest."""
        places = {("body", self._paragraph(start)) for start in contest_words(self.story.body)}
        return places | {HEADLINE} if contest_words(self.story.headline) else places

    @cached_property
    def contested_share(self) -> float:
        """The share of paragraphs that speak of a contest or a vote, among those that could."""
        hinted = {number for field, number in self.contested if field == "body"}
        hinted.update(map(self._paragraph, vote_words(self.story.body)))
        lengths = enumerate(map(len, self.story.body.split("\n\n")))
        telling = {number for number, length in lengths if length >= _SHORT} | hinted
        return len(hinted) / max(1, len(telling))

    @cached_property
    def last_opening(self) -> int:
        """The number of the last paragraph that a story opens with."""
        return self._paragraph(LEAD)

    def says_who(self, span: Span) -> bool:
        """Whether the words stand in a clause that only tells who somebody is."""
        return span.field == "body" and says_who(self.story.body, span.start)

    def holds_office(self, person: PersonReading) -> bool:
        """Whether the roster or the story's own words give the person an office by that day."""
        return person.person_id in self.holders or any(
            span in self._titled for span in person.spans
        )

    def is_set_against(self, span: Span) -> bool:
        """Whether the name stands behind "against"."""
        text = self.story.body if span.field == "body" else self.story.headline
        return is_set_against(text, span.start)

    def places(self, spans: Iterable[Span]) -> set[Place]:
        """The paragraphs that the spans lie in."""
        return {
            ("body", self._paragraph(span.start)) if span.field == "body" else (span.field, 0)
            for span in spans
        }

    def sentence(self, span: Span) -> tuple[Place, int]:
        """The paragraph of a span, and which of its sentences that is: equal for one sentence."""
        if span.field != "body":
            return (span.field, 0), 0
        number = self._paragraph(span.start)
        begins = [start for start, _ in self._sentences(number)]
        return ("body", number), bisect_right(begins, span.start)

    def is_opening(self, place: Place) -> bool:
        field, number = place
        return field == "headline" or number <= self.last_opening

    def _paragraph(self, position: int) -> int:
        return bisect_right(self._ends, position)

    @cached_property
    def _titled(self) -> set[Span]:
        named = (one for cluster in self.findings.clusters for one in cluster.mentions)
        return {one.span for one in named if one.office and not one.former}

    def _sentences(self, paragraph: int) -> list[tuple[int, int]]:
        bounds = [0, *self._ends, len(self.story.body)]
        return sentence_bounds(self.story.body, bounds[paragraph], bounds[paragraph + 1])

    @cached_property
    def _ends(self) -> list[int]:
        return [hit.end() for hit in re.finditer("\n\n", self.story.body)]
