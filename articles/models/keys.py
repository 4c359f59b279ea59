"""Many primary keys given to the database as one value."""

import json
from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db.models import Expression


class Keys(Expression):
    """What ``__in`` takes for a long list: ``filter(version__in=Keys(versions))``.

    A parameter for each of some thousand keys costs more than reading the rows they name: each is
    checked, wrapped and written by itself. No keys at all, and no query is made.
    """

    def __init__(self, keys: Iterable[int]) -> None:
        super().__init__()
        self.keys = list(keys)

    def as_sql(self, compiler, connection) -> tuple[str, list]:
        return "(SELECT value FROM json_each(%s))", [json.dumps(self._some())]

    def as_postgresql(self, compiler, connection) -> tuple[str, list]:
        return "(SELECT unnest(%s::bigint[]))", [self._some()]

    def _some(self) -> list[int]:
        if not self.keys:
            raise EmptyResultSet
        return self.keys
