"""The wordings of what was said, as public articles carry them."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from articles.models import Quote
from articles.models.coverage import public_told_quotes

MOST_WORDINGS = 12  # of one Statement


def variants_of(keys: Iterable[int]) -> dict[int, list[Quote]]:
    """By quote, it and the others of its Statement, the earliest first. Four queries at most."""
    asked = {one.pk: one for one in with_texts(public_told_quotes().filter(pk__in=list(keys)))}
    statements = {one.statement_id for one in asked.values() if one.statement_id}
    fellows = defaultdict(list)
    for quote in _earliest_of(statements) if statements else ():
        fellows[quote.statement_id].append(quote)
    return {
        pk: [one, *(other for other in fellows[one.statement_id] if other.pk != pk)]
        for pk, one in asked.items()
    }


def with_texts(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """With all that their words, speakers and articles are read from."""
    related = ("version__article__outlet", "person", "organisation")
    return quotes.select_related(*related).prefetch_related("spans")


def _earliest_of(statements: set[int]) -> QuerySet[Quote]:
    numbered = public_told_quotes().filter(statement__in=statements)
    numbered = numbered.annotate(
        place=Window(
            RowNumber(),
            partition_by="statement",
            order_by=[F("version__article__published_on").asc(nulls_last=True), "pk"],
        )
    )
    return with_texts(numbered.filter(place__lte=MOST_WORDINGS).order_by("place", "pk"))


def articles_carrying(statements: Iterable[int]) -> dict[int, int]:
    """By Statement, in how many public articles it is printed. One query."""
    carried = public_told_quotes().filter(statement__in=list(statements)).order_by()
    counted = carried.values("statement").annotate(articles=Count("version", distinct=True))
    return dict(counted.values_list("statement", "articles"))
