"""The first entry of a new row's history, for rows that are written without saving them."""

from functools import cache

from django.db.models import Model
from django.utils import timezone

from articles.models.rows import insert_told


def note_added(row: Model, reason: str = "") -> None:
    """Writes what saving the new ``row`` would have; call it in the transaction that adds it."""
    noun = _history_of(type(row))
    values = {field.attname: getattr(row, field.attname) for field in noun.tracked_fields}
    user = noun.get_default_history_user(row)
    about = {
        "history_date": timezone.now(),
        "history_type": "+",
        "history_change_reason": reason or None,
        "history_user": user and user.pk,
    }
    insert_told(noun, [values | about])


@cache
def _history_of(noun: type[Model]) -> type[Model]:
    """The model of a noun's history; to ask for its manager makes a class each time."""
    return noun.history.model
