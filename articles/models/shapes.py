"""What plain SQL has to know of a model: its columns, and the form values have in a database."""

from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models
from django.utils import timezone

Row = TypeVar("Row", bound=models.Model)
# Of these kinds, any database takes and gives values as they are.
PLAIN = (
    models.CharField,
    models.FloatField,
    models.ForeignKey,
    models.IntegerField,
    models.TextField,
)


class Shape:
    """Of one model; made once, by ``shape_of``."""

    def __init__(self, noun: type[models.Model]) -> None:
        self.noun, fields = noun, noun._meta.concrete_fields
        own = [field for field in fields if not field.primary_key]
        self.table, self.key = quoted(noun._meta.db_table), quoted(noun._meta.pk.column)
        self.columns = [quoted(field.column) for field in own]
        self.selected = ", ".join(f"{self.table}.{quoted(field.column)}" for field in fields)
        self._names = [field.attname for field in fields]
        self._values_of = attrgetter(*(field.attname for field in own))
        self._moments = [field.attname for field in own if _is_kept_by_itself(field)]
        self._to_put = [(at, field) for at, field in enumerate(own) if not _is_plain(field)]
        self._to_take = [(at, field) for at, field in enumerate(fields) if not _is_plain(field)]
        self._special = {field.name: field for field in own if not _is_plain(field)}

    def column(self, name: str) -> str:
        return quoted(self.noun._meta.get_field(name).column)

    def told(self, name: str, value: Any) -> Any:
        """A value of the field in the form of the database."""
        return _put(self._special[name], value) if name in self._special else value

    def values_of(self, row: models.Model) -> list:
        """All but the key; moments that are kept by themselves are now."""
        for name in self._moments:
            setattr(row, name, timezone.now())
        values = list(self._values_of(row))
        for at, field in self._to_put:
            values[at] = _put(field, values[at])
        return values

    def instance(self, columns: Iterator) -> models.Model | None:
        """Of the next columns of a row; None if a join found nothing."""
        values = [next(columns) for _ in self._names]
        for at, field in self._to_take:
            values[at] = _taken(field, values[at])
        if values[0] is None:
            return None
        return self.noun.from_db(connection.alias, self._names, values)


@cache
def shape_of(noun: type[models.Model]) -> Shape:
    return Shape(noun)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _is_plain(field: models.Field) -> bool:
    return isinstance(field, PLAIN)


def _is_kept_by_itself(field: models.Field) -> bool:
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def _put(field: models.Field, value: Any) -> Any:
    return None if value is None else field.get_db_prep_save(value, connection)


def _taken(field: models.Field, value: Any) -> Any:
    column = field.cached_col
    ours = (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
    for convert in ours:
        value = convert(value, column, connection)
    return value
