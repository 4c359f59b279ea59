"""What rows tell, by their first column."""

from collections import defaultdict
from collections.abc import Callable, Collection

from articles.models import rows_by_key


def _as_it_is(value: object, *more: object) -> object:
    return (value, *more) if more else value


def grouped(sql: str, keys: Collection, made: Callable = _as_it_is) -> dict:
    """By the first column of each row, what is made of the others, in the order of the rows."""
    found = defaultdict(list)
    for key, *values in rows_by_key(sql, keys):
        found[key].append(made(*values))
    return {key: tuple(values) for key, values in found.items()}
