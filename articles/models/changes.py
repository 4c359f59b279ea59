"""Change rows: "this article must be indexed again", written in the transaction that changed it."""

from collections.abc import Iterable

from django.db import models

from articles.models.rows import insert_told


class IndexChange(models.Model):
    """Outlives its article, so that a deleted one leaves the index too."""

    article_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"article {self.article_id}"


def touch(article_ids: Iterable[int] | models.QuerySet) -> int:
    """Writes a change row for each article; gives their number.

    Call it in the transaction that changes what the index shows of them.
    """
    return len(insert_told(IndexChange, ({"article_id": pk} for pk in set(article_ids))))
