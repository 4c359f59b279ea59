"""Cards of the links of a stored version."""

from articles.admin.cards import PEOPLE, QUOTES, RACES, Card, Cards, Choice, pairs, places_of
from articles.models import Mention, Quote, RaceLink, Version


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
        "places": places_of(row.spans.all(), version),
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
        details=pairs(Decided=_decided(row)),
        **_common(row, version),
    )


def _of_race_link(row: RaceLink, version: Version) -> Card:
    return Card(
        noun=RACES,
        title=row.race.name,
        meant=row.race.name,
        details=pairs(Stages=", ".join(row.stages_named), Decided=_decided(row)),
        **_common(row, version),
    )


def _of_quote(row: Quote, version: Version) -> Card:
    words = " … ".join(version.words_at(span) for span in row.spans.all())
    speaker = row.person or row.organisation or row.speaker_text
    return Card(
        noun=QUOTES,
        title=words,
        meant=str(speaker or ""),
        details=pairs(
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
