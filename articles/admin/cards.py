"""What the editors' pages show of a finding: one shape, before and after it is an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.extraction import Story
from articles.marking import PERSON, QUOTE, Mark
from articles.models import LinkState, Version

PEOPLE, RACES, QUOTES = "people", "races", "quotes"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: ``anchor`` is the place in the text beside it."""

    field: str
    start: int
    end: int
    words: str

    @property
    def anchor(self) -> str:
        return f"at-{self.field}-{self.start}"


@dataclass(frozen=True, slots=True)
class Choice:
    person: int
    name: str
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with its words, why it is there, and whom it could mean instead."""

    noun: str
    key: str
    title: str
    meant: str
    state: str
    confidence: float
    why: str
    places: tuple[Place, ...]
    answer: str = ""
    choices: tuple[Choice, ...] = ()
    details: tuple[tuple[str, str], ...] = ()

    @property
    def anchor(self) -> str:
        return f"{self.noun}-{self.key}"

    @property
    def is_sure(self) -> bool:
        return self.state == LinkState.LINKED

    @property
    def percent(self) -> int:
        return round(self.confidence * 100)


@dataclass(frozen=True, slots=True)
class Cards:
    people: tuple[Card, ...]
    races: tuple[Card, ...]
    quotes: tuple[Card, ...]

    def marks(self, field: str) -> list[Mark]:
        """The marks of people and quotes in one field of the text."""
        kinds = ((self.people, PERSON), (self.quotes, QUOTE))
        return [
            Mark(place.start, place.end, kind, card)
            for cards, kind in kinds
            for card in cards
            for place in card.places
            if place.field == field and card.state != LinkState.REJECTED
        ]

    @property
    def open_questions(self) -> int:
        """How many findings an editor has still to look at."""
        every = (*self.people, *self.races, *self.quotes)
        doubtful = (LinkState.AMBIGUOUS, LinkState.SUGGESTED)
        return sum(card.state in doubtful and not card.answer for card in every)


def places_of(spans: Iterable, text: Story | Version) -> tuple[Place, ...]:
    """Where the spans lie in ``text``, with their words."""
    return tuple(
        Place(span.field, span.start, span.end, getattr(text, span.field)[span.start : span.end])
        for span in spans
    )


def pairs(**values: str) -> tuple[tuple[str, str], ...]:
    """Names and values to be shown, without those that are empty."""
    return tuple((name.replace("_", " "), value) for name, value in values.items() if value)
