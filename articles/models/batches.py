"""Batch: one act of ingestion. Mapping: the remembered columns of a table."""

from django.db import models
from django.db.models import Count, Q

from articles.models.feeds import Feed
from articles.models.outlets import Outlet, PublishPolicy, Rights


class Mapping(models.Model):
    """The remembered columns of a table: {"Title": "headline", ...}."""

    name = models.CharField(max_length=200, unique=True)
    columns = models.JSONField(default=dict)
    signature = models.CharField(
        max_length=64,
        blank=True,
        db_index=True,
        editable=False,
        help_text="SHA-256 of the column names, by which the next such table is known.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class BatchQuerySet(models.QuerySet):
    def with_counts(self):
        """Annotates ``total`` and one number for each state, in the same query."""
        states = self.model.items.field.model.State
        counts = {
            f"{state.value}_count": Count("items", filter=Q(items__state=state)) for state in states
        }
        return self.annotate(total=Count("items"), **counts)


class Batch(models.Model):
    """One act of ingestion."""

    name = models.CharField(max_length=200)
    started_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="batches"
    )
    feed = models.ForeignKey(
        Feed, on_delete=models.SET_NULL, null=True, blank=True, related_name="batches"
    )
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="batches",
        help_text="Who published, where a text does not say so.",
    )
    mapping = models.ForeignKey(
        Mapping, on_delete=models.SET_NULL, null=True, blank=True, related_name="batches"
    )
    publish_policy = models.CharField(
        max_length=10,
        choices=[("", "as the outlet"), *PublishPolicy.choices],
        default="",
        blank=True,
    )
    rights = models.CharField(
        max_length=8, choices=[("", "as the outlet"), *Rights.choices], default="", blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return self.name
