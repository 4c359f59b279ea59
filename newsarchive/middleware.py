"""What every request goes through."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NUL = "%00"


def without_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Leaves NUL out of the parameters of an address: no text has one, PostgreSQL takes none."""

    def answer(request: HttpRequest) -> HttpResponse:
        while NUL in (query := request.META.get("QUERY_STRING", "")):
            request.META["QUERY_STRING"] = query.replace(NUL, "")
        return get_response(request)

    return answer
