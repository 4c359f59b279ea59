"""Organisation: a campaign, party, agency, company or group; it can speak and be spoken for."""

from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from articles.models.fields import one_of
from articles.models.people import Person
from articles.models.slugs import OldSlug, SluggedModel, SluggedQuerySet
from articles.models.sources import SourcedModel


class OrganisationKind(models.TextChoices):
    CAMPAIGN = "campaign", "campaign"
    PARTY = "party", "party"
    AGENCY = "agency", "agency"
    COMPANY = "company", "company"
    GROUP = "group", "group"


class OrganisationStatus(models.TextChoices):
    PROPOSED = "proposed", "proposed"
    CONFIRMED = "confirmed", "confirmed"
    HIDDEN = "hidden", "hidden"


class Organisation(SluggedModel, SourcedModel):
    SLUG_KIND = OldSlug.Kind.ORGANISATION

    Kind = OrganisationKind
    Status = OrganisationStatus

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.GROUP)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED)
    person = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="organisations",
        help_text="Whose campaign it is.",
    )

    objects = SluggedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="organisation_name_once"),
            one_of("kind", OrganisationKind, "organisation_kind_known"),
            one_of("status", OrganisationStatus, "organisation_status_known"),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationName(models.Model):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="other_names"
    )
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation", Lower("name"), name="organisation_other_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
