"""A merge taken back in one step."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles.curation.errors import CurationError
from articles.curation.ledger import undo
from articles.models import (
    Merge,
    Outlet,
    Person,
    User,
    articles_of_outlets,
    articles_showing_people,
    touch,
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows a merge was of, and which articles show them."""

    model: type[Person | Outlet]
    shown_in: Callable[[Iterable[int]], set[int]]


MERGED = {
    Merge.Noun.PERSON: Merged(Person, articles_showing_people),
    Merge.Noun.OUTLET: Merged(Outlet, articles_of_outlets),
}


@transaction.atomic
def undo_merge(merge: Merge, *, by: User | None = None) -> Person | Outlet:
    """Brings the merged row back with all that was its own; gives that row.

    Raises CurationError where it was undone before, or the kept row is gone by now.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    merged = MERGED[merge.noun]
    if merge.undone_at:
        raise CurationError("This merge was undone before.")
    if not merged.model.objects.filter(pk=merge.kept_id).exists():
        raise CurationError(
            f"{merge.kept_name} was merged with another since then: undo that first."
        )
    undo(merge)
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    touch(merged.shown_in([merge.kept_id, merge.gone_id]))
    return merged.model.objects.get(pk=merge.gone_id)
