"""Version: one frozen text of an article, which every span belongs to."""

import hashlib
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models

from articles.extraction.copies import words_of
from articles.models.articles import Article
from articles.models.captures import Capture
from articles.models.fields import TextField

PARAGRAPH_BREAK = "\n\n"
FIELDS = frozenset(TextField.values)


class BlockKind(models.TextChoices):
    """What a paragraph of the body is."""

    PARAGRAPH = "paragraph", "paragraph"
    HEADING = "heading", "heading"
    BLOCKQUOTE = "blockquote", "block quote"
    PULLQUOTE = "pullquote", "pull quote"
    POST = "post", "embedded post"
    LIST_ITEM = "list_item", "list item"
    TABLE = "table", "table"
    CORRECTION = "correction", "correction"


class Version(models.Model):
    class Notice(models.TextChoices):
        NONE = "", "none"
        CORRECTION = "correction", "correction"
        RETRACTION = "retraction", "retraction"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    headline = models.CharField(max_length=500, blank=True)
    deck = models.TextField(blank=True)
    dateline = models.CharField(max_length=200, blank=True, help_text="As printed: MOBILE, Ala.")
    body = models.TextField(
        blank=True, help_text="Plain text; paragraphs are parted by one blank line."
    )
    caption = models.TextField(blank=True, verbose_name="captions")
    blocks = models.JSONField(
        default=list, blank=True, help_text="The kind of each paragraph of the body, in order."
    )
    notice = models.CharField(
        max_length=10, choices=Notice.choices, default=Notice.NONE, blank=True
    )
    notice_text = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    capture = models.ForeignKey(
        Capture, on_delete=models.PROTECT, null=True, blank=True, related_name="versions"
    )
    made_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=models.Q(notice__in=["", "correction", "retraction"]),
                name="version_notice_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} (version {self.number})"

    def save(self, *args, **kwargs):
        if self.pk and type(self).objects.filter(pk=self.pk).exclude(**self._texts()).exists():
            raise ValidationError("A version's text is frozen: make a new version.")
        self.fill_keys()
        super().save(*args, **kwargs)

    def fill_keys(self) -> "Version":
        """Sets what the text is found by; bulk writers call it themselves."""
        self.text_sha256 = text_hash(self.body)
        return self

    def _texts(self) -> dict[str, str]:
        return {field: self.text_of(field) for field in FIELDS}

    def text_of(self, field: str) -> str:
        if field not in FIELDS:
            raise ValueError(f"{field!r} is no part of a version.")
        return getattr(self, field)

    def words_at(self, span) -> str:
        """The words of anything with field, start and end."""
        return self.text_of(span.field)[span.start : span.end]

    def holds(self, span) -> bool:
        """Whether the span begins, ends and has words inside this text."""
        if span.field not in FIELDS:
            return False
        text = self.text_of(span.field)
        if not 0 <= span.start < span.end <= len(text):
            return False
        return not text[span.start : span.end].isspace()

    def require(self, span) -> None:
        """Raises ValidationError if the span does not lie in this text."""
        if not self.holds(span):
            raise ValidationError(
                f"{span.field} {span.start}-{span.end} is no stretch of words of {self}."
            )

    def paragraphs(self) -> list[tuple[int, str, str]]:
        """(start in the body, kind, text) of each paragraph."""
        found, start = [], 0
        texts = self.body.split(PARAGRAPH_BREAK) if self.body else []
        kinds = list(self.blocks) + [BlockKind.PARAGRAPH.value] * len(texts)
        for text, kind in zip(texts, kinds, strict=False):
            found.append((start, kind, text))
            start += len(text) + len(PARAGRAPH_BREAK)
        return found


@lru_cache(maxsize=4)  # the text at hand is looked for, and then stored
def text_hash(body: str) -> str:
    """SHA-256 of the words alone: case, marks and white space make no other text."""
    return hashlib.sha256(" ".join(words_of(body)).encode()).hexdigest()
