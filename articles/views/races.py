"""Races: the list by year and state, and the almanac page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Race
from articles.models.coverage import articles_about
from articles.views.addresses import Address
from articles.views.candidates import candidate_rows, is_foremost
from articles.views.paging import paged
from articles.views.race_lists import RaceChoice, listed_races
from articles.views.rows import article_rows
from articles.views.slugs import page_of_one
from articles.views.speakers import matrix_of
from articles.views.stages import stage_rows

ROWS, LATEST = 60, 10


@require_safe
def race_list(request: HttpRequest) -> HttpResponse:
    choice = RaceChoice.of(request)
    address = Address.of(request, RaceChoice.PARAMETERS)
    page, pages = paged(request, listed_races(choice), ROWS, address)
    context = {
        "rows": page.object_list,
        "pages": pages,
        "total": page.paginator.count,
        "choice": choice,
    }
    return render(request, "races/race_list.html", context)


@page_of_one(Race.objects.for_lists)
def race_detail(request: HttpRequest, race: Race) -> HttpResponse:
    about = articles_about(race)
    total = about.count()
    candidates, stages = candidate_rows(race), stage_rows(race)
    context = {
        "race": race,
        "stages": stages,
        "has_results": any(row.results for row in stages),
        "candidates": [row for row in candidates if is_foremost(row)],
        "others": [row for row in candidates if not is_foremost(row)],
        "matrix": matrix_of(race),
        "total": total,
        "rows": article_rows(about.for_lists().newest_first()[:LATEST]),
    }
    return render(request, "races/race_detail.html", context)
