"""The front page: search, the latest, who is quoted and which races are covered most."""

import logging
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article, Outlet
from articles.search import EngineUnavailable, FacetValue, SearchQuery, search
from articles.search.facets import BY_NAME
from articles.views.keeping import kept_while_index_stands
from articles.views.rows import article_rows

LATEST, RANKED = 8, 8
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Leaders:
    """What the index counts: all there is, and who and what comes up most."""

    total: int
    races: tuple[FacetValue, ...] = ()
    people: tuple[FacetValue, ...] = ()
    is_counted: bool = True


@require_safe
@kept_while_index_stands
def home(request: HttpRequest) -> HttpResponse:
    newest = Article.objects.public().for_lists().newest_first()
    context = {
        "rows": article_rows(newest[:LATEST]),
        "leaders": leaders(),
        "outlets": Outlet.objects.public().count(),
    }
    return render(request, "home.html", context)


def leaders() -> Leaders:
    """Without an index the page does without the rankings."""
    facets = [replace(BY_NAME[name], shown=RANKED) for name in ("race", "quoted")]
    try:
        found = search(SearchQuery(page_size=1), facets)
    except EngineUnavailable as failure:
        logger.error("The front page can't count: %s", failure)
        return Leaders(Article.objects.public().count(), is_counted=False)
    return Leaders(found.total, found.facet("race").values, found.facet("quoted").values)
