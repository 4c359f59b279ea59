"""One article: its words as its rights allow, what they lead to, and where they come from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article
from articles.models.articles import ArticleQuerySet
from articles.views.findings import findings_of
from articles.views.passages import Reader
from articles.views.slugs import page_of_one


def public_articles() -> ArticleQuerySet:
    return Article.objects.public().select_related("outlet", "current_version__capture")


@page_of_one(public_articles)
def article_detail(request: HttpRequest, article: Article) -> HttpResponse:
    version, findings = article.current_version, findings_of(article.current_version)
    reader = Reader(version, article.rights, findings)
    context = {
        "article": article,
        "version": version,
        "bylines": article.bylines.all(),
        "deck": reader.deck(),
        "passages": reader.body(),
        "caption": reader.caption(),
        "findings": findings,
        "copies": copies_of(article),
        "address": request.build_absolute_uri(article.get_absolute_url()),
    }
    return render(request, "articles/article_detail.html", context)


def copies_of(article: Article) -> list[Article]:
    """Other public articles that carry the same text."""
    if article.copy_set_id is None:
        return []
    others = Article.objects.public().filter(copy_set=article.copy_set_id).exclude(pk=article.pk)
    return list(others.for_lists().order_by("published_on", "pk"))
