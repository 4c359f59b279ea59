"""What is told of a public article: its quotes, and the people and races it is linked to."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from articles.models import LinkState, Mention, Person, Quote, RaceLink, Version
from articles.models.coverage import told_quotes

PUBLIC_PERSON = Q(person__status=Person.Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Findings:
    """Quotes whoever spoke them; mentions and races that are linked, of public people only."""

    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    races: tuple[RaceLink, ...]


def findings_of(version: Version) -> Findings:
    """Eight queries at most, however much was found."""
    linked = Q(version=version, state=LinkState.LINKED)
    mentions = Mention.objects.filter(linked, PUBLIC_PERSON).select_related("person")
    races = RaceLink.objects.filter(linked).select_related("race__seat")
    return Findings(
        tuple(quotes_of(version)),
        tuple(mentions.prefetch_related("spans").order_by("pk")),
        tuple(races.prefetch_related("spans").order_by("pk")),
    )


def quotes_of(version: Version):
    about = Prefetch("about_people", queryset=Person.objects.public())
    return (
        told_quotes()
        .filter(version=version)
        .select_related("person", "organisation", "version")
        .prefetch_related("spans", about)
        .order_by("pk")
    )
