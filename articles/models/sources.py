"""Where a fact about a person or race comes from."""

from django.db import models


class Source(models.Model):
    name = models.CharField(max_length=200, unique=True)
    url = models.URLField(max_length=1000, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    accessed_on = models.DateField(null=True, blank=True)
    notes = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SourcedModel(models.Model):
    """A fact that says where it was taken from."""

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
