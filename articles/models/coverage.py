"""Which public articles speak of whom, and about which race.

Only linked findings in the current version of a public article count.
"""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, QuerySet

from articles.models.articles import Article
from articles.models.fields import LinkState
from articles.models.links import Mention, RaceLink
from articles.models.people import Person
from articles.models.quotes import Quote

IN_THEIR_OWN_WORDS = (Quote.Kind.DIRECT, Quote.Kind.MIXED, Quote.Kind.POST)


def in_public_version() -> Exists:
    """Asked row by row: a list of all public versions costs most where few rows are wanted."""
    return Exists(Article.objects.public().filter(current_version=OuterRef("version")))


def linked_mentions() -> QuerySet[Mention]:
    """Of public people; for versions that are known to be public, where this is far quicker."""
    return Mention.objects.filter(state=LinkState.LINKED, person__status=Person.Status.CONFIRMED)


def public_mentions() -> QuerySet[Mention]:
    return linked_mentions().filter(in_public_version())


def linked_quotes() -> QuerySet[Quote]:
    """What public people said, in their own words or not; else as ``linked_mentions``."""
    return Quote.objects.filter(
        state=LinkState.LINKED,
        speaker_kind=Quote.SpeakerKind.PERSON,
        person__status=Person.Status.CONFIRMED,
    )


def public_quotes() -> QuerySet[Quote]:
    return linked_quotes().filter(in_public_version())


def told_quotes() -> QuerySet[Quote]:
    """What anybody is told to have said, linked to a person or not; else as
    ``linked_mentions``. What an editor rejected is none."""
    return Quote.objects.exclude(state=LinkState.REJECTED)


def public_told_quotes() -> QuerySet[Quote]:
    return told_quotes().filter(in_public_version())


def articles_carrying(statements: Iterable[int]) -> dict[int, int]:
    """By Statement, in how many public articles it is printed."""
    carried = public_told_quotes().filter(statement__in=list(statements)).order_by()
    counted = carried.values("statement").annotate(articles=Count("version", distinct=True))
    return dict(counted.values_list("statement", "articles"))


def linked_races() -> QuerySet[RaceLink]:
    """For versions that are known to be public, where this is far quicker."""
    return RaceLink.objects.filter(state=LinkState.LINKED)


def public_race_links() -> QuerySet[RaceLink]:
    return linked_races().filter(in_public_version())
