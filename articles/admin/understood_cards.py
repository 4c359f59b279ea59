"""Cards of what is understood of an Item, before it is an article."""

from collections.abc import Mapping

from articles.admin.cards import PEOPLE, QUOTES, RACES, Card, Cards, Choice, pairs, places_of
from articles.extraction import PersonReading, QuoteReading, RaceReading, Story
from articles.ingestion import Understanding
from articles.ingestion.corrections import Answer, Corrections, quote_key
from articles.ingestion.report import names_in_archive
from articles.models import Race


def cards_of_understanding(understood: Understanding) -> Cards:
    """In two queries, however much was found."""
    story, reading, given = understood.parsed.story, understood.reading, understood.corrections
    names = names_in_archive(reading)
    races = Race.objects.in_bulk([one.race_id for one in reading.races])
    return Cards(
        people=tuple(_of_person(one, story, names, given) for one in reading.people),
        races=tuple(_of_race(one, story, races, given) for one in reading.races),
        quotes=tuple(_of_quote(one, story, names, given) for one in reading.quotes),
    )


def _of_person(
    one: PersonReading, story: Story, names: Mapping[str, str], given: Corrections
) -> Card:
    return Card(
        noun=PEOPLE,
        key=one.key,
        title=one.name,
        meant=names[one.key] if one.person_id else "",
        choices=tuple(
            Choice(rival.person_id, rival.name, rival.why, rival.confidence) for rival in one.rivals
        ),
        details=pairs(Roles=", ".join(role.replace("_", " ") for role in one.roles)),
        **_common(one, story, given.people.get(one.key)),
    )


def _of_race(one: RaceReading, story: Story, races: Mapping[int, Race], given: Corrections) -> Card:
    return Card(
        noun=RACES,
        key=one.slug,
        title=races[one.race_id].name,
        meant=races[one.race_id].name,
        details=pairs(Stages=", ".join(one.stages)),
        **_common(one, story, given.races.get(one.slug)),
    )


def _of_quote(
    one: QuoteReading, story: Story, names: Mapping[str, str], given: Corrections
) -> Card:
    key = quote_key(one)
    return Card(
        noun=QUOTES,
        key=key,
        title=one.text,
        meant=names.get(one.speaker_key) or one.organisation or one.speaker_text,
        details=pairs(
            Kind=f"{one.kind}, {one.speaker_kind}",
            Speaker=one.speaker_text,
            Cue=one.cue,
            Said_on=one.said_on.isoformat() if one.said_on else "",
            Said_in=one.said_where,
            Relayed_by=one.relayed_by,
            About=", ".join(names[key] for key in one.about if key in names),
        ),
        **_common(one, story, given.quotes.get(key)),
    )


def _common(
    one: PersonReading | RaceReading | QuoteReading, story: Story, answer: Answer | None
) -> dict:
    return {
        "state": str(one.state),
        "confidence": one.confidence,
        "why": one.why,
        "places": places_of(one.spans, story),
        "answer": answer.answer if answer else "",
    }
