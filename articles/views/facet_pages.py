"""All values of one facet of a list, to search and page through; or its group alone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from articles.search import BadQuery, EngineUnavailable, counted
from articles.search.facets import BY_NAME, EVERY_VALUE, FacetField, facets_of
from articles.search.values import LONGEST, values_of
from articles.views.addresses import PAGE, Address
from articles.views.facet_links import chips, facet_links, open_group
from articles.views.list_kinds import ListKind
from articles.views.lists import Asked, frame, mistaken
from articles.views.paging import pages_of

SIZE = 100
FIND = "find"


def facet_page(request: HttpRequest, kind: ListKind, name: str) -> HttpResponse:
    """Raises Http404 for what is no facet of the unit."""
    facet = BY_NAME.get(name)
    if facet not in facets_of(kind.unit):
        raise Http404
    filters = kind.filter_set(_of_the_list(request))
    asked = Asked.of(kind, filters)
    try:
        filters.search_query()
        response = _answer(request, asked, facet)
    except BadQuery:
        context = frame(request, asked) | mistaken(filters.mistakes, asked.address)
        response = render(request, kind.template, context, status=400)
    except EngineUnavailable:
        response = render(request, "lists/search_unavailable.html", status=503)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _of_the_list(request: HttpRequest):
    """The page of the values is none of the list's."""
    given = request.GET.copy()
    given.pop(PAGE, None)
    return given


def _answer(request: HttpRequest, asked: Asked, facet: FacetField) -> HttpResponse:
    if request.headers.get("HX-Request"):
        group = open_group(asked.kind, counted(asked.query, facet), asked.address)
        return render(request, "lists/_facet.html", {"group": group})
    return render(request, "lists/facet_values.html", _values(request, asked, facet))


def _values(request: HttpRequest, asked: Asked, facet: FacetField) -> dict:
    query, address = asked.query, asked.address
    find = request.GET.get(FIND, "").replace("\0", "").strip()[:LONGEST]
    number = _page_number(request.GET.get(PAGE, ""))
    values = values_of(query, facet, find=find, offset=(number - 1) * SIZE, size=SIZE)
    return frame(request, asked) | {
        "facet": values.facet,
        "links": list(facet_links(facet.name, values.facet.values, address)),
        "find": find,
        "total": values.total,
        "pages": pages_of(
            values.total, SIZE, number, _own_address(asked, facet, find), EVERY_VALUE
        ),
        "chips": chips(query, asked.names, address),
        "list_url": str(address),
        "kept": address.parameters,
    }


def _own_address(asked: Asked, facet: FacetField, find: str) -> Address:
    """This page's own: the list's parameters, and what is looked for."""
    looked_for = [(FIND, find)] if find else []
    return Address(asked.kind.facet_url(facet.name), (*asked.address.parameters, *looked_for))


def _page_number(text: str) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) < 5
    return max(1, int(text)) if is_number else 1
