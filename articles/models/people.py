"""Person: a public figure, with dated names, parties, positions and identifiers."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles.extraction.names import fold, given_key, parse_name
from articles.models.fields import LONG_AGO, Decision, in_order, once, one_of
from articles.models.parties import Party
from articles.models.slugs import OldSlug, SluggedModel, SluggedQuerySet
from articles.models.sources import SourcedModel


class PersonQuerySet(SluggedQuerySet):
    def public(self):
        """Only confirmed people have a page: a private citizen's name makes none."""
        return self.filter(status=Person.Status.CONFIRMED)


class PersonStatus(models.TextChoices):
    PROPOSED = "proposed", "proposed"
    CONFIRMED = "confirmed", "confirmed"
    HIDDEN = "hidden", "hidden"


class Person(SluggedModel, SourcedModel):
    SLUG_KIND = OldSlug.Kind.PERSON

    Status = PersonStatus

    class Gender(models.TextChoices):
        UNKNOWN = "", "not known"
        FEMALE = "F", "female"
        MALE = "M", "male"

    name = models.CharField(max_length=200, help_text="As newspapers write it: Jeff Sessions.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED)
    gender = models.CharField(max_length=1, choices=Gender.choices, default="", blank=True)
    born_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    about = models.TextField(blank=True)

    objects = PersonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "people"
        constraints = [
            one_of("status", PersonStatus, "person_status_known"),
            in_order("born_on", "died_on", "person_born_before_died"),
        ]
        indexes = [models.Index(fields=["status", "name"], name="person_by_name")]
        permissions = [
            ("merge_people", "Can merge and split people and give them names"),
            ("load_rosters", "Can load lists of people, outlets and races"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person-detail", args=[self.slug])

    @property
    def is_public(self) -> bool:
        return self.status == self.Status.CONFIRMED


class DatedModel(SourcedModel):
    """Something that held from one day to another; an open end is unknown or still holds."""

    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [in_order("start", "end", "%(class)s_start_before_end")]

    def holds_on(self, day) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class PersonNameKind(models.TextChoices):
    FULL = "full", "full name"
    COMMON = "common", "common name"
    NICKNAME = "nickname", "nickname"
    BALLOT = "ballot", "ballot name"
    FORMER = "former", "former name"
    HANDLE = "handle", "handle"


class PersonName(DatedModel):
    Kind = PersonNameKind

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.FULL)
    folded = models.CharField(max_length=200, editable=False, help_text="For finding.")
    family = models.CharField(
        max_length=100, editable=False, blank=True, help_text="The family name, folded."
    )

    given = models.CharField(
        max_length=100, editable=False, blank=True, help_text="The given name, folded; or any."
    )

    class Meta(DatedModel.Meta):
        ordering = ["person", "kind", "text"]
        constraints = [
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(fields=["person", "kind", "text"], name="person_name_once"),
            one_of("kind", PersonNameKind, "person_name_kind_known"),
        ]
        indexes = [
            # With the person, so that all who share a surname are found in the index alone.
            models.Index(fields=["family", "given", "person"], name="person_name_family"),
            models.Index(fields=["folded"], name="person_name_folded"),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs):
        self.fill_keys()
        super().save(*args, **kwargs)

    def fill_keys(self) -> "PersonName":
        """Sets what the name is found by; bulk writers call it themselves."""
        self.folded = fold(self.text.removeprefix("@"))
        if self.kind == self.Kind.HANDLE:
            self.family = self.given = ""
            return self
        name = parse_name(self.text)
        self.family, self.given = fold(name.family), given_key(name)
        return self


class PersonIdentifier(SourcedModel):
    """What another collection calls this person: wikidata, bioguide, fec, govtrack, ..."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=30)
    value = models.CharField(max_length=100)

    class Meta:
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "value"], name="person_identifier_once")
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class PartyAffiliation(DatedModel):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="affiliations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="affiliations")

    class Meta(DatedModel.Meta):
        ordering = ["person", "start"]
        constraints = [
            *DatedModel.Meta.constraints,
            once("party_affiliation_once", "person", "party", start=LONG_AGO),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.party}"


class JoinProposal(models.Model):
    """Two rows that may be one person: proposed to an editor, never joined by a machine."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_proposals")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    why = models.TextField()
    decision = models.CharField(max_length=6, choices=Decision.choices, default=Decision.NONE)
    decided_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="join_proposal_once"),
            models.CheckConstraint(
                condition=~Q(person=models.F("other")), name="join_proposal_of_two"
            ),
            one_of("decision", Decision, "join_proposal_decision_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} = {self.other}?"
