"""Queries whose SQL is made once: Django takes ten times as long to make one of these as the
database takes to answer it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from django.db import connection
from django.db.models import QuerySet

LARGEST = 256  # keys asked for at once

# The SQL, and its parameters: the place of a key, or None and what stands there always.
Statement = tuple[str, list[tuple[int | None, object]]]
Query = Callable[[Sequence], QuerySet]


class Prepared:
    """``query`` makes a query of values for some keys, all numbers or all texts.

    Calling it gives the rows. All else in the query is settled at the first call: nothing in it
    may depend on the time or on who asks.
    """

    def __init__(self, query: Query) -> None:
        self.query = query
        self._statements: dict[Hashable, Statement] = {}

    def __call__(self, keys: Iterable) -> list[tuple]:
        wanted = list(keys)
        parts = (wanted[at : at + LARGEST] for at in range(0, len(wanted), LARGEST))
        return [row for part in parts for row in self._rows(part)]

    def _rows(self, keys: list) -> list[tuple]:
        """A few sizes will do for all: the last key may be asked for several times."""
        places = 1 << (len(keys) - 1).bit_length()
        keys = keys + [keys[-1]] * (places - len(keys))
        sql, parameters = self._statement(places, type(keys[0]))
        with connection.cursor() as cursor:
            cursor.execute(sql, [one if at is None else keys[at] for at, one in parameters])
            return cursor.fetchall()

    def _statement(self, places: int, kind: type) -> Statement:
        name = (connection.vendor, places, kind)
        if name not in self._statements:
            self._statements[name] = self._made(list(_marks(places, kind)))
        return self._statements[name]

    def _made(self, marks: list) -> Statement:
        """Raises ValueError where the keys are changed on their way into the SQL."""
        sql, parameters = self.query(marks).query.get_compiler(connection=connection).as_sql()
        if not set(marks) <= set(parameters):
            raise ValueError(f"Not every key is a parameter of: {sql}")
        places = {mark: at for at, mark in enumerate(marks)}
        return sql, [(places.get(one), one) for one in parameters]


def _marks(places: int, kind: type) -> Iterator:
    """What stands for the keys while the SQL is made: nothing that a key can be."""
    for place in range(places):
        yield f"\0{place}" if kind is str else -(10**12) - place
