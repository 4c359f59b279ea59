"""Rows in plain SQL, for what is read and written many times an article.

To put one query into words takes Django ten times as long as the database takes to answer it.
Nothing is made of a row that is written here but the row: no signal is sent. What the database
holds against it is raised as IntegrityError.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, models

from articles.models.shapes import Row, Shape, shape_of

MOST_VALUES = 900  # of one statement: any SQLite takes 999


def insert_rows(
    noun: type[models.Model],
    fields: Sequence[str],
    rows: Iterable[Sequence[int | str]],
    *,
    unless_known: bool = False,
) -> None:
    """Inserts rows that are told in full by plain values, in the order of ``fields``.

    Call it in a transaction. With ``unless_known``, a row that is there already stays as it is.
    """
    shape, rows = shape_of(noun), list(rows)
    columns = [shape.column(name) for name in fields]
    end = " ON CONFLICT DO NOTHING" if unless_known else ""
    for some in _chunks(rows, len(columns)):
        with connection.cursor() as cursor:
            cursor.execute(*_insertion(shape.table, columns, some, end))


def insert_told(noun: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Inserts rows of which some fields are told, the same of each; gives their keys, in order.

    A field that is not told has the value of a new instance. Call it in a transaction.
    """
    shape, rows = shape_of(noun), list(rows)
    return _insert(shape, shape.values_told(rows)) if rows else []


def insert_new(rows: Iterable[Row]) -> list[Row]:
    """Inserts instances of one model and gives each its key, as saving them would.

    Call it in a transaction.
    """
    rows = list(rows)
    if not rows:
        return rows
    shape = shape_of(type(rows[0]))
    keys = _insert(shape, [shape.values_of(row) for row in rows])
    for row, key in zip(rows, keys, strict=True):
        row.pk, row._state.adding, row._state.db = key, False, DEFAULT_DB_ALIAS
    return rows


def change_rows(noun: type[models.Model], such: dict[str, Any], **changed: Any) -> int:
    """Sets fields of the rows that have ``such`` values in others; gives how many there were."""
    shape = shape_of(noun)
    changes = ", ".join(f"{shape.column(name)} = %s" for name in changed)
    conditions = " AND ".join(f"{shape.column(name)} = %s" for name in such)
    values = [shape.told(name, value) for name, value in (*changed.items(), *such.items())]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {shape.table} SET {changes} WHERE {conditions}", values)  # noqa: S608
        return cursor.rowcount


def rows_of(sql: str, values: Sequence = ()) -> list[tuple]:
    """What a query answers, as the database has it."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def rows_by_key(sql: str, keys: Collection, *values: Any) -> list[tuple]:
    """The same for any number of keys: ``{keys}`` stands for them, in front of the values."""
    found: list[tuple] = []
    for some in _chunks(list(keys), 1):
        places = ", ".join(["%s"] * len(some))
        found += rows_of(sql.format(keys=places), [*some, *values])
    return found


def instances_of(
    nouns: Sequence[type[models.Model]], sql: str, values: Sequence = ()
) -> list[tuple[models.Model | None, ...]]:
    """The same as instances: one of each noun a row, None where a join found none.

    ``{columns}`` stands for the columns of all of them.
    """
    shapes = [shape_of(noun) for noun in nouns]
    rows = rows_of(sql.format(columns=", ".join(shape.selected for shape in shapes)), values)
    return [tuple(shape.instance(columns) for shape in shapes) for columns in map(iter, rows)]


def _insert(shape: Shape, rows: list[list]) -> list[int]:
    """Rows told in full; their keys."""
    keys: list[tuple[int]] = []
    for some in _chunks(rows, len(shape.columns)):
        keys += rows_of(*_insertion(shape.table, shape.columns, some, f" RETURNING {shape.key}"))
    return [key for (key,) in keys]


def _insertion(
    table: str, columns: Sequence[str], rows: Sequence[Sequence], end: str
) -> tuple[str, list]:
    """A statement and its values."""
    row = f"({', '.join(['%s'] * len(columns))})"
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * len(rows))}{end}"  # noqa: S608
    return sql, [value for row in rows for value in row]


def _chunks(rows: list, columns: int) -> Iterable[list]:
    size = MOST_VALUES // columns
    return (rows[start : start + size] for start in range(0, len(rows), size))
