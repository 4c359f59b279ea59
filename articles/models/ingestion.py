"""Item: one thing that came in, and the truth about what became of it."""

from django.db import models
from django.db.models import Q

from articles.models.articles import Article
from articles.models.captures import Capture
from articles.models.fields import one_of
from articles.models.outlets import Outlet, PublishPolicy, Rights


class Feed(models.Model):
    """A polled source."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="feeds")
    name = models.CharField(max_length=200)
    url = models.URLField(max_length=2000, unique=True)
    is_active = models.BooleanField(default=True)
    publish_policy = models.CharField(
        max_length=10,
        choices=[("", "as its outlet"), *PublishPolicy.choices],
        default="",
        blank=True,
    )
    rights = models.CharField(
        max_length=8, choices=[("", "as its outlet"), *Rights.choices], default="", blank=True
    )
    every_minutes = models.PositiveIntegerField(default=30)
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    polled_at = models.DateTimeField(null=True, blank=True, editable=False)
    next_poll_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0, editable=False)
    last_error = models.TextField(blank=True, editable=False)
    last_entry_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Mapping(models.Model):
    """The remembered columns of a CSV source: {"Title": "headline", ...}."""

    name = models.CharField(max_length=200, unique=True)
    columns = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Batch(models.Model):
    """One act of ingestion."""

    name = models.CharField(max_length=200)
    started_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="batches"
    )
    feed = models.ForeignKey(
        Feed, on_delete=models.SET_NULL, null=True, blank=True, related_name="batches"
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

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return self.name


class ItemQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(state__in=Item.FINAL)


class ItemState(models.TextChoices):
    QUEUED = "queued", "queued"
    WORKING = "working", "working"
    HELD = "held", "held for an editor"
    DONE = "done", "done"
    DUPLICATE = "duplicate", "duplicate"
    FAILED = "failed", "failed"
    CANCELLED = "cancelled", "cancelled"


class ItemOrigin(models.TextChoices):
    PASTE = "paste", "pasted"
    FILE = "file", "file"
    URL = "url", "URL"
    FEED = "feed", "feed"
    ROW = "row", "row of a file"


class Item(models.Model):
    State = ItemState
    Origin = ItemOrigin

    FINAL = (State.DONE, State.DUPLICATE, State.FAILED, State.CANCELLED)

    batch = models.ForeignKey(
        Batch, on_delete=models.CASCADE, null=True, blank=True, related_name="items"
    )
    origin = models.CharField(max_length=5, choices=Origin.choices)
    source = models.CharField(max_length=2000, blank=True, help_text="URL, file name or row.")
    state = models.CharField(
        max_length=9, choices=State.choices, default=State.QUEUED, db_index=True
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    capture = models.ForeignKey(
        Capture, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="items"
    )
    corrections = models.JSONField(
        default=dict, blank=True, help_text="What an editor changed of what was understood."
    )
    added_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="items"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            one_of("state", ItemState, "item_state_known"),
            one_of("origin", ItemOrigin, "item_origin_known"),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "duplicate"]) | Q(article__isnull=False),
                name="item_done_has_article",
            ),
        ]
        indexes = [models.Index(fields=["batch", "state"], name="item_of_batch")]

    def __str__(self) -> str:
        return f"{self.get_origin_display()} {self.pk}"

    @property
    def is_final(self) -> bool:
        return self.state in self.FINAL
