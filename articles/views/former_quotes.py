"""Quotes of texts that an article had before: where their words stand now."""

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from articles.models import Article, Quote, text_hash
from articles.models.coverage import told_quotes


def page_of_former(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads on to the quote of today, or says that there is none. Raises Http404 for what was no
    quote of a public article."""
    quote = _former(pk)
    if quote is None:
        raise Http404("There is no quote at this address.")
    successor = successor_of(quote)
    if successor:
        return HttpResponsePermanentRedirect(successor.get_absolute_url())
    context = {"article": quote.version.article}
    return render(request, "quotes/quote_gone.html", context, status=410)


def successor_of(quote: Quote) -> Quote | None:
    """What carries the same words in the article's text of today, else what belongs to the same
    Statement; None where the words are gone, or are no quote any more."""
    today = told_quotes().filter(version=quote.version.article.current_version_id)
    words = text_hash(quote.words)
    quotes = list(today.with_texts().order_by("pk"))
    same = [one for one in quotes if text_hash(one.words) == words]
    if quote.statement_id:
        same += [one for one in quotes if one.statement_id == quote.statement_id]
    return same[0] if same else None


def _former(pk: int) -> Quote | None:
    """A quote that is told of any text of a public article."""
    of_public = Exists(Article.objects.public().filter(versions=OuterRef("version")))
    return told_quotes().filter(of_public, pk=pk).with_texts().first()
