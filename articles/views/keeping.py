"""Pages kept while nothing they show has changed.

Whatever changes what the index shows writes a change row in the same transaction, and the index
has a new state once the row was carried over. So a page stands as long as the index is in the state
it was made from and no change row waits: a withdrawn article is gone from it at once.
"""

import hashlib
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.models import IndexChange
from articles.search import index_state

View = Callable[..., HttpResponse]


def kept_while_index_stands(view: View) -> View:
    """Keeps what an anonymous reader gets of ``view``, for as long as it stands."""

    @wraps(view)
    def keeping(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        state = index_state()
        if not state or _is_personal(request) or IndexChange.objects.exists():
            return view(request, *args, **kwargs)
        pages, key = caches["pages"], _key(request, state)
        response = pages.get(key)
        if response is None:
            response = view(request, *args, **kwargs)
            if response.status_code == 200:
                pages.set(key, response)
        return response

    return keeping


def _is_personal(request: HttpRequest) -> bool:
    """Who has a session may be greeted by name or told something."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _key(request: HttpRequest, state: str) -> str:
    """Rolling periods move at midnight; addresses in a page carry the host."""
    asked = (
        state,
        str(timezone.localdate()),
        request.method,
        request.scheme,
        request.get_host(),
        request.get_full_path(),
        request.headers.get("HX-Request", ""),
    )
    return hashlib.sha256("\n".join(asked).encode()).hexdigest()
