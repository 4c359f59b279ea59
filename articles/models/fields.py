"""Field kinds and constraints that several nouns share."""

import datetime

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

LONG_AGO = datetime.date(1, 1, 1)


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", "day"
    MONTH = "month", "month"
    YEAR = "year", "year"


class Decision(models.TextChoices):
    """What a person said of a machine's finding; apart from its link state."""

    NONE = "none", "undecided"
    YES = "yes", "yes"
    NO = "no", "no"
    UNSURE = "unsure", "unsure"


class LinkState(models.TextChoices):
    UNRESOLVED = "unresolved", "unresolved"
    SUGGESTED = "suggested", "suggested"
    AMBIGUOUS = "ambiguous", "ambiguous"
    LINKED = "linked", "linked"
    REJECTED = "rejected", "rejected"


class TextField(models.TextChoices):
    """The parts of a Version that a span can lie in."""

    HEADLINE = "headline", "headline"
    DECK = "deck", "deck"
    BODY = "body", "body"
    CAPTION = "caption", "caption"


def one_of(field: str, choices: type[models.TextChoices], name: str) -> models.CheckConstraint:
    """The database itself refuses a value outside the choices."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)


def in_order(start: str, end: str, name: str) -> models.CheckConstraint:
    """``start`` is not after ``end`` where both are known."""
    return models.CheckConstraint(
        condition=Q(**{f"{start}__isnull": True})
        | Q(**{f"{end}__isnull": True})
        | Q(**{f"{start}__lte": F(end)}),
        name=name,
    )


def once(name: str, *fields: str, **nullable) -> models.UniqueConstraint:
    """Unique together, an unknown value counting as the one given for it.

    SQLite takes every NULL for another value and has no way to say otherwise.
    """
    known = [Coalesce(field, Value(stand_in)) for field, stand_in in nullable.items()]
    return models.UniqueConstraint(*fields, *known, name=name)


def share_between_0_and_1(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": 0, f"{field}__lte": 1}) | Q(**{f"{field}__isnull": True}),
        name=name,
    )


class SpanModel(models.Model):
    """A stretch of one field of a Version, in code points: 0 <= start < end."""

    field = models.CharField(max_length=8, choices=TextField.choices, default=TextField.BODY)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(start__gte=0, start__lt=F("end")), name="%(class)s_start_before_end"
            ),
            models.CheckConstraint(
                condition=Q(field__in=TextField.values), name="%(class)s_field_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.start}-{self.end}"


class LinkModel(models.Model):
    """A finding: what a machine made of it, how sure and why; apart from it, what a person said."""

    state = models.CharField(
        max_length=10, choices=LinkState.choices, default=LinkState.UNRESOLVED, db_index=True
    )
    confidence = models.FloatField(default=0)
    method = models.CharField(max_length=60, blank=True)
    why = models.TextField(blank=True)
    run = models.ForeignKey(
        "ExtractionRun", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=6, choices=Decision.choices, default=Decision.NONE)
    decided_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="%(class)s_confidence_share"
            ),
            models.CheckConstraint(
                condition=Q(state__in=LinkState.values), name="%(class)s_state_known"
            ),
            models.CheckConstraint(
                condition=Q(decision="none", decided_at__isnull=True)
                | (~Q(decision="none") & Q(decided_at__isnull=False)),
                name="%(class)s_decision_dated",
            ),
        ]

    @property
    def is_decided(self) -> bool:
        return self.decision != Decision.NONE
