"""An editor's corrections as data, kept on the Item and applied to what was understood.

    {"fields": {"headline": "..."}, "blocks": {KEY: "heading"},
     "people": {KEY: {"answer": "yes", "person": 12, "by": 3, "at": "..."}},
     "races": {SLUG: {"answer": "no", ...}}, "quotes": {KEY: {"answer": "yes", "person": 12, ...}}}

People are keyed by their name in the text, quotes and blocks by their words: a correction of the
text elsewhere loses none of them.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from articles.extraction import Byline, PersonReading, QuoteReading, RaceReading, Reading, Story
from articles.ingestion.errors import IngestError
from articles.ingestion.parsed import ParsedArticle
from articles.models import Article, BlockKind, Decision, LinkState, Person, Precision, Race

EDITOR = "editor"
NO_LETTERS = re.compile(r"[\W_]+")
STORY_FIELDS = ("headline", "deck", "outlet", "dateline")
FACT_FIELDS = ("kind", "section", "url")
BLOCK_KINDS = frozenset(BlockKind.values)
FIELDS = (*STORY_FIELDS, *FACT_FIELDS, "bylines", "published_on")


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to one finding: who is meant, if somebody else than was thought."""

    answer: str
    person: int | None = None
    by: int | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    fields: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Answer] = field(default_factory=dict)
    races: Mapping[str, Answer] = field(default_factory=dict)
    quotes: Mapping[str, Answer] = field(default_factory=dict)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Corrections":
        answers = {
            noun: {key: Answer(**answer) for key, answer in stored.get(noun, {}).items()}
            for noun in ("people", "races", "quotes")
        }
        return cls(fields=stored.get("fields", {}), blocks=stored.get("blocks", {}), **answers)

    def of_quote(self, quote: QuoteReading) -> Answer | None:
        return self.quotes.get(quote_key(quote)) if self.quotes else None


def words_key(text: str) -> str:
    """What a quote or paragraph is known by: its letters, whatever stands around them."""
    letters = NO_LETTERS.sub("", text.casefold())
    return hashlib.sha256(letters.encode()).hexdigest()[:16]


def quote_key(quote: QuoteReading) -> str:
    return f"{quote.spans[0].field}-{words_key(quote.text)}"


# Fields


def clean_field(name: str, value: str) -> str:
    """The value as it is kept; raises IngestError where it makes no sense."""
    value = " ".join(value.replace("\0", "").split())
    if name not in FIELDS:
        raise IngestError(f"{name!r} is nothing that can be corrected here.")
    if name == "published_on" and value:
        partial_date(value)
    if name == "kind" and value not in Article.Kind.values:
        raise IngestError(f"The kind must be one of {', '.join(Article.Kind.values)}.")
    if name == "headline" and len(value) > 500:
        raise IngestError("A headline has at most 500 characters.")
    if name == "url" and value and not value.startswith(("http://", "https://")):
        raise IngestError("An address starts with https:// or http://.")
    return value


def partial_date(text: str) -> tuple[dt.date, str]:
    """ "2020", "2020-03" or "2020-03-04" as a day and its precision; raises IngestError."""
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts] + [1, 1]
        day = dt.date(*numbers[:3])
    except (ValueError, OverflowError):
        raise IngestError(f"{text!r} is no date: write it like 2020-03-04.") from None
    known = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}
    if len(parts) not in known:
        raise IngestError(f"{text!r} is no date: write it like 2020-03-04.")
    return day, known[len(parts)]


def apply_to_article(parsed: ParsedArticle, corrections: Corrections) -> ParsedArticle:
    """The article with the fields and kinds of paragraphs that the editor gave."""
    given = corrections.fields
    story = replace(parsed.story, **{name: given[name] for name in STORY_FIELDS if name in given})
    if "bylines" in given:
        story = replace(story, bylines=bylines_of(given["bylines"]))
    story = replace(story, blocks=_blocks(story, corrections.blocks))
    parsed = replace(parsed, **{name: given[name] for name in FACT_FIELDS if name in given})
    if "published_on" in given:
        story, parsed = _dated(story, parsed, given["published_on"])
    sources = parsed.sources | dict.fromkeys(given, EDITOR)
    return replace(parsed, story=story, sources=sources)


