"""A row by the slug in its address, whichever it has or ever had."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from articles.models.slugs import SluggedModel, SluggedQuerySet

Page = Callable[[HttpRequest, SluggedModel], HttpResponse]


def page_of_one(rows: Callable[[], SluggedQuerySet]) -> Callable[[Page], Callable]:
    """Gives a view its row out of ``rows()``: an old slug redirects for ever, none is a 404."""

    def decorate(page: Page) -> Callable:
        @require_safe
        @wraps(page)
        def view(request: HttpRequest, slug: str) -> HttpResponse:
            row = found_or_404(rows(), slug)
            if row.slug != slug:
                return HttpResponsePermanentRedirect(row.get_absolute_url())
            return page(request, row)

        return view

    return decorate


def found_or_404(rows: SluggedQuerySet, slug: str) -> SluggedModel:
    try:
        return rows.by_slug(slug)
    except rows.model.DoesNotExist:
        noun = rows.model._meta.verbose_name
        raise Http404(f"There is no {noun} at this address.") from None
