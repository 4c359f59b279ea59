"""The list of what was said, and all values of one of its facets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.filters import QuoteFilterSet
from articles.search.query import Unit
from articles.views.facet_pages import facet_page
from articles.views.list_kinds import ListKind
from articles.views.lists import list_page
from articles.views.quote_rows import QuoteReader

QUOTES = ListKind(
    unit=Unit.QUOTES,
    filter_set=QuoteFilterSet,
    template="quotes/quote_list.html",
    route="quote-list",
    facet_route="quote-facet",
    one="quote",
    many="quotes",
    text="statement",
    texts="statements",
    opened=frozenset(
        ("person", "about", "said", "outlet", "place", "race", "state", "party", "year", "month")
    ),
    reader=QuoteReader,
)


@require_safe
def quote_list(request: HttpRequest) -> HttpResponse:
    return list_page(request, QUOTES)


@require_safe
def quote_facet(request: HttpRequest, name: str) -> HttpResponse:
    return facet_page(request, QUOTES, name)
