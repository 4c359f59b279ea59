"""Race: a contest for a seat in a cycle, with its stages, candidacies and results."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles.models.fields import (
    LONG_AGO,
    Precision,
    in_order,
    once,
    one_of,
    share_between_0_and_1,
)
from articles.models.parties import Party
from articles.models.people import DatedModel, Person
from articles.models.slugs import OldSlug, SluggedModel, SluggedQuerySet
from articles.models.sources import SourcedModel


class Office(models.TextChoices):
    PRESIDENT = "president", "President"
    VICE_PRESIDENT = "vice_president", "Vice President"
    SENATE = "senate", "U.S. Senate"
    HOUSE = "house", "U.S. House"
    DELEGATE = "delegate", "Delegate to the U.S. House"
    CABINET = "cabinet", "Federal executive office"
    GOVERNOR = "governor", "Governor"
    LIEUTENANT_GOVERNOR = "lieutenant_governor", "Lieutenant Governor"
    ATTORNEY_GENERAL = "attorney_general", "Attorney General"
    SECRETARY_OF_STATE = "secretary_of_state", "Secretary of State"
    STATE_SENATE = "state_senate", "State Senate"
    STATE_HOUSE = "state_house", "State House"
    MAYOR = "mayor", "Mayor"
    COUNTY = "county", "County office"
    COUNCIL = "council", "Council"
    JUDGE = "judge", "Court"
    OTHER = "other", "Other"


class Seat(models.Model):
    """An office of a place. ``state`` is two letters, US for the nation."""

    office = models.CharField(max_length=20, choices=Office.choices)
    state = models.CharField(max_length=2)
    district = models.CharField(
        max_length=60, blank=True, help_text="District number, or a place within the state."
    )
    senate_class = models.PositiveSmallIntegerField(null=True, blank=True)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["state", "office", "district", "senate_class"]
        constraints = [
            once("seat_once", "office", "state", "district", senate_class=0, first_year=0),
            one_of("office", Office, "seat_office_known"),
            models.CheckConstraint(condition=Q(state__regex=r"^[A-Z]{2}$"), name="seat_state_form"),
            models.CheckConstraint(
                condition=Q(senate_class__isnull=True) | Q(senate_class__in=[1, 2, 3]),
                name="seat_class_known",
            ),
            in_order("first_year", "last_year", "seat_years_in_order"),
        ]

    def __str__(self) -> str:
        parts = [self.state, self.get_office_display(), self.district]
        return " ".join(part for part in parts if part)


class Position(DatedModel):
    """An office somebody held. The title is as the source gives it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="positions"
    )
    office = models.CharField(max_length=20, choices=Office.choices)
    state = models.CharField(max_length=2, default="US")
    district = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200, blank=True)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(DatedModel.Meta):
        ordering = ["person", "start"]
        constraints = [
            *DatedModel.Meta.constraints,
            once("position_once", "person", "office", "state", "district", start=LONG_AGO),
            one_of("office", Office, "position_office_known"),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_office_display()} ({self.state})"


class RaceQuerySet(SluggedQuerySet):
    def for_lists(self):
        return self.select_related("seat")


class RaceKind(models.TextChoices):
    REGULAR = "regular", "regular election"
    SPECIAL = "special", "special election"
    MEASURE = "measure", "ballot measure"
    RECALL = "recall", "recall"
    RETENTION = "retention", "retention vote"


