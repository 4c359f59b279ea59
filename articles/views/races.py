"""Races: the list by year and state, and the almanac page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Race
from articles.search import search
from articles.search.values import numbers_by
from articles.views.addresses import Address
from articles.views.candidates import candidate_rows, is_foremost
from articles.views.coverage import newest_of, newest_rows, told_by_index
from articles.views.paging import paged
from articles.views.race_lists import RaceChoice, listed_races
from articles.views.slugs import page_of_one
from articles.views.speakers import matrix_of
from articles.views.stages import stage_rows

ROWS, LATEST = 60, 10


@require_safe
def race_list(request: HttpRequest) -> HttpResponse:
    choice = RaceChoice.of(request)
    address = Address.of(request, RaceChoice.PARAMETERS)
    listed = listed_races(choice)
    page, pages = paged(request, listed, ROWS, address)
    context = {
        "rows": page.object_list,
        "pages": pages,
        "total": page.paginator.count,
        "choice": choice,
        "is_counted": listed.is_counted,
    }
    return render(request, "races/race_list.html", context)


@page_of_one(Race.objects.for_lists)
def race_detail(request: HttpRequest, race: Race) -> HttpResponse:
    stages, told = stage_rows(race), told_by_index(lambda: coverage_of(race))
    context = {
        "race": race,
        "stages": stages,
        "has_results": any(row.results for row in stages),
        **(told if told["is_counted"] else told | uncounted(race)),
    }
    return render(request, "races/race_detail.html", context)


def coverage_of(race: Race) -> dict:
    """What the page of a race tells by the index. Raises EngineUnavailable."""
    about = newest_of("race", race.pk, LATEST)
    found = search(about, [])
    rows = candidate_rows(race, numbers_by("person", about), numbers_by("quoted", about))
    return {
        "total": found.total,
        "rows": newest_rows(found),
        "candidates": [row for row in rows if is_foremost(row)],
        "others": [row for row in rows if not is_foremost(row)],
        "matrix": matrix_of(race),
    }


def uncounted(race: Race) -> dict:
    """Nobody can tell then who is covered and who filed papers only."""
    return {"candidates": candidate_rows(race, {}, {})}
