"""Which public articles speak of whom, in what role, and about which race.

Only linked findings in the current version of a public article count.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from articles.models.articles import Article
from articles.models.fields import LinkState, Precision, TextField
from articles.models.links import Mention, RaceLink
from articles.models.people import Person
from articles.models.quotes import Quote

IN_THEIR_OWN_WORDS = (Quote.Kind.DIRECT, Quote.Kind.MIXED, Quote.Kind.POST)


@dataclass(frozen=True, slots=True)
class Roles:
    """Numbers of public articles: of ``named`` the others are parts; ``archive`` is all there are.

    ``mentioned`` are those that name the person without passing on a word of theirs.
    """

    named: int
    quoted: int
    paraphrased: int
    mentioned: int
    in_headline: int
    archive: int


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


def articles_naming(person: Person) -> QuerySet[Article]:
    """Public articles that name the person or pass on their words."""
    named = linked_mentions().filter(person=person).order_by().values("version")
    spoken = linked_quotes().filter(person=person).order_by().values("version")
    return Article.objects.public().filter(current_version__in=named.union(spoken))


def articles_about(race) -> QuerySet[Article]:
    about = linked_races().filter(race=race).values("version")
    return Article.objects.public().filter(current_version__in=about)


def roles_of(person: Person) -> Roles:
    """In how many public articles the person has which role."""
    own_words, indirect = Q(kind__in=IN_THEIR_OWN_WORDS), Q(kind=Quote.Kind.INDIRECT)
    spoken = public_quotes().filter(person=person).order_by()
    counts = spoken.aggregate(
        quoted=Count("version", distinct=True, filter=own_words),
        paraphrased=Count("version", distinct=True, filter=indirect),
        either=Count("version", distinct=True),
    )
    named = articles_naming(person).count()
    headline = public_mentions().filter(person=person, spans__field=TextField.HEADLINE)
    return Roles(
        named=named,
        quoted=counts["quoted"],
        paraphrased=counts["paraphrased"],
        mentioned=named - counts["either"],
        in_headline=headline.order_by().values("version").distinct().count(),
        archive=Article.objects.public().count(),
    )


def months_of(person: Person) -> dict[tuple[int, int], tuple[int, int]]:
    """By (year, month), the public articles that name the person, and how many quote them.

    Articles whose month is not known are left out.
    """
    spoken = public_quotes().filter(person=person, kind__in=IN_THEIR_OWN_WORDS)
    named = articles_naming(person)
    total = _by_month(named)
    quoted = _by_month(named.filter(current_version__in=spoken.values("version")))
    return {month: (number, quoted.get(month, 0)) for month, number in total.items()}


def _by_month(articles: QuerySet[Article]) -> dict[tuple[int, int], int]:
    dated = articles.exclude(published_on=None).exclude(published_precision=Precision.YEAR)
    months = dated.order_by().values_list("published_on__year", "published_on__month")
    return {(year, month): n for year, month, n in months.annotate(articles=Count("pk"))}
