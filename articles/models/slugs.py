"""Stable addresses: a slug is made once, and the old ones of a renamed row redirect."""

from django.db import models, transaction
from django.utils.text import slugify

from articles.models.rows import rows_of

MAX_SLUG = 120
TAKEN = """
SELECT 1 FROM {table} WHERE slug = %s
UNION ALL SELECT 1 FROM articles_oldslug WHERE kind = %s AND slug = %s LIMIT 1
"""


class OldSlug(models.Model):
    """An address that a row had before: it redirects for ever."""

    class Kind(models.TextChoices):
        ARTICLE = "article"
        PERSON = "person"
        OUTLET = "outlet"
        RACE = "race"
        ORGANISATION = "organisation"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    slug = models.SlugField(max_length=MAX_SLUG)
    target_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="old_slug_once"),
        ]
        indexes = [models.Index(fields=["kind", "target_id"], name="old_slug_target")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class SluggedQuerySet(models.QuerySet):
    def by_slug(self, slug: str):
        """The row that has or ever had this slug. Raises the model's DoesNotExist."""
        found = self.filter(slug=slug).first()
        if found:
            return found
        old = OldSlug.objects.filter(kind=self.model.SLUG_KIND, slug=slug).first()
        return self.get(pk=old.target_id if old else None)


class SluggedModel(models.Model):
    """Has a slug made from ``slug_source()``; changing it leaves an OldSlug behind."""

    SLUG_KIND: OldSlug.Kind

    slug = models.SlugField(max_length=MAX_SLUG, unique=True, blank=True)

    class Meta:
        abstract = True

    @transaction.atomic(savepoint=False)
    def save(self, *args, **kwargs):
        """With all that signals write of it: a row is never stored without its change rows."""
        if self.slug:
            return self._save_with_slug(*args, **kwargs)
        self.slug = free_slug(type(self), self.slug_source(), of=self.pk)
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
        if self.pk:  # it had one, which somebody cleared
            return self._save_with_slug(*args, **kwargs)
        return super().save(*args, **kwargs)

    def _save_with_slug(self, *args, **kwargs) -> None:
        """A slug that somebody gave or gave back is nobody's old one any more."""
        if self.pk:
            self._keep_old_slug()
        super().save(*args, **kwargs)
        OldSlug.objects.filter(kind=self.SLUG_KIND, slug=self.slug).delete()

    def slug_source(self) -> str:
        return str(self)

    def _keep_old_slug(self) -> None:
        was = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        if was and was != self.slug:
            keep_slug(self.SLUG_KIND, was, self.pk)


def keep_slug(kind: OldSlug.Kind, slug: str, target_id: int) -> None:
    """Makes ``slug`` lead to the row ``target_id`` from now on."""
    OldSlug.objects.update_or_create(kind=kind, slug=slug, defaults={"target_id": target_id})


def redirect_slugs(kind: OldSlug.Kind, gone_id: int, gone_slug: str, kept_id: int) -> None:
    """After a merge: every address of the row that is gone leads to the one that is kept."""
    OldSlug.objects.filter(kind=kind, target_id=gone_id).update(target_id=kept_id)
    keep_slug(kind, gone_slug, kept_id)


def free_slug(model: type[SluggedModel], text: str, of: int | None = None) -> str:
    """A slug for ``text`` that no row of ``model`` has or ever had, but for the row ``of``."""
    base = slugify(text)[: MAX_SLUG - 8].strip("-") or model.SLUG_KIND.value
    if of is None and not _is_taken(model, base):
        return base
    taken = _slugs(model, base, but=of)  # going through all, on SQLite
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def _is_taken(model: type[SluggedModel], slug: str) -> bool:
    return bool(rows_of(TAKEN.format(table=model._meta.db_table), [slug, model.SLUG_KIND, slug]))


def _slugs(model: type[SluggedModel], base: str, but: int | None) -> set[str]:
    """Those that begin so, of what rows of ``model`` have or had, ``but`` for one row's."""
    rows = model._base_manager.filter(slug__startswith=base)
    old = OldSlug.objects.filter(kind=model.SLUG_KIND, slug__startswith=base)
    if but:
        rows, old = rows.exclude(pk=but), old.exclude(target_id=but)
    now, before = rows.order_by().values_list("slug"), old.values_list("slug")
    return {slug for (slug,) in now.union(before)}