def bylines_of(text: str) -> tuple[Byline, ...]:
    """ "Ann Writer; Ben Writer (Meridian Wire)" as bylines, in order."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, _, agency = part.partition("(")
        found.append(Byline(name.strip(), "writer", agency.rstrip(") ").strip()))
    return tuple(found)


def _dated(story: Story, parsed: ParsedArticle, given: str) -> tuple[Story, ParsedArticle]:
    day, precision = partial_date(given) if given else (None, Precision.DAY)
    origin = "stated" if day else "unknown"
    story = replace(
        story, published_on=day, published_from=origin, published_why="given by an editor"
    )
    return story, replace(parsed, published_at=None, precision=precision, zone="")


def _blocks(story: Story, given: Mapping[str, str]) -> tuple[str, ...]:
    texts = story.body.split("\n\n") if story.body else []
    return tuple(
        given.get(words_key(text), kind) if given else kind
        for text, kind in zip(texts, story.blocks, strict=True)
        if kind in BLOCK_KINDS
    )


# Links


def apply_to_reading(reading: Reading, corrections: Corrections) -> Reading:
    """The reading with people, races and quotes as the editor answered; two queries at most."""
    chosen = _chosen_people(corrections)
    people = tuple(_person(one, corrections.people.get(one.key), chosen) for one in reading.people)
    by_key = {one.key: one for one in people}
    quotes = tuple(
        _quote(one, corrections, by_key, corrections.of_quote(one)) for one in reading.quotes
    )
    return replace(reading, people=people, races=_races(reading, corrections), quotes=quotes)


def _chosen_people(corrections: Corrections) -> dict[int, Person]:
    keys = {answer.person for answer in corrections.people.values() if answer.person}
    return Person.objects.in_bulk(keys) if keys else {}


def _person(
    reading: PersonReading, answer: Answer | None, chosen: dict[int, Person]
) -> PersonReading:
    if answer is None:
        return reading
    person = chosen.get(answer.person) if answer.person else None
    if answer.answer == Decision.NO:
        return reading._replace(state=LinkState.REJECTED, why="An editor said no.")
    if answer.answer == Decision.UNSURE:
        state = LinkState.SUGGESTED if reading.person_id else reading.state
        return reading._replace(state=state)
    if person:
        reading = reading._replace(person_id=person.pk, slug=person.slug)
    if reading.person_id is None:
        return reading
    return reading._replace(
        state=LinkState.LINKED, confidence=1.0, method=EDITOR, why="An editor said so."
    )


def _races(reading: Reading, corrections: Corrections) -> tuple[RaceReading, ...]:
    found = tuple(_race(one, corrections.races.get(one.slug)) for one in reading.races)
    known = {one.slug for one in found}
    added = [
        slug
        for slug, answer in corrections.races.items()
        if slug not in known and answer.answer == Decision.YES
    ]
    rows = Race.objects.filter(slug__in=added) if added else ()
    return found + tuple(_added(race) for race in rows)


def _race(reading: RaceReading, answer: Answer | None) -> RaceReading:
    if answer is None:
        return reading
    if answer.answer == Decision.NO:
        return reading._replace(state=LinkState.REJECTED, why="An editor said no.")
    if answer.answer == Decision.UNSURE:
        return reading._replace(state=LinkState.SUGGESTED)
    return reading._replace(state=LinkState.LINKED, confidence=1.0, method=EDITOR)


def _added(race: Race) -> RaceReading:
    return RaceReading(
        race_id=race.pk,
        slug=race.slug,
        state=LinkState.LINKED,
        confidence=1.0,
        method=EDITOR,
        why="An editor said so.",
    )


def _quote(
    quote: QuoteReading,
    corrections: Corrections,
    people: dict[str, PersonReading],
    answer: Answer | None,
) -> QuoteReading:
    """A quote follows its speaker's mention, unless the editor spoke of the quote itself."""
    if answer is None:
        follows = quote.speaker_key in corrections.people and quote.speaker_kind == "person"
        return _following(quote, people.get(quote.speaker_key)) if follows else quote
    if answer.answer == Decision.NO:
        return quote._replace(state=LinkState.REJECTED, why="An editor said no.")
    if answer.answer == Decision.UNSURE:
        return quote._replace(state=LinkState.SUGGESTED)
    if answer.person:
        quote = quote._replace(speaker_kind="person")
    return quote._replace(
        state=LinkState.LINKED, confidence=1.0, method=EDITOR, why="An editor said so."
    )


def _following(quote: QuoteReading, speaker: PersonReading | None) -> QuoteReading:
    if speaker and speaker.state == LinkState.LINKED:
        return quote._replace(state=LinkState.LINKED, confidence=1.0, method=EDITOR)
    return quote._replace(state=LinkState.UNRESOLVED)
