"""Whether the archive can answer: for machines that watch it."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.search import get_engine


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """503 only without a database: without its index the archive still serves most pages."""
    database, engine = database_answers(), get_engine().health()
    told = {
        "status": "ok" if database and engine.is_up else "degraded" if database else "down",
        "database": database,
        "search": {"is_up": engine.is_up, "articles": engine.articles},
    }
    return JsonResponse(told, status=200 if database else 503)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
