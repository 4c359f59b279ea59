"""Article: one piece at one outlet."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from articles.models.fields import Precision, once, one_of
from articles.models.outlets import Outlet, Rights
from articles.models.slugs import OldSlug, SluggedModel, SluggedQuerySet


class CopySet(models.Model):
    """Articles that carry one text: wire copy."""

    agency = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"copies {self.pk}"


class ArticleQuerySet(SluggedQuerySet):
    def public(self):
        """What the public may see: published, out of embargo. The one home of this rule."""
        return self.filter(status=Article.Status.PUBLISHED, current_version__isnull=False).filter(
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=timezone.now())
        )

    def hold(self, pk: int) -> None:
        """Until the transaction ends nobody else changes this article or what its text says."""
        self.select_for_update().filter(pk=pk).order_by().values_list("pk").first()

    def for_lists(self):
        """With what a list row shows, in one query."""
        return self.select_related("outlet", "current_version")

    def newest_first(self):
        return self.order_by(
            F("published_on").desc(nulls_last=True), F("published_at").desc(nulls_last=True), "-pk"
        )


class ArticleKind(models.TextChoices):
    NEWS = "news", "news"
    OPINION = "opinion", "opinion"
    ANALYSIS = "analysis", "analysis"
    TRANSCRIPT = "transcript", "transcript"
    RELEASE = "release", "press release"


class ArticleStatus(models.TextChoices):
    DRAFT = "draft", "draft"
    REVIEW = "review", "in review"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"


class Article(SluggedModel):
    SLUG_KIND = OldSlug.Kind.ARTICLE

    Kind = ArticleKind
    Status = ArticleStatus

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NEWS)
    section = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=12, default="en")
    url = models.URLField(max_length=2000, blank=True)
    canonical_url = models.URLField(max_length=2000, blank=True)
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.DRAFT, db_index=True
    )
    withdrawn_because = models.TextField(blank=True)
    review_note = models.TextField(
        blank=True, help_text="Why somebody should look at it again, whatever its status."
    )
    rights = models.CharField(max_length=8, choices=Rights.choices, default=Rights.FULL)
    current_version = models.ForeignKey(
        "Version", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    copy_set = models.ForeignKey(
        CopySet, on_delete=models.SET_NULL, null=True, blank=True, related_name="articles"
    )

    published_at = models.DateTimeField(null=True, blank=True, help_text="The instant, if known.")
    published_on = models.DateField(null=True, blank=True, db_index=True)
    published_precision = models.CharField(
        max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    published_zone = models.CharField(
        max_length=40, blank=True, help_text="The time zone or offset as the outlet stated it."
    )
    updated_at = models.DateTimeField(null=True, blank=True, help_text="As the outlet says.")
    added_at = models.DateTimeField(auto_now_add=True)
    first_public_at = models.DateTimeField(null=True, blank=True, editable=False)
    embargo_until = models.DateTimeField(null=True, blank=True)
    field_sources = models.JSONField(
        default=dict,
        blank=True,
        help_text='Where each came from: {"headline": {"from": "json-ld", "by_person": false}}.',
    )
    is_sample = models.BooleanField(default=False, help_text="Written for the demonstration.")

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["canonical_url"],
                condition=~Q(canonical_url=""),
                name="article_canonical_url_once",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(current_version__isnull=False),
                name="article_published_has_text",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(first_public_at__isnull=False),
                name="article_published_has_moment",
            ),
            one_of("kind", ArticleKind, "article_kind_known"),
            one_of("status", ArticleStatus, "article_status_known"),
            one_of("rights", Rights, "article_rights_known"),
            one_of("published_precision", Precision, "article_precision_known"),
        ]
        indexes = [
            models.Index(fields=["status", "-published_on", "-id"], name="article_latest"),
            models.Index(fields=["outlet", "status", "-published_on"], name="article_of_outlet"),
        ]
        permissions = [
            ("publish_article", "Can publish and withdraw articles"),
            ("decide_link", "Can decide on people, races and quotes"),
        ]

    def __str__(self) -> str:
        return self.headline or f"Article {self.pk} (no headline yet)"

    def get_absolute_url(self) -> str:
        return reverse("article-detail", args=[self.slug])

    def slug_source(self) -> str:
        known = {Precision.DAY: "%Y-%m-%d ", Precision.MONTH: "%Y-%m ", Precision.YEAR: "%Y "}
        form = known[Precision(self.published_precision)]
        day = self.published_on.strftime(form) if self.published_on else ""
        return f"{day}{self._headline_for_slug()}"

    def _headline_for_slug(self) -> str:
        return getattr(self, "slug_headline", "") or self.headline or "article"

    @property
    def headline(self) -> str:
        return self.current_version.headline if self.current_version_id else ""

    @property
    def is_public(self) -> bool:
        waiting = self.embargo_until and self.embargo_until > timezone.now()
        return self.status == self.Status.PUBLISHED and not waiting


class AuthorQuerySet(models.QuerySet):
    def public(self):
        """Authors of at least one article the public may see."""
        public = Article.objects.public().filter(bylines__author=models.OuterRef("pk"))
        return self.filter(models.Exists(public))


class Author(models.Model):
    """Who wrote."""

    name = models.CharField(max_length=200)
    outlet = models.ForeignKey(
        Outlet, on_delete=models.SET_NULL, null=True, blank=True, related_name="authors"
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [once("author_once_at_outlet", "name", outlet=0)]

    def __str__(self) -> str:
        return self.name


class BylineRole(models.TextChoices):
    WRITER = "writer", "writer"
    CONTRIBUTOR = "contributor", "contributor"
    PHOTOGRAPHER = "photographer", "photographer"


class Byline(models.Model):
    """Ties an Author, or just a name, to an article, in order."""

    Role = BylineRole

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, on_delete=models.SET_NULL, null=True, blank=True, related_name="bylines"
    )
    name = models.CharField(max_length=200, help_text="As printed.")
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.WRITER)
    agency = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["article", "position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "position"], name="byline_position_once"),
            one_of("role", BylineRole, "byline_role_known"),
        ]

    def __str__(self) -> str:
        return self.name
