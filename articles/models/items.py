"""Item: one thing that came in, and the truth about what became of it."""

from django.db import models
from django.db.models import Q

from articles.models.articles import Article
from articles.models.batches import Batch
from articles.models.captures import Capture
from articles.models.fields import one_of


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


class ItemPriority(models.IntegerChoices):
    """What somebody waits for comes before what was loaded in bulk."""

    AT_ONCE = 0, "at once"
    SOON = 1, "soon"
    IN_BULK = 2, "in bulk"


class Item(models.Model):
    State = ItemState
    Origin = ItemOrigin
    Priority = ItemPriority

    FINAL = (State.DONE, State.DUPLICATE, State.FAILED, State.CANCELLED)

    batch = models.ForeignKey(
        Batch, on_delete=models.CASCADE, null=True, blank=True, related_name="items"
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The table, zip or web archive that this was a part of.",
    )
    part = models.PositiveIntegerField(
        null=True, blank=True, help_text="Its place in that file, from 0."
    )
    origin = models.CharField(max_length=5, choices=Origin.choices)
    source = models.CharField(max_length=2000, blank=True, help_text="URL, file name or row.")
    url_sha256 = models.CharField(
        max_length=64,
        blank=True,
        db_index=True,
        editable=False,
        help_text="To find its address by.",
    )
    state = models.CharField(
        max_length=9, choices=State.choices, default=State.QUEUED, db_index=True
    )
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.SOON)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True, help_text="Not to be taken up before.")
    claim = models.CharField(max_length=60, blank=True, editable=False, help_text="Who has it.")
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    error_kind = models.CharField(max_length=30, blank=True)
    capture = models.ForeignKey(
        Capture, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="items"
    )
    parts_found = models.PositiveIntegerField(
        null=True, blank=True, help_text="Of a table or an archive that was opened: its parts."
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
        ordering = ["-created_at", "-pk"]
        constraints = [
            one_of("state", ItemState, "item_state_known"),
            one_of("origin", ItemOrigin, "item_origin_known"),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "duplicate"])
                | Q(article__isnull=False)
                | Q(parts_found__isnull=False),
                name="item_done_has_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(state="working") | Q(lease_until__isnull=False),
                name="item_working_has_lease",
            ),
            models.UniqueConstraint(
                fields=["parent", "part"],
                condition=Q(parent__isnull=False),
                name="item_part_once",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state", "priority", "id"], name="item_next_of_batch"),
            models.Index(fields=["state", "priority", "id"], name="item_next"),
        ]

    def __str__(self) -> str:
        return f"{self.get_origin_display()} {self.pk}"

    @property
    def is_final(self) -> bool:
        return self.state in self.FINAL
