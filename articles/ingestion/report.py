"""What was understood, as plain data: the form of `manage.py ingest --dry-run --json`."""

import datetime as dt
from typing import Any

from articles.extraction import PersonReading, QuoteReading, RaceReading, Span, Story
from articles.ingestion.understanding import Understanding


def as_data(understood: Understanding) -> dict[str, Any]:
    story, reading = understood.parsed.story, understood.reading
    by_key = {one.key: one for one in reading.people}
    return {
        "article": _article(understood) | {"outlets_cited": cited(understood)},
        "people": [_person(one) for one in reading.people],
        "races": [_race(one) for one in reading.races],
        "quotes": [_quote(one, story, by_key) for one in reading.quotes],
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


def _person(one: PersonReading) -> dict[str, Any]:
    return {
        "name": one.name,
        "slug": one.slug or None,
        "state": str(one.state),
        "roles": list(one.roles),
        "rivals": [rival.slug for rival in one.rivals],
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


def _quote(one: QuoteReading, story: Story, people: dict[str, PersonReading]) -> dict[str, Any]:
    first, last = one.spans[0], one.spans[-1]
    speaker = people.get(one.speaker_key)
    return {
        "kind": one.kind,
        "text": one.text or story.text_of(first),
        "field": first.field,
        "start": first.start,
        "end": last.end if last.field == first.field else first.end,
        "speaker": _name(speaker) or one.organisation or None,
        "speaker_kind": one.speaker_kind,
        "speaker_text": one.speaker_text,
        "state": str(one.state),
        "cue": one.cue,
        "said_on": _day(one.said_on),
        "said_where": one.said_where or None,
        "handle": one.handle or None,
        "links": list(one.links),
        "relayed_by": one.relayed_by or None,
        "about": [_name(people[key]) for key in one.about if key in people],
        "statement": one.statement,
    }


def _name(person: PersonReading | None) -> str | None:
    return person.slug or person.name if person else None


def _span(span: Span) -> dict[str, Any]:
    return {"field": span.field, "start": span.start, "end": span.end}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
