"""The votes of a race in order, with their results and the dates they were set for before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from django.db.models import F, Prefetch
from django.urls import reverse

from articles.models import FormerStageDate, Person, Precision, Race, Result, Stage
from articles.views.addresses import Address


@dataclass(frozen=True, slots=True)
class Until:
    """From the day of one stage to that of the next."""

    next: Stage
    quotes_url: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """``until_next`` is given once for each day, where it and the next are known."""

    stage: Stage
    results: tuple[Result, ...]
    former_dates: tuple[FormerStageDate, ...]
    until_next: Until | None = None

    @property
    def has_votes(self) -> bool:
        return any(result.votes is not None for result in self.results)

    @property
    def is_official(self) -> bool:
        return all(result.is_official for result in self.results)

    @property
    def sources(self) -> list[str]:
        named = [result.source.name for result in self.results if result.source]
        return list(dict.fromkeys(named))


def stage_rows(race: Race) -> list[StageRow]:
    stages = race.stages.select_related("party").prefetch_related(
        Prefetch("results", queryset=public_results()), "former_dates"
    )
    rows = [
        StageRow(stage, tuple(stage.results.all()), tuple(stage.former_dates.all()))
        for stage in stages.order_by(F("date").asc(nulls_last=True), "pk")
    ]
    between = dict(_between(race, [row.stage for row in rows]))
    return [replace(row, until_next=between.get(row.stage.pk)) for row in rows]


def _between(race: Race, stages: Iterable[Stage]) -> Iterable[tuple[int, Until]]:
    """By the last stage of each day, the time until the first of the next."""
    dated = [one for one in stages if one.date and one.precision == Precision.DAY]
    for one, following in pairwise(dated):
        if one.date < following.date:
            ends = (("from", str(one.date)), ("to", str(following.date)))
            quotes = Address(reverse("quote-list"), (("race", race.slug), *ends))
            yield one.pk, Until(following, str(quotes))


def public_results():
    """Results of people who may have a page, the most votes first."""
    confirmed = Result.objects.filter(candidacy__person__status=Person.Status.CONFIRMED)
    most_first = (F("share").desc(nulls_last=True), F("votes").desc(nulls_last=True), "pk")
    return confirmed.select_related("candidacy__person", "candidacy__party", "source").order_by(
        "round", *most_first
    )
