"""What is said of a request that is refused before a page sees it: too much of something in it."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponseBadRequest
from django.template import loader

TOO_MANY_FILES = (
    "These are more than {most:,} files, which is all that one form takes (setting "
    "INGEST_MAX_FILES). Pack them into one .zip, give them in parts, or use manage.py ingest."
)
TOO_LONG = (
    "This text is longer than {most:,} characters, which is all that can be pasted (setting "
    "PASTE_MAX_CHARACTERS). Give it as a file, or in parts."
)
TOO_MANY_FIELDS = "This form has more fields than can be read at once: choose fewer things."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBadRequest:
    """Without the request's context: whatever made it refused would refuse it again."""
    page = loader.get_template("400.html")
    return HttpResponseBadRequest(page.render({"told": _told(exception)}))


def _told(exception: Exception) -> str:
    if isinstance(exception, TooManyFilesSent):
        return TOO_MANY_FILES.format(most=settings.INGEST_MAX_FILES)
    if isinstance(exception, RequestDataTooBig):
        return TOO_LONG.format(most=settings.PASTE_MAX_CHARACTERS)
    return TOO_MANY_FIELDS if isinstance(exception, TooManyFieldsSent) else ""
