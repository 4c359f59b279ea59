"""Entries of the history of rows that are written without saving them."""

from collections.abc import Sequence
from functools import cache

from django.db.models import Model
from django.utils import timezone

from articles.models.rows import insert_told


def note_added(row: Model, reason: str = "") -> None:
    """Writes what saving the new ``row`` would have; call it in the transaction that adds it."""
    _note([row], "+", reason)


def note_changed(rows: Sequence[Model], reason: str) -> None:
    """The same of changed ``rows`` of one model, which have their new values."""
    if rows:
        _note(rows, "~", reason)


def _note(rows: Sequence[Model], what: str, reason: str) -> None:
    noun = _history_of(type(rows[0]))
    fields = [field.attname for field in noun.tracked_fields]
    user = noun.get_default_history_user(rows[0])
    about = {
        "history_date": timezone.now(),
        "history_type": what,
        "history_change_reason": reason or None,
        "history_user": user and user.pk,
    }
    insert_told(noun, [{name: getattr(row, name) for name in fields} | about for row in rows])


@cache
def _history_of(noun: type[Model]) -> type[Model]:
    """The model of a noun's history; to ask for its manager makes a class each time."""
    return noun.history.model
