"""The list of articles: one address says all that narrows it."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.filters import ArticleFilterSet
from articles.search import BadQuery, EngineUnavailable, SearchResults, search
from articles.search.query import MAX_PAGE
from articles.views.addresses import Address
from articles.views.facet_links import (
    PARAMETERS,
    address_of,
    chips,
    facet_groups,
    month_bars,
    sort_links,
)
from articles.views.keeping import kept_while_index_stands
from articles.views.paging import pages_of
from articles.views.rows import rows_of_hits

LIST = "articles/article_list.html"
logger = logging.getLogger(__name__)


@require_safe
@kept_while_index_stands
def article_list(request: HttpRequest) -> HttpResponse:
    try:
        results = search(ArticleFilterSet(request.GET).search_query())
    except BadQuery as mistake:
        return render(request, LIST, mistaken(request, mistake))
    except EngineUnavailable as failure:
        logger.error("The list of articles can't be searched: %s", failure)
        return render(request, "articles/search_unavailable.html", status=503)
    return render(request, LIST, found(request, results))


def found(request: HttpRequest, results: SearchResults) -> dict:
    query, address = results.query, address_of(request.path, results)
    return {
        "typed": query.text,
        "kept": [pair for pair in address.parameters if pair[0] not in ("q", "page")],
        "total": results.total,
        "rows": rows_of_hits(results.hits),
        "bars": month_bars(results, address),
        "has_older_months": any(one.has_more for one in results.facets if one.name == "month"),
        "groups": facet_groups(results.facets, address),
        "chips": chips(results, address),
        "sorts": sort_links(query, address),
        "pages": pages_of(results.total, query.page_size, query.page, address, MAX_PAGE),
        "clear_url": request.path,
    }


def mistaken(request: HttpRequest, mistake: BadQuery) -> dict:
    address, suggestion = Address.of(request, PARAMETERS), mistake.suggestion
    return {
        "typed": request.GET.get("q", ""),
        "mistake": mistake.message,
        "suggestion": suggestion,
        "suggestion_url": str(address.setting("q", suggestion)) if suggestion else "",
        "clear_url": request.path,
    }
