"""Which people a list shows, those in most articles first."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from articles.extraction.names import fold
from articles.models import Candidacy, Person, PersonName
from articles.models.coverage import public_mentions

MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class CoveredFirst:
    """(person, articles) pairs in order, for a paginator: only the page asked for is fetched.

    Counting all mentions once is far quicker than letting the database order by a count a row.
    """

    covered: list[tuple[int, int]]
    others: QuerySet[Person]

    def count(self) -> int:
        return len(self.covered) + self.others.count()

    def __getitem__(self, part: slice) -> list[tuple[Person, int]]:
        before = len(self.covered)
        listed = dict(self.covered[part])
        people = Person.objects.public().in_bulk(list(listed))
        first = [(people[key], articles) for key, articles in listed.items() if key in people]
        others = self.others[max(part.start - before, 0) : max(part.stop - before, 0)]
        return first + [(person, 0) for person in others]


def listed_people(typed: str) -> CoveredFirst:
    """By name everybody on the rolls, otherwise those with coverage or a candidacy."""
    mentions, people = public_mentions(), Person.objects.public()
    if typed:
        mentions, people = (
            mentions.filter(person__in=named(typed)),
            people.filter(pk__in=named(typed)),
        )
    else:
        people = people.filter(Exists(Candidacy.objects.filter(person=OuterRef("pk"))))
    covered = covered_people(mentions)
    others = people.exclude(pk__in=[key for key, _ in covered])
    return CoveredFirst(covered, others.order_by("name", "pk"))


def covered_people(mentions: QuerySet) -> list[tuple[int, int]]:
    """(key, public articles) of people, the most articles first."""
    counted = mentions.order_by().values("person").annotate(articles=Count("pk"))
    in_order = counted.order_by("-articles", "person__name", "person_id")
    return list(in_order.values_list("person", "articles"))


def named(typed: str) -> QuerySet:
    """Keys of the people one of whose names holds every word typed."""
    names = PersonName.objects.all()
    for word in fold(typed).split()[:MOST_WORDS]:
        names = names.filter(folded__contains=word)
    return names.order_by().values("person")
