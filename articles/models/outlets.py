"""Outlet: who published."""

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles.models.fields import in_order, one_of
from articles.models.rows import instances_of, rows_of
from articles.models.slugs import OldSlug, SluggedModel, SluggedQuerySet

# Each table has an index of its names in lower case.
NAMED = """
SELECT id FROM articles_outlet WHERE LOWER(name) = LOWER(%s)
UNION SELECT outlet_id FROM articles_outletname WHERE LOWER(name) = LOWER(%s)
"""
IN_FULL = f"""
SELECT {{columns}} FROM articles_outlet WHERE id IN ({NAMED}) ORDER BY LOWER(articles_outlet.name)
"""  # noqa: S608 - made of constants


class PublishPolicy(models.TextChoices):
    HOLD = "hold", "hold for an editor"
    WHEN_CLEAR = "when_clear", "publish when nothing is ambiguous"
    PUBLISH = "publish", "publish"


class Rights(models.TextChoices):
    """How much of an article's words the public may see; all of it is searched."""

    FULL = "full", "full text"
    EXCERPT = "excerpt", "excerpt"
    METADATA = "metadata", "metadata only"


class OutletQuerySet(SluggedQuerySet):
    def public(self):
        """Outlets that published at least one article the public may see."""
        from_articles = models.Exists(
            self.model._meta.get_field("articles")
            .related_model.objects.public()
            .filter(outlet=models.OuterRef("pk"))
        )
        return self.filter(from_articles)

    def named(self, name: str):
        """Outlets that carry this name, whichever of their names it is."""
        return self.filter(pk__in=[key for (key,) in rows_of(NAMED, [name, name])])


class OutletKind(models.TextChoices):
    NEWSPAPER = "newspaper", "newspaper"
    WIRE = "wire", "wire service"
    BROADCASTER = "broadcaster", "broadcaster"
    MAGAZINE = "magazine", "magazine"
    DIGITAL = "digital", "digital"
    OFFICIAL = "official", "official"


class Outlet(SluggedModel):
    SLUG_KIND = OldSlug.Kind.OUTLET

    Kind = OutletKind

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.NEWSPAPER)
    place = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=2, blank=True, help_text="Two letters; US if national.")
    about = models.TextField(blank=True)
    founded = models.PositiveSmallIntegerField(null=True, blank=True)
    closed = models.PositiveSmallIntegerField(null=True, blank=True)
    predecessor = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="successors"
    )
    publish_policy = models.CharField(
        max_length=10, choices=PublishPolicy.choices, default=PublishPolicy.HOLD
    )
    default_rights = models.CharField(
        max_length=8,
        choices=[("", "by how it came in"), *Rights.choices],
        default="",
        blank=True,
    )
    is_proposed = models.BooleanField(
        default=False, help_text="Found in a text, not yet confirmed."
    )
    is_sample = models.BooleanField(default=False, help_text="Invented for the demonstration.")

    objects = OutletQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = [Lower("name")]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="outlet_name_once"),
            one_of("kind", OutletKind, "outlet_kind_known"),
            one_of("publish_policy", PublishPolicy, "outlet_policy_known"),
            in_order("founded", "closed", "outlet_founded_before_closed"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("outlet-detail", args=[self.slug])


class OutletName(models.Model):
    """Another name of an outlet: an abbreviation, a former name, a section's masthead."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="outlet_other_name_once")]

    def __str__(self) -> str:
        return self.name


class OutletDomain(models.Model):
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=253, help_text="Without www., in lower case.")

    class Meta:
        constraints = [models.UniqueConstraint(Lower("domain"), name="outlet_domain_once")]

    def __str__(self) -> str:
        return self.domain


def outlets_named(name: str) -> list[Outlet]:
    """The same as rows, in the order of their names; for whoever asks again and again."""
    return [outlet for (outlet,) in instances_of([Outlet], IN_FULL, [name, name])]
