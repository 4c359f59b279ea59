"""What was understood, as plain data: the form of `manage.py ingest --dry-run --json`."""

import datetime as dt
from typing import Any

from articles.extraction import PersonReading, QuoteReading, RaceReading, Reading, Span, Story
from articles.ingestion.understanding import Understanding
from articles.models import Person


def as_data(understood: Understanding) -> dict[str, Any]:
    story, reading = understood.parsed.story, understood.reading
    names = names_in_archive(reading)
    return {
        "article": _article(understood) | {"outlets_cited": cited(understood)},
        "people": [_person(one, names[one.key]) for one in reading.people],
        "races": [_race(one) for one in reading.races],
        "quotes": [_quote(one, story, names) for one in reading.quotes],
    }


def names_in_archive(reading: Reading) -> dict[str, str]:
    """By key, what the archive calls somebody it knows, else what the text does; one query."""
    known = Person.objects.in_bulk([one.person_id for one in reading.people if one.person_id])
    return {
        one.key: known[one.person_id].name if one.person_id in known else one.name
        for one in reading.people
    }


def cited(understood: Understanding) -> list[str]:
    return list(dict.fromkeys(one.name for one in understood.reading.outlets_cited))


def _article(understood: Understanding) -> dict[str, Any]:
    story = understood.parsed.story
    return {
        "headline": story.headline or None,
        "proposed_headline": story.proposed_headline or None,
        "deck": story.deck or None,
        "bylines": [byline.name for byline in story.bylines if byline.name],
        "outlet": understood.outlet.name if understood.outlet else story.outlet or None,
        "published_on": _day(story.published_on),
        "published_from": story.published_from,
        "body": story.body,
    }


def _person(one: PersonReading, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "slug": one.slug or None,
        "state": str(one.state),
        "roles": list(one.roles),
        "rivals": [{"name": rival.name, "slug": rival.slug} for rival in one.rivals],
        "why": one.why,
        "spans": [_span(span) for span in one.spans],
    }


def _race(one: RaceReading) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "state": str(one.state),
        "stages": list(one.stages),
        "why": one.why,
        "spans": [_span(span) for span in one.spans],
    }


def _quote(one: QuoteReading, story: Story, names: dict[str, str]) -> dict[str, Any]:
    first, last = one.spans[0], one.spans[-1]
    return {
        "kind": one.kind,
        "text": one.text or story.text_of(first),
        "field": first.field,
        "start": first.start,
        "end": last.end if last.field == first.field else first.end,
        "speaker": names.get(one.speaker_key) or one.organisation or None,
        "speaker_kind": one.speaker_kind,
        "speaker_text": one.speaker_text,
        "state": str(one.state),
        "cue": one.cue,
        "said_on": _day(one.said_on),
        "said_where": one.said_where or None,
        "handle": one.handle or None,
        "links": list(one.links),
        "relayed_by": one.relayed_by or None,
        "about": [names[key] for key in one.about if key in names],
        "statement": one.statement,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"field": span.field, "start": span.start, "end": span.end}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
