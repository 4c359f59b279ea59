"""Check my quote: a draft's passages as the archive has them, or that it has them not."""

import logging

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.checking import Checked, check
from articles.search import EngineUnavailable
from articles.views.quote_likenesses import PassageRow

LONGEST = 2000
logger = logging.getLogger(__name__)


class DraftForm(forms.Form):
    """``words`` is a sentence, a quote or a draft with several."""

    words = forms.CharField(
        max_length=LONGEST,
        error_messages={"max_length": f"Check at most {LONGEST:,} characters at a time."},
    )


@require_safe
def quote_check(request: HttpRequest) -> HttpResponse:
    """Without words, the form alone."""
    form = DraftForm(request.GET if request.GET.get("words", "").strip() else None)
    context = {"typed": request.GET.get("words", "")[:LONGEST], "longest": LONGEST}
    try:
        if form.is_valid():
            context |= told(check(form.cleaned_data["words"]))
    except EngineUnavailable as failure:
        logger.error("A quote can't be checked: %s", failure)
        return render(request, "lists/search_unavailable.html", status=503)
    context["mistake"] = " ".join(form.errors.get("words", ()))
    return render(
        request, "quotes/quote_check.html", context, status=400 if context["mistake"] else 200
    )


def told(checked: Checked) -> dict:
    return {"checked": checked, "rows": [PassageRow.of(one) for one in checked.passages]}
