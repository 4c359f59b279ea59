"""Outlets: those with public articles, and each of them."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Outlet
from articles.search import SearchQuery, search
from articles.search.values import numbers_by
from articles.views.addresses import Address
from articles.views.coverage import newest_of, newest_rows, told_by_index
from articles.views.paging import paged
from articles.views.slugs import page_of_one

ROWS, LATEST = 60, 10


def public_outlets() -> QuerySet[Outlet]:
    return Outlet.objects.public()


@require_safe
def outlet_list(request: HttpRequest) -> HttpResponse:
    address = Address.of(request, ["page"])
    page, pages = paged(request, public_outlets(), ROWS, address)
    told = told_by_index(lambda: {"articles": numbers_by("outlet", SearchQuery())})
    counts = told.pop("articles", {})
    rows = [(outlet, counts.get(outlet.pk, 0)) for outlet in page]
    return render(request, "outlets/outlet_list.html", told | {"rows": rows, "pages": pages})


@page_of_one(public_outlets)
def outlet_detail(request: HttpRequest, outlet: Outlet) -> HttpResponse:
    context = {
        "outlet": outlet,
        "other_names": [row.name for row in outlet.other_names.all()],
        "domains": [row.domain for row in outlet.domains.all()],
        "predecessor": public_outlets().filter(pk=outlet.predecessor_id).first(),
    }
    context |= told_by_index(lambda: coverage_of(outlet))
    return render(request, "outlets/outlet_detail.html", context)


def coverage_of(outlet: Outlet) -> dict:
    """What the page of an outlet tells by the index. Raises EngineUnavailable."""
    found = search(newest_of("outlet", outlet.pk, LATEST), [])
    return {"total": found.total, "rows": newest_rows(found)}
