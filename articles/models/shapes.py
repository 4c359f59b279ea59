"""What plain SQL has to know of a model: its columns, and the form values have in a database."""

from collections.abc import Iterable, Iterator, Mapping
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
        self._columns = _by_name(fields, (quoted(field.column) for field in fields))
        self._places = _by_name(own, range(len(own)))
        self._blank = [None if _is_made_anew(field) else _first_value(field) for field in own]
        self._to_make = [(at, field) for at, field in enumerate(own) if _is_made_anew(field)]
        self._special = {name: field for at, field in self._to_put for name in _names(field)}

    def column(self, name: str) -> str:
        return self._columns[name]

    def told(self, name: str, value: Any) -> Any:
        """A value of the field in the form of the database."""
        field = self._special.get(name)
        return _put(field, value) if field else value

    def values_of(self, row: models.Model) -> list:
        """All but the key; moments that are kept by themselves are now."""
        for name in self._moments:
            setattr(row, name, timezone.now())
        return _in_form(list(self._values_of(row)), self._to_put)

    def values_told(self, rows: list[Mapping[str, Any]]) -> list[list]:
        """The same of rows that all tell the same fields; in others they are as a new instance."""
        blank = self._blank.copy()
        for at, field in self._to_make:
            blank[at] = _first_value(field)
        places = [(name, self._places[name]) for name in rows[0]]
        special = [
            (self._places[name], field) for name, field in self._special.items() if name in rows[0]
        ]
        return [_in_form(_filled(blank, row, places), special) for row in rows]

    def instance(self, columns: Iterator) -> models.Model | None:
        """Of the next columns of a row; None if a join found nothing."""
        values = [next(columns) for _ in self._names]
        if values[0] is None:
            return None
        for at, field in self._to_take:
            values[at] = _taken(field, values[at])
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


def _by_name(fields: list[models.Field], told: Iterable) -> dict[str, Any]:
    found = zip(fields, told, strict=True)
    return {name: one for field, one in found for name in _names(field)}


def _names(field: models.Field) -> set[str]:
    """A reference may be told under either of two."""
    return {field.name, field.attname}


def _is_made_anew(field: models.Field) -> bool:
    return _is_kept_by_itself(field) or callable(field.default)


def _first_value(field: models.Field) -> Any:
    """Of a new instance, in the form of the database."""
    return _put(field, timezone.now() if _is_kept_by_itself(field) else field.get_default())


def _filled(blank: list, row: Mapping[str, Any], places: Iterable[tuple[str, int]]) -> list:
    values = blank.copy()
    for name, at in places:
        values[at] = row[name]
    return values


def _in_form(values: list, special: Iterable[tuple[int, models.Field]]) -> list:
    """The same in the form of the database."""
    for at, field in special:
        values[at] = _put(field, values[at])
    return values


def _put(field: models.Field, value: Any) -> Any:
    return None if value is None else field.get_db_prep_save(value, connection)


def _taken(field: models.Field, value: Any) -> Any:
    if value is None:
        return None
    column = field.cached_col
    ours = (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
    for convert in ours:
        value = convert(value, column, connection)
    return value
