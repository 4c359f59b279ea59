"""Which people a list shows, those in most articles first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Exists, OuterRef, QuerySet

from articles.extraction.names import fold
from articles.models import Candidacy, Person, PersonName
from articles.search import SearchQuery, index_state
from articles.search.values import numbers_by
from articles.views.coverage import told_by_index

MOST_WORDS = 6
Covered = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class CoveredFirst:
    """(person, articles) pairs in order, for a paginator: only the page asked for is fetched.

    ``covered`` are keys with their numbers of articles, ``others`` the keys of those without any.
    Without an index, when ``is_counted`` is False, all are among the others.
    """

    covered: Covered
    others: Sequence[int]
    is_counted: bool

    def count(self) -> int:
        return len(self.covered) + len(self.others)

    def __getitem__(self, part: slice) -> list[tuple[Person, int]]:
        before = len(self.covered)
        others = self.others[max(part.start - before, 0) : max(part.stop - before, 0)]
        listed = [*self.covered[part], *((key, 0) for key in others)]
        people = Person.objects.public().in_bulk([key for key, _ in listed])
        return [(people[key], articles) for key, articles in listed if key in people]


def listed_people(typed: str) -> CoveredFirst:
    """By name everybody on the rolls, otherwise those with coverage or a candidacy."""
    people = Person.objects.public().order_by("name", "pk")
    if typed:
        people = people.filter(pk__in=named(typed))
    else:
        people = people.filter(Exists(Candidacy.objects.filter(person=OuterRef("pk"))))
    keys = dict.fromkeys(people.values_list("pk", flat=True))
    told = told_by_index(lambda: {"covered": covered_people()})
    covered = [pair for pair in told.get("covered", ()) if not typed or pair[0] in keys]
    with_articles = {key for key, _ in covered}
    others = [key for key in keys if key not in with_articles]
    return CoveredFirst(covered, others, told["is_counted"])


def covered_people() -> Covered:
    """(key, public articles) of people, the most articles first; counted once for each state of
    the index. Raises EngineUnavailable."""
    state = index_state()
    return _covered_people_in(state) if state else _count_people()


@lru_cache(maxsize=1)
def _covered_people_in(state: str) -> Covered:
    return _count_people()


def _count_people() -> Covered:
    return tuple(numbers_by("person", SearchQuery()).items())


def named(typed: str) -> QuerySet:
    """Keys of the people one of whose names holds every word typed."""
    names = PersonName.objects.all()
    for word in fold(typed).split()[:MOST_WORDS]:
        names = names.filter(folded__contains=word)
    return names.order_by().values("person")
