"""People, races and outlets that a name being typed may become."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from articles.search import SearchQuery
from articles.search.naming import LONGEST, Named
from articles.search.suggestions import named_in, suggestions
from articles.views.addresses import page_of

SECONDS = 60
TITLES = {"person": "People", "race": "Races", "outlet": "Outlets"}


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """{"suggestions": [{"kind": "person", "name": "Doug Jones", "url": "/people/doug-jones/"}]}"""
    typed = request.GET.get("q", "").replace("\0", "")[:LONGEST]
    response = JsonResponse({"suggestions": [_shown(one) for one in suggestions(typed)]})
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    return response


def _shown(one: Named) -> dict[str, str]:
    return {"kind": one.noun, "name": one.shown.label, "url": url_of(one)}


def url_of(one: Named) -> str:
    return page_of(one.noun, one.shown.parameter)


def names_meant(query: SearchQuery, total: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """By kind, the names and addresses of those whom the words of a list may mean.

    Where the words find nothing, a beginning of a name is enough.
    """
    if query.words is None or query.page > 1:
        return []
    found = named_in(query.words) or ([] if total else suggestions(query.text))
    return [
        (title, [(one.shown.label, url_of(one)) for one in found if one.noun == noun])
        for noun, title in TITLES.items()
        if any(one.noun == noun for one in found)
    ]
