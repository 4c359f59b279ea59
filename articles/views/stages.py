"""The votes of a race in order, with their results and the dates they were set for before."""

from dataclasses import dataclass

from django.db.models import F, Prefetch

from articles.models import FormerStageDate, Person, Race, Result, Stage


@dataclass(frozen=True, slots=True)
class StageRow:
    stage: Stage
    results: tuple[Result, ...]
    former_dates: tuple[FormerStageDate, ...]

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
    return [
        StageRow(stage, tuple(stage.results.all()), tuple(stage.former_dates.all()))
        for stage in stages.order_by(F("date").asc(nulls_last=True), "pk")
    ]


def public_results():
    """Results of people who may have a page, the most votes first."""
    confirmed = Result.objects.filter(candidacy__person__status=Person.Status.CONFIRMED)
    most_first = (F("share").desc(nulls_last=True), F("votes").desc(nulls_last=True), "pk")
    return confirmed.select_related("candidacy__person", "candidacy__party", "source").order_by(
        "round", *most_first
    )
