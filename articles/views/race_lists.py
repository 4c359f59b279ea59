"""Which races a list shows: by year, state and office, those with most coverage first."""

from dataclasses import dataclass
from typing import ClassVar

from django.db.models import Count
from django.db.models.functions import Length
from django.http import HttpRequest

from articles.models import Office, Race
from articles.models.coverage import public_race_links


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


def listed_races(choice: RaceChoice) -> list[tuple[Race, int]]:
    """(race, public articles) pairs, most articles first, then by year and place."""
    chosen = {"year": choice.year, "seat__state": choice.state, "seat__office": choice.office}
    races = Race.objects.filter(**{name: value for name, value in chosen.items() if value})
    by_place = ("seat__state", "seat__office", Length("seat__district"), "seat__district", "name")
    articles = articles_by_race()
    rows = [(race, articles.get(race.pk, 0)) for race in races.order_by("-year", *by_place)]
    return sorted(rows, key=lambda row: -row[1])


def articles_by_race() -> dict[int, int]:
    counted = public_race_links().order_by().values("race").annotate(articles=Count("version"))
    return dict(counted.values_list("race", "articles"))
