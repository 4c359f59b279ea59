"""Quote: words said by someone in a Version. Statement: what was said once."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from articles.models.fields import LinkModel, SpanModel, TextField, one_of
from articles.models.organisations import Organisation
from articles.models.people import Person
from articles.models.versions import Version


class Statement(models.Model):
    """The Quotes that carry the same words, cut or altered."""

    words = models.TextField(help_text="The longest form seen.")
    words_key = models.CharField(max_length=64, db_index=True, blank=True)
    said_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    first_said_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.words[:80]


SPEAKER_OF_ITS_KIND = (
    Q(speaker_kind="person", person__isnull=False)
    | Q(speaker_kind="organisation", organisation__isnull=False)
    | (
        Q(speaker_kind="spokesperson")
        & (Q(person__isnull=False) | Q(organisation__isnull=False) | ~Q(speaker_text=""))
    )
    | (Q(speaker_kind__in=["group", "unnamed", "document"]) & ~Q(speaker_text=""))
)


class QuoteKind(models.TextChoices):
    DIRECT = "direct", "direct"
    MIXED = "mixed", "mixed"
    INDIRECT = "indirect", "indirect"
    POST = "post", "post"


class QuoteSpeakerKind(models.TextChoices):
    PERSON = "person", "person"
    ORGANISATION = "organisation", "organisation"
    SPOKESPERSON = "spokesperson", "spokesperson"
    GROUP = "group", "group"
    UNNAMED = "unnamed", "unnamed"
    DOCUMENT = "document", "document"


class QuoteQuerySet(models.QuerySet):
    def with_texts(self):
        """With all that words, speakers and articles are read from."""
        related = self.select_related("version__article__outlet", "person", "organisation")
        return related.prefetch_related("spans")

    def earliest_first(self):
        """By the day of their articles; those without one last."""
        return self.order_by(F("version__article__published_on").asc(nulls_last=True), "pk")


class Quote(LinkModel):
    """Its state says how sure the speaker is."""

    Kind = QuoteKind
    SpeakerKind = QuoteSpeakerKind

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="quotes")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    speaker_kind = models.CharField(
        max_length=12, choices=SpeakerKind.choices, default=SpeakerKind.UNNAMED
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="quotes"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="quotes"
    )
    speaker_text = models.CharField(max_length=300, blank=True, help_text='As printed: "he".')
    speaker_field = models.CharField(max_length=8, choices=TextField.choices, blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    cue = models.CharField(max_length=100, blank=True, help_text="told, said, according to")
    anonymity = models.CharField(max_length=300, blank=True, help_text="The reason, if told.")
    said_on = models.DateField(null=True, blank=True)
    said_where = models.CharField(max_length=200, blank=True)
    handle = models.CharField(max_length=100, blank=True)
    links = models.JSONField(default=list, blank=True)
    relayed_by = models.CharField(max_length=200, blank=True, help_text="Another outlet, as named.")
    about_people = models.ManyToManyField(Person, blank=True, related_name="spoken_about_in")
    about_organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="spoken_about_in"
    )
    statement = models.ForeignKey(
        Statement, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotes"
    )

    objects = QuoteQuerySet.as_manager()

    class Meta(LinkModel.Meta):
        ordering = ["version", "pk"]
        constraints = [
            *LinkModel.Meta.constraints,
            one_of("kind", QuoteKind, "quote_kind_known"),
            one_of("speaker_kind", QuoteSpeakerKind, "quote_speaker_kind_known"),
            models.CheckConstraint(
                condition=~Q(state="linked") | SPEAKER_OF_ITS_KIND,
                name="quote_linked_has_speaker_of_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(speaker_start__isnull=True, speaker_end__isnull=True)
                | Q(speaker_start__lt=models.F("speaker_end")),
                name="quote_speaker_span_in_order",
            ),
        ]
        indexes = [models.Index(fields=["person", "state", "kind"], name="quote_by_speaker")]

    def __str__(self) -> str:
        return f"{self.kind} quote by {self.speaker_text or 'somebody'}"

    def get_absolute_url(self) -> str:
        return reverse("quote-detail", args=[self.pk])

    @property
    def anchor(self) -> str:
        """The name of the place on its article's page where the words begin."""
        return f"said-{self.pk}"

    @property
    def passage_url(self) -> str:
        """Of the very words on the page of their article."""
        return f"{self.version.article.get_absolute_url()}#{self.anchor}"

    @property
    def words(self) -> str:
        """What was said, its parts joined by an ellipsis; needs ``version`` and ``spans``."""
        return " … ".join(self.version.words_at(span) for span in self.spans.all())


class QuoteSpan(SpanModel):
    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="spans")

    class Meta(SpanModel.Meta):
        ordering = ["quote", "field", "start"]
        constraints = [
            *SpanModel.Meta.constraints,
            models.UniqueConstraint(fields=["quote", "field", "start"], name="quote_span_once"),
        ]
