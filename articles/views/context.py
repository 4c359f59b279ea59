"""What every page may show."""

from django.conf import settings
from django.http import HttpRequest

OWN_SEARCH_BOX = {"home", "article-list", "article-facet", "quote-list", "quote-facet"}


def site(request: HttpRequest) -> dict:
    """The archive's name, the part of it one is in, and whether the page has a search box."""
    page = request.resolver_match.url_name if request.resolver_match else ""
    return {
        "site_name": settings.SITE_NAME,
        "section": (page or "").partition("-")[0],
        "has_search_box": page in OWN_SEARCH_BOX,
    }
