"""RosterRevision: by which a process knows whether what it keeps of the roster still holds."""

from django.db import connection, models


class RosterRevision(models.Model):
    """A number that triggers of the database replace by chance with every change of the roster.

    Whoever writes, in whatever way, can't pass them by. Each writing process of PostgreSQL has a
    slot, so that none waits for another; SQLite, where one writes at a time, needs but one.
    """

    slot = models.PositiveSmallIntegerField(primary_key=True)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.slot}: {self.number}"


def roster_revision() -> int | None:
    """Another one after each change of people or races, never one that was there before: what is
    taken back leaves none behind. None where nobody counts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT SUM(number) FROM articles_rosterrevision")
        return cursor.fetchone()[0]
