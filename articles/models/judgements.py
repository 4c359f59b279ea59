"""Who decided what, and when; and what a merge did, so that it can be taken back."""

from django.db import models

from articles.models.fields import Decision, one_of


class JudgedNoun(models.TextChoices):
    ARTICLE = "article", "article"
    MENTION = "mention", "person named"
    RACE = "race", "race"
    QUOTE = "quote", "quote"
    PERSON = "person", "proposed person"
    OUTLET = "outlet", "proposed outlet"
    COPY = "copy", "near-duplicate"


class Judgement(models.Model):
    """One answer of a person in the review queue or on an article's page."""

    Noun = JudgedNoun

    noun = models.CharField(max_length=8, choices=Noun.choices)
    target_id = models.BigIntegerField()
    about = models.CharField(max_length=300, help_text="What was asked, in words.")
    answer = models.CharField(max_length=6, choices=Decision.choices)
    by = models.ForeignKey("User", on_delete=models.SET_NULL, null=True, related_name="judgements")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            one_of("noun", JudgedNoun, "judgement_noun_known"),
            one_of("answer", Decision, "judgement_answer_known"),
        ]
        indexes = [models.Index(fields=["noun", "target_id"], name="judgement_of")]

    def __str__(self) -> str:
        return f"{self.get_noun_display()} {self.target_id}: {self.answer}"


class MergedNoun(models.TextChoices):
    PERSON = "person", "people"
    OUTLET = "outlet", "outlets"


class Merge(models.Model):
    """Two people or outlets that became one: every row that moved, was removed or was made."""

    Noun = MergedNoun

    noun = models.CharField(max_length=6, choices=Noun.choices, default=Noun.PERSON)
    kept_id = models.BigIntegerField(db_index=True)
    gone_id = models.BigIntegerField()
    kept_name = models.CharField(max_length=200)
    gone_name = models.CharField(max_length=200)
    moved = models.JSONField(default=list, help_text="[model, key, field, before, after] of each.")
    removed = models.JSONField(default=list, help_text="Rows as they were, in Django's own form.")
    made = models.JSONField(default=list, help_text="[model, key] of rows the merge added.")
    by = models.ForeignKey("User", on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey("User", on_delete=models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [one_of("noun", MergedNoun, "merge_noun_known")]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept_name}"
