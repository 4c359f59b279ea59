"""What a Version says: who is named, which race it is about, and why we think so."""

from django.db import models
from django.db.models import Q

from articles.models.fields import LinkModel, LinkState, SpanModel
from articles.models.people import Person
from articles.models.races import Race, Stage
from articles.models.versions import Version


class ExtractionRun(models.Model):
    """Which program version read which Version, when."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="runs")
    program = models.CharField(max_length=60)
    ran_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.program} on version {self.version_id}"


class Mention(LinkModel):
    """One Version names one Person, or one cluster of names that is not (yet) resolved."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="mentions"
    )
    name = models.CharField(max_length=200, help_text="The fullest form in the text.")

    class Meta(LinkModel.Meta):
        ordering = ["version", "pk"]
        constraints = [
            *LinkModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state="linked") | Q(person__isnull=False),
                name="mention_linked_has_person",
            ),
            models.UniqueConstraint(
                fields=["version", "person"],
                condition=Q(state="linked"),
                name="mention_of_person_once",
            ),
        ]
        indexes = [models.Index(fields=["person", "state"], name="mention_of_person")]

    def __str__(self) -> str:
        return self.name


class MentionSpan(SpanModel):
    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="spans")

    class Meta(SpanModel.Meta):
        ordering = ["mention", "field", "start"]
        constraints = [
            *SpanModel.Meta.constraints,
            models.UniqueConstraint(fields=["mention", "field", "start"], name="mention_span_once"),
        ]


class Rival(models.Model):
    """Somebody else, or somebody only suggested, whom a Mention may name."""

    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="rivals")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    confidence = models.FloatField(default=0)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["mention", "-confidence", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mention", "person"], name="rival_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)


class RaceLink(LinkModel):
    """A Version is about a Race."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="race_links")
    race = models.ForeignKey(Race, on_delete=models.PROTECT, related_name="links")
    stages = models.ManyToManyField(Stage, blank=True, related_name="links")
    stages_named = models.JSONField(
        default=list, blank=True, help_text='As the text has them: ["Republican runoff"].'
    )

    class Meta(LinkModel.Meta):
        ordering = ["version", "pk"]
        constraints = [
            *LinkModel.Meta.constraints,
            models.UniqueConstraint(fields=["version", "race"], name="race_link_once"),
        ]
        indexes = [models.Index(fields=["race", "state"], name="link_to_race")]

    def __str__(self) -> str:
        return str(self.race)


class RaceEvidence(SpanModel):
    """Words that show which race it is."""

    link = models.ForeignKey(RaceLink, on_delete=models.CASCADE, related_name="spans")

    class Meta(SpanModel.Meta):
        ordering = ["link", "field", "start"]


LINKED = Q(state=LinkState.LINKED)
