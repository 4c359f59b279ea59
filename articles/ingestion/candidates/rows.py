"""Rows by key, in plain SQL: to put a queryset into words takes longer than to answer it."""

from collections import defaultdict
from collections.abc import Callable, Collection

from django.db import connection

MOST_VALUES = 900  # of one statement: any SQLite takes 999


def rows_of(sql: str, keys: Collection, *before: object) -> list[tuple]:
    """The rows of a query in which ``{keys}`` stands for some of the keys at a time, after the
    values ``before`` them."""
    rows, keys = [], list(keys)
    with connection.cursor() as cursor:
        for start in range(0, len(keys), MOST_VALUES):
            some = keys[start : start + MOST_VALUES]
            cursor.execute(sql.format(keys=", ".join(["%s"] * len(some))), [*before, *some])
            rows += cursor.fetchall()
    return rows


def _as_it_is(value: object, *more: object) -> object:
    return (value, *more) if more else value


def grouped(sql: str, keys: Collection, made: Callable = _as_it_is) -> dict:
    """By the first column of each row, what is made of the others, in the order of the rows."""
    found = defaultdict(list)
    for key, *values in rows_of(sql, keys):
        found[key].append(made(*values))
    return {key: tuple(values) for key, values in found.items()}
