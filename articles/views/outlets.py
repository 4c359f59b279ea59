"""Outlets: those with public articles, and each of them."""

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article, Outlet
from articles.views.addresses import Address
from articles.views.paging import paged
from articles.views.rows import article_rows
from articles.views.slugs import page_of_one

ROWS, LATEST = 60, 10


def public_outlets() -> QuerySet[Outlet]:
    return Outlet.objects.public()


@require_safe
def outlet_list(request: HttpRequest) -> HttpResponse:
    address = Address.of(request, ["page"])
    page, pages = paged(request, public_outlets(), ROWS, address)
    counts = articles_by_outlet([outlet.pk for outlet in page])
    rows = [(outlet, counts.get(outlet.pk, 0)) for outlet in page]
    return render(request, "outlets/outlet_list.html", {"rows": rows, "pages": pages})


@page_of_one(public_outlets)
def outlet_detail(request: HttpRequest, outlet: Outlet) -> HttpResponse:
    published = Article.objects.public().filter(outlet=outlet)
    context = {
        "outlet": outlet,
        "other_names": [row.name for row in outlet.other_names.all()],
        "domains": [row.domain for row in outlet.domains.all()],
        "predecessor": public_outlets().filter(pk=outlet.predecessor_id).first(),
        "total": published.count(),
        "rows": article_rows(published.for_lists().newest_first()[:LATEST]),
    }
    return render(request, "outlets/outlet_detail.html", context)


def articles_by_outlet(outlets: list[int]) -> dict[int, int]:
    counted = Article.objects.public().filter(outlet__in=outlets).order_by().values("outlet")
    return dict(counted.annotate(articles=Count("pk")).values_list("outlet", "articles"))
