"""The list of articles, and all values of one of its facets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.filters import ArticleFilterSet
from articles.search.query import Unit
from articles.views.facet_pages import facet_page
from articles.views.keeping import kept_while_index_stands
from articles.views.list_kinds import ListKind
from articles.views.lists import list_page
from articles.views.rows import ArticleReader

ARTICLES = ListKind(
    unit=Unit.ARTICLES,
    filter_set=ArticleFilterSet,
    template="articles/article_list.html",
    route="article-list",
    facet_route="article-facet",
    one="article",
    many="articles",
    text="text",
    texts="texts",
    opened=frozenset(
        ("outlet", "person", "quoted", "race", "state", "party", "kind", "year", "month")
    ),
    reader=ArticleReader,
)


@require_safe
@kept_while_index_stands
def article_list(request: HttpRequest) -> HttpResponse:
    return list_page(request, ARTICLES)


@require_safe
def article_facet(request: HttpRequest, name: str) -> HttpResponse:
    return facet_page(request, ARTICLES, name)
