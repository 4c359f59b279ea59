"""What every merge does, whichever rows become one."""

from django.db.models import QuerySet

from articles.curation.ledger import Ledger
from articles.models import OldSlug, redirect_slugs
from articles.models.slugs import SluggedModel


def move_new(
    ledger: Ledger, rows: QuerySet, field: str, kept: SluggedModel, same: tuple[str, ...]
) -> None:
    """Gives ``rows`` to ``kept`` by ``field``; those that agree in ``same`` with one it has go."""
    has = set(rows.model.objects.filter(**{field: kept}).values_list(*same))
    for row in rows.all():
        if tuple(getattr(row, name) for name in same) in has:
            ledger.remove(row)
    ledger.move(rows.all(), field, kept)


def end_row(ledger: Ledger, kept: SluggedModel, gone: SluggedModel) -> None:
    """The row goes; its address and those it had before lead to the one that is kept."""
    kind, gone_id, gone_slug = gone.SLUG_KIND, gone.pk, gone.slug
    kept._change_reason = f"Merged with {gone} ({gone_slug})"[:100]
    kept.save()
    for old in OldSlug.objects.filter(kind=kind, target_id=gone_id):
        ledger.change(old, "target_id", kept.pk)
    ledger.remove(gone)
    redirect_slugs(kind, gone_id, gone_slug, kept.pk)
    ledger.note_made(OldSlug.objects.get(kind=kind, slug=gone_slug))
