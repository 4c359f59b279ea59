"""The wordings of what was said, as public articles carry them."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from articles.models import Quote
from articles.models.coverage import public_told_quotes

MOST_WORDINGS = 12  # of one Statement


def variants_of(keys: Iterable[int]) -> dict[int, list[Quote]]:
    """By quote, it and the others of its Statement, the earliest first. Four queries at most."""
    asked = {one.pk: one for one in public_told_quotes().filter(pk__in=list(keys)).with_texts()}
    statements = {one.statement_id for one in asked.values() if one.statement_id}
    fellows = defaultdict(list)
    for quote in _earliest_of(statements) if statements else ():
        fellows[quote.statement_id].append(quote)
    return {
        pk: [one, *(other for other in fellows[one.statement_id] if other.pk != pk)]
        for pk, one in asked.items()
    }


def _earliest_of(statements: set[int]) -> QuerySet[Quote]:
    numbered = public_told_quotes().filter(statement__in=statements)
    numbered = numbered.annotate(
        place=Window(
            RowNumber(),
            partition_by="statement",
            order_by=[F("version__article__published_on").asc(nulls_last=True), "pk"],
        )
    )
    return numbered.filter(place__lte=MOST_WORDINGS).with_texts().order_by("place", "pk")
