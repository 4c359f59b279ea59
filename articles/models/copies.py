"""What tells that articles elsewhere carry one text."""

from django.db import models
from django.db.models import F, Q

from articles.models.articles import Article
from articles.models.fields import Decision, one_of, share_between_0_and_1


class SketchValue(models.Model):
    """One value of the sketch of an article's current text; copies share some of them."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sketch")
    value = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["value", "article"], name="sketch_value_once")
        ]

    def __str__(self) -> str:
        return f"{self.value}"


class Likeness(models.Model):
    """Two articles that carry nearly the same words; ``article`` is the later one."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="like")
    other = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    share = models.FloatField(
        help_text="Which part of the shorter text's five-word runs the other has, 0 to 1."
    )
    found_at = models.DateTimeField(auto_now_add=True)
    decision = models.CharField(max_length=6, choices=Decision.choices, default=Decision.NONE)
    decided_by = models.ForeignKey(
        "User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-found_at", "-pk"]
        verbose_name_plural = "likenesses"
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="likeness_once"),
            models.CheckConstraint(condition=~Q(article=F("other")), name="likeness_of_two"),
            share_between_0_and_1("share", "likeness_share"),
            one_of("decision", Decision, "likeness_decision_known"),
        ]

    def __str__(self) -> str:
        return f"{self.article} ≈ {self.other}"
