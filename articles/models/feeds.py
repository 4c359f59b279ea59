"""Feed: a polled source. FeedEntry: what was seen in it."""

import hashlib

from django.db import models
from django.utils import timezone

from articles.models.outlets import Outlet, PublishPolicy, Rights


class FeedQuerySet(models.QuerySet):
    def due(self):
        """Active feeds whose time has come, the longest waiting first."""
        now = timezone.now()
        waiting = models.Q(next_poll_at__isnull=True) | models.Q(next_poll_at__lte=now)
        return self.filter(waiting, is_active=True).order_by("next_poll_at", "pk")


class Feed(models.Model):
    """A polled source."""

    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="feeds",
        help_text="Where a page does not say; may be empty.",
    )
    name = models.CharField(
        max_length=200, blank=True, help_text="If left empty, the feed is called by its address."
    )
    url = models.URLField(
        max_length=2000, unique=True, help_text="An RSS or Atom feed, or a news sitemap."
    )
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

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        permissions = [("poll_feed", "Can poll a feed at once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.name = self.name or self.url.split("://", 1)[-1][:200]
        super().save(*args, **kwargs)


class FeedEntry(models.Model):
    """An address that a feed named once; ids change from poll to poll, addresses do not."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries")
    url = models.CharField(max_length=2000)
    url_sha256 = models.CharField(max_length=64, editable=False)
    title = models.CharField(max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-seen_at", "-pk"]
        verbose_name_plural = "feed entries"
        constraints = [
            models.UniqueConstraint(fields=["feed", "url_sha256"], name="feed_entry_once")
        ]

    def __str__(self) -> str:
        return self.title or self.url


def url_hash(url: str) -> str:
    """What an address is found by: it may be longer than an index takes."""
    return hashlib.sha256(url.encode()).hexdigest()
