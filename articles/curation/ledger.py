"""What an act did to rows, kept so that it can be undone in one step."""

import json
from itertools import groupby

from django.apps import apps
from django.core import serializers
from django.db import router
from django.db.models import Model, QuerySet
from django.db.models.deletion import Collector

from articles.models import Merge


class Ledger:
    """Moves, removes and makes rows, and notes each; ``undo`` takes a noted act back."""

    def __init__(self) -> None:
        self.moved: list[list] = []
        self.removed: list[dict] = []
        self.made: list[list] = []

    def move(self, rows: QuerySet, field: str, to: Model) -> None:
        """Points ``field`` of all ``rows`` to ``to``."""
        attribute = rows.model._meta.get_field(field).attname
        label = rows.model._meta.label
        for key, before in rows.values_list("pk", attribute):
            self.moved.append([label, key, attribute, before, to.pk])
        rows.update(**{field: to})

    def change(self, row: Model, field: str, value: object) -> None:
        """Sets a plain field of one row, where it is another."""
        before = getattr(row, field)
        if before == value:
            return
        type(row)._base_manager.filter(pk=row.pk).update(**{field: value})
        setattr(row, field, value)
        self.moved.append([row._meta.label, row.pk, field, before, value])

    def remove(self, row: Model) -> None:
        """Deletes ``row`` and what hangs on it, all of it noted as it was."""
        collector = Collector(using=router.db_for_write(type(row)), origin=row)
        collector.collect([row])
        going = [one for rows in collector.data.values() for one in rows]
        going += [one for rows in collector.fast_deletes for one in rows]
        # Those that others point to come first again.
        order = {model: place for place, model in enumerate(_by_dependency(going))}
        going.sort(key=lambda one: order[type(one)])
        self.removed += json.loads(serializers.serialize("json", going))
        row.delete()

    def note_made(self, row: Model) -> None:
        self.made.append([row._meta.label, row.pk])

    def keep(self, **about) -> Merge:
        return Merge.objects.create(moved=self.moved, removed=self.removed, made=self.made, **about)


def undo(merge: Merge) -> None:
    """Takes back what is noted: what was changed again since then stays as it is."""
    for label, key in merge.made:
        apps.get_model(label)._base_manager.filter(pk=key).delete()
    for row in serializers.deserialize("json", json.dumps(merge.removed)):
        if not type(row.object)._base_manager.filter(pk=row.object.pk).exists():
            row.save()
    for (label, field, before, after), run in groupby(reversed(merge.moved), key=_change):
        rows = apps.get_model(label)._base_manager.filter(**{field: after})
        rows.filter(pk__in=[key for _, key, *_ in run]).update(**{field: before})


def _change(moved: list) -> tuple:
    """What was done to the row, whichever it was."""
    label, _, field, before, after = moved
    return label, field, before, after


def _by_dependency(rows: list[Model]) -> list[type[Model]]:
    """The models of the rows, each after those it points to."""
    wanted, found = {type(row) for row in rows}, []

    def place(model: type[Model]) -> None:
        if model in found:
            return
        for field in model._meta.concrete_fields:
            target = field.related_model
            if target in wanted and target is not model:
                place(target)
        found.append(model)

    for model in sorted(wanted, key=lambda one: one._meta.label):
        place(model)
    return found