class Race(SluggedModel, SourcedModel):
    SLUG_KIND = OldSlug.Kind.RACE

    Kind = RaceKind

    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="races"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.REGULAR)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(
        default=1, help_text="Where one seat votes twice in a cycle."
    )
    name = models.CharField(max_length=200, help_text="2020 Alabama U.S. Senate")
    about = models.TextField(blank=True)
    general_on = models.DateField(null=True, blank=True)
    is_sample = models.BooleanField(default=False, help_text="Invented for the demonstration.")

    objects = RaceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "year", "kind", "number"],
                condition=Q(seat__isnull=False),
                name="race_once",
            ),
            one_of("kind", RaceKind, "race_kind_known"),
            models.CheckConstraint(
                condition=Q(seat__isnull=False) | Q(kind="measure"), name="race_has_seat_or_measure"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("race-detail", args=[self.slug])


class StageKind(models.TextChoices):
    PRIMARY = "primary", "primary"
    CAUCUS = "caucus", "caucus"
    CONVENTION = "convention", "convention"
    RUNOFF = "runoff", "runoff"
    GENERAL = "general", "general election"
    SPECIAL = "special", "special election"


class Stage(SourcedModel):
    """A vote within a race. Jungle and top-two primaries have no party."""

    Kind = StageKind

    race = models.ForeignKey(Race, on_delete=models.CASCADE, related_name="stages")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    jurisdiction = models.CharField(
        max_length=2, blank=True, help_text="Presidential primaries go by state."
    )
    date = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)

    class Meta:
        ordering = ["race", "date", "pk"]
        constraints = [
            once("stage_once", "race", "kind", "jurisdiction", party=""),
            one_of("kind", StageKind, "stage_kind_known"),
            one_of("precision", Precision, "stage_precision_known"),
        ]

    def __str__(self) -> str:
        party = f"{self.party.name} " if self.party else ""
        return f"{party}{self.get_kind_display()}"


class FormerStageDate(SourcedModel):
    """A date a stage was set for before, and when it became known that it moved."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="former_dates")
    date = models.DateField()
    moved_known_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["stage", "date"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "date"], name="former_stage_date_once")
        ]

    def __str__(self) -> str:
        return f"{self.stage} first set for {self.date}"


class CandidacyStatus(models.TextChoices):
    STATUTORY = "statutory", "statutory candidate"
    FILED = "filed", "filed only"
    WITHDRAWN = "withdrawn", "withdrawn"
    UNCERTAIN = "uncertain", "race not certain"


class Candidacy(SourcedModel):
    Status = CandidacyStatus

    race = models.ForeignKey(Race, on_delete=models.CASCADE, related_name="candidacies")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="candidacies")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ticket_mate = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_incumbent = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.FILED)
    fec_id = models.CharField(max_length=9, blank=True)

    class Meta:
        ordering = ["race", "person"]
        verbose_name_plural = "candidacies"
        constraints = [
            models.UniqueConstraint(fields=["race", "person"], name="candidacy_once"),
            one_of("status", CandidacyStatus, "candidacy_status_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.race}"


class ResultOutcome(models.TextChoices):
    UNKNOWN = "", "not known"
    WON = "won", "won"
    LOST = "lost", "lost"
    ADVANCED = "advanced", "advanced"
    WITHDREW = "withdrew", "withdrew"


class Result(SourcedModel):
    Outcome = ResultOutcome

    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="results")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="results")
    round = models.PositiveSmallIntegerField(default=1, help_text="Ranked-choice round.")
    votes = models.PositiveBigIntegerField(null=True, blank=True)
    share = models.DecimalField(
        max_digits=8, decimal_places=6, null=True, blank=True, help_text="0 to 1."
    )
    share_digits = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Digits of the percentage as reported."
    )
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default="", blank=True)
    is_official = models.BooleanField(default=False)

    class Meta:
        ordering = ["stage", "round", "-share", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "stage", "round"], name="result_once"),
            one_of("outcome", ResultOutcome, "result_outcome_known"),
            share_between_0_and_1("share", "result_share_0_to_1"),
        ]

    def __str__(self) -> str:
        return f"{self.candidacy}, {self.stage}"

    @property
    def percent(self) -> str:
        """The share as reported: "33.4", never more digits than the source gave."""
        if self.share is None:
            return ""
        return f"{self.share * 100:.{self.share_digits or 0}f}"
