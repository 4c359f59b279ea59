"""One quote: its words in their place, and every wording in which they were printed."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.extraction.wording import Comparison, compare
from articles.models import Person, Quote
from articles.models.coverage import public_told_quotes
from articles.models.rights import quote_may_be_shown
from articles.views.former_quotes import page_of_former
from articles.views.quote_contexts import context_of

MOST_CARRIERS = 50


@dataclass(frozen=True, slots=True)
class Carrier:
    """``comparison`` is with the longest wording; None where the words may not be shown."""

    quote: Quote
    comparison: Comparison | None
    is_longest: bool


@require_safe
def quote_detail(request: HttpRequest, pk: int) -> HttpResponse:
    about = Prefetch("about_people", queryset=Person.objects.public())
    quote = public_told_quotes().with_texts().prefetch_related(about).filter(pk=pk).first()
    if quote is None:
        return page_of_former(request, pk)
    carriers, others = carriers_of(quote)
    context = {
        "quote": quote,
        "article": quote.version.article,
        "words": quote.words if quote_may_be_shown(quote) else "",
        "in_place": context_of(quote),
        "carriers": carriers,
        "others": others,
        "canonical": request.build_absolute_uri(quote.get_absolute_url()),
    }
    return render(request, "quotes/quote_detail.html", context)


def carriers_of(quote: Quote) -> tuple[list[Carrier], int]:
    """Where the Statement is printed, the earliest first, and how many more there are."""
    if quote.statement_id is None:
        return [], 0
    fellows = public_told_quotes().filter(statement=quote.statement_id)
    total = fellows.count()
    if total == 1:
        return [], 0
    listed = list(fellows.with_texts().earliest_first()[:MOST_CARRIERS])
    shown = {one.pk: one.words for one in listed if quote_may_be_shown(one)}
    longest = max(shown.values(), key=len, default="")
    return [_carrier(one, shown.get(one.pk, ""), longest) for one in listed], total - len(listed)


def _carrier(quote: Quote, words: str, longest: str) -> Carrier:
    comparison = compare(words, longest) if words else None
    return Carrier(quote, comparison, is_longest=bool(words) and words == longest)
