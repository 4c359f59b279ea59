"""LearnedName: what editors' answers say of a name at one outlet."""

from django.db import models
from django.utils import timezone

from articles.models.outlets import Outlet
from articles.models.people import Person


class LearnedNameQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(is_used=True)


class LearnedName(models.Model):
    """How often editors said that a name means a person there, and how often that it does not.

    Counted anew from the decisions at each answer, so that one taken back is forgotten.
    """

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="learned_names")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="learned_names")
    name = models.CharField(max_length=200, help_text="As printed.")
    folded = models.CharField(max_length=200, editable=False, help_text="For finding.")
    yes = models.PositiveIntegerField(default=0, help_text="Articles in which editors said yes.")
    no = models.PositiveIntegerField(default=0, help_text="Articles in which editors said no.")
    is_used = models.BooleanField(
        default=True, help_text="Switched off, it goes on counting and changes no link."
    )
    switched_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    switched_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(default=timezone.now)

    objects = LearnedNameQuerySet.as_manager()

    class Meta:
        ordering = ["outlet", "name", "-yes", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "folded", "person"], name="learned_name_once"
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.name}” → {self.person}"
