"""What the editors' pages show of a finding: one shape, before and after it is an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.extraction import Story
from articles.ingestion import Understanding
from articles.ingestion.corrections import Answer, quote_key
from articles.ingestion.report import names_in_archive
from articles.marking import PERSON, QUOTE, Mark
from articles.models import LinkState, Mention, Quote, Race, RaceLink, Version

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


# From what is understood of an Item


def cards_of_understanding(understood: Understanding) -> Cards:
    story, reading = understood.parsed.story, understood.reading
    names = names_in_archive(reading)
    races = Race.objects.in_bulk([one.race_id for one in reading.races])
    given = understood.corrections
    return Cards(
        people=tuple(
            Card(
                noun=PEOPLE,
                key=one.key,
                title=one.name,
                meant=names[one.key] if one.person_id else "",
                state=str(one.state),
                confidence=one.confidence,
                why=one.why,
                places=_places(one.spans, story),
                answer=_said(given.people.get(one.key)),
                choices=tuple(
                    Choice(rival.person_id, rival.name, rival.why, rival.confidence)
                    for rival in one.rivals
                ),
                details=_pairs(Roles=", ".join(role.replace("_", " ") for role in one.roles)),
            )
            for one in reading.people
        ),
        races=tuple(
            Card(
                noun=RACES,
                key=one.slug,
                title=races[one.race_id].name,
                meant=races[one.race_id].name,
                state=str(one.state),
                confidence=one.confidence,
                why=one.why,
                places=_places(one.spans, story),
                answer=_said(given.races.get(one.slug)),
                details=_pairs(Stages=", ".join(one.stages)),
            )
            for one in reading.races
        ),
        quotes=tuple(
            Card(
                noun=QUOTES,
                key=quote_key(one),
                title=one.text,
                meant=names.get(one.speaker_key) or one.organisation or one.speaker_text,
                state=str(one.state),
                confidence=one.confidence,
                why=one.why,
                places=_places(one.spans, story),
                answer=_said(given.quotes.get(quote_key(one))),
                details=_pairs(
                    Kind=f"{one.kind}, {one.speaker_kind}",
                    Speaker=one.speaker_text,
                    Cue=one.cue,
                    Said_on=one.said_on.isoformat() if one.said_on else "",
                    Said_in=one.said_where,
                    Relayed_by=one.relayed_by,
                    About=", ".join(names[key] for key in one.about if key in names),
                ),
            )
            for one in reading.quotes
        ),
    )


def _said(answer: Answer | None) -> str:
    return answer.answer if answer else ""


def _places(spans: Iterable, text: Story | Version) -> tuple[Place, ...]:
    return tuple(
        Place(span.field, span.start, span.end, getattr(text, span.field)[span.start : span.end])
        for span in spans
    )


def _pairs(**values: str) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", " "), value) for name, value in values.items() if value)


# From the rows of an article


def cards_of_version(version: Version) -> Cards:
    """In a constant number of queries."""
    mentions = version.mentions.select_related("person", "decided_by").prefetch_related(
        "spans", "rivals__person"
    )
    links = version.race_links.select_related("race", "decided_by").prefetch_related("spans")
    quotes = version.quotes.select_related("person", "organisation", "decided_by").prefetch_related(
        "spans", "about_people"
    )
    return Cards(
        people=tuple(_of_mention(row, version) for row in mentions),
        races=tuple(_of_race_link(row, version) for row in links),
        quotes=tuple(_of_quote(row, version) for row in quotes),
    )


def _common(row: Mention | RaceLink | Quote, version: Version) -> dict:
    return {
        "key": str(row.pk),
        "state": row.state,
        "confidence": row.confidence,
        "why": row.why,
        "places": _places(row.spans.all(), version),
        "answer": row.decision if row.is_decided else "",
    }


def _decided(row: Mention | RaceLink | Quote) -> str:
    if not row.is_decided:
        return ""
    return (
        f"{row.get_decision_display()}, {row.decided_by or 'somebody'}, {row.decided_at:%Y-%m-%d}"
    )


def _of_mention(row: Mention, version: Version) -> Card:
    return Card(
        noun=PEOPLE,
        title=row.name,
        meant=row.person.name if row.person else "",
        choices=tuple(
            Choice(rival.person_id, rival.person.name, rival.why, rival.confidence)
            for rival in row.rivals.all()
        ),
        details=_pairs(Decided=_decided(row)),
        **_common(row, version),
    )


def _of_race_link(row: RaceLink, version: Version) -> Card:
    return Card(
        noun=RACES,
        title=row.race.name,
        meant=row.race.name,
        details=_pairs(Stages=", ".join(row.stages_named), Decided=_decided(row)),
        **_common(row, version),
    )


def _of_quote(row: Quote, version: Version) -> Card:
    words = " … ".join(version.words_at(span) for span in row.spans.all())
    speaker = row.person or row.organisation or row.speaker_text
    return Card(
        noun=QUOTES,
        title=words,
        meant=str(speaker or ""),
        details=_pairs(
            Kind=f"{row.get_kind_display()}, {row.get_speaker_kind_display()}",
            Speaker=row.speaker_text,
            Cue=row.cue,
            Said_on=row.said_on.isoformat() if row.said_on else "",
            Said_in=row.said_where,
            Relayed_by=row.relayed_by,
            About=", ".join(person.name for person in row.about_people.all()),
            Decided=_decided(row),
        ),
        **_common(row, version),
    )
