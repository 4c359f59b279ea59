"""Which races a list shows: by year, state and office, those with most coverage first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.db.models.functions import Length
from django.http import HttpRequest

from articles.models import Office, Race
from articles.search import SearchQuery
from articles.search.query import FacetKey
from articles.search.values import numbers_by
from articles.views.coverage import told_by_index


@dataclass(frozen=True, slots=True)
class RaceChoice:
    """What was chosen; a value that no race has chooses nothing."""

    PARAMETERS: ClassVar = ("year", "state", "office", "page")

    year: int | None = None
    state: str = ""
    office: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "RaceChoice":
        year = request.GET.get("year", "")
        state = request.GET.get("state", "")
        office = request.GET.get("office", "")
        return cls(
            int(year) if year in {str(known) for known in cls.years()} else None,
            state if state in cls.states() else "",
            office if office in Office.values else "",
        )

    @staticmethod
    def years() -> list[int]:
        return list(Race.objects.order_by("-year").values_list("year", flat=True).distinct())

    @staticmethod
    def states() -> list[str]:
        rows = Race.objects.exclude(seat=None).order_by("seat__state")
        return list(rows.values_list("seat__state", flat=True).distinct())

    @staticmethod
    def offices() -> list[tuple[str, str]]:
        known = set(Race.objects.exclude(seat=None).values_list("seat__office", flat=True))
        return [(code, label) for code, label in Office.choices if code in known]

    @property
    def is_made(self) -> bool:
        return bool(self.year or self.state or self.office)


@dataclass(frozen=True, slots=True)
class ListedRaces:
    """(race, public articles) pairs in order, for a paginator: only the page asked for is fetched.

    Without an index, when ``is_counted`` is False, no race has a number.
    """

    keys: Sequence[int]
    articles: Mapping[FacetKey, int]
    is_counted: bool

    def count(self) -> int:
        return len(self.keys)

    def __getitem__(self, part: slice) -> list[tuple[Race, int]]:
        keys = self.keys[part]
        races = Race.objects.in_bulk(keys)
        return [(races[key], self.articles.get(key, 0)) for key in keys if key in races]


def listed_races(choice: RaceChoice) -> ListedRaces:
    """Most articles first, then by year and place."""
    chosen = {"year": choice.year, "seat__state": choice.state, "seat__office": choice.office}
    races = Race.objects.filter(**{name: value for name, value in chosen.items() if value})
    by_place = ("seat__state", "seat__office", Length("seat__district"), "seat__district", "name")
    keys = races.order_by("-year", *by_place, "pk").values_list("pk", flat=True)
    told = told_by_index(lambda: {"articles": numbers_by("race", SearchQuery())})
    articles = told.get("articles", {})
    in_order = sorted(keys, key=lambda key: -articles.get(key, 0))
    return ListedRaces(in_order, articles, told["is_counted"])
