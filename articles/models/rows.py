"""Many small rows at once: what ``bulk_create`` does, without an instance and a key for each."""

from collections.abc import Iterable, Sequence

from django.db import connection, models

MOST_VALUES = 900  # of one statement: any SQLite takes 999


def insert_rows(
    noun: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[int | str]]
) -> None:
    """Inserts rows that are told in full by plain values, in the order of ``fields``.

    Call it in a transaction. Nothing is made of a row but the row: no signal, no default. What
    the database holds against one is raised as IntegrityError.
    """
    rows = list(rows)
    size = MOST_VALUES // len(fields)
    for start in range(0, len(rows), size):
        _insert(noun, fields, rows[start : start + size])


def _insert(noun: type[models.Model], fields: Sequence[str], rows: list[Sequence]) -> None:
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(noun._meta.get_field(name).column) for name in fields)
    one = f"({', '.join(['%s'] * len(fields))})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quoted(noun._meta.db_table)} ({columns}) "  # noqa: S608 - names of models
            f"VALUES {', '.join([one] * len(rows))}",
            [value for row in rows for value in row],
        )
