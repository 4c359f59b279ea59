"""What a worker is to do or to keep to, apart from Items."""

from collections.abc import Iterable

from django.db import connection, models


class RereadRequest(models.Model):
    """ "Read this article's text again": a name or a rule it depends on has changed."""

    article_id = models.BigIntegerField(unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"article {self.article_id}"


def ask_to_reread(article_ids: Iterable[int]) -> int:
    """Leaves a request for each article that has none yet; gives how many were asked for."""
    rows = [RereadRequest(article_id=pk) for pk in set(article_ids)]
    RereadRequest.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)
    return len(rows)


class HostTurn(models.Model):
    """When a host may be asked again: one polite rate for all processes together.

    ``lined_up_until`` spreads those who found it busy, so that they do not all come back at once.
    """

    host = models.CharField(max_length=253, unique=True)
    next_at = models.DateTimeField()
    lined_up_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.host


STORING = 7_203_118  # any number that no other advisory lock of this database has


def one_at_a_time() -> None:
    """Until the end of this transaction nobody else stores an article.

    Else two workers that store the same text at one moment would not see each other. On SQLite
    every writing transaction is alone already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [STORING])
