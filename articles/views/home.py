"""The front page: search, the latest, who is quoted and which races are covered most."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article, Outlet
from articles.models.coverage import most_covered_races, most_quoted
from articles.views.keeping import kept_while_index_stands
from articles.views.rows import article_rows

LATEST, RANKED = 8, 8


@require_safe
@kept_while_index_stands
def home(request: HttpRequest) -> HttpResponse:
    public = Article.objects.public()
    context = {
        "rows": article_rows(public.for_lists().newest_first()[:LATEST]),
        "races": most_covered_races(RANKED),
        "people": most_quoted(RANKED),
        "total": public.count(),
        "outlets": Outlet.objects.public().count(),
    }
    return render(request, "home.html", context)
