"""Party: one table of codes, so that DFL, "Democrat" and DEM meet."""

from django.db import models
from django.db.models.functions import Lower


class Party(models.Model):
    code = models.CharField(max_length=8, primary_key=True)
    name = models.CharField(max_length=100)
    letter = models.CharField(max_length=3, blank=True, help_text='As in "D-Ala."')

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        return self.name


class PartyAlias(models.Model):
    """Another code or name a party goes by: DFL, Democrat, Democratic-Farmer-Labor."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100)

    class Meta:
        verbose_name_plural = "party aliases"
        constraints = [models.UniqueConstraint(Lower("name"), name="party_alias_once")]

    def __str__(self) -> str:
        return self.name
