"""Rows of the list of quotes: who said it, in its context, and where it is printed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from articles.models import Article, Person, Quote
from articles.models.coverage import articles_carrying, public_told_quotes
from articles.search import Hit
from articles.search.documents import shown_quotes
from articles.views.quote_contexts import Context, context_of


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """``context`` is None where the rights hide the words; ``elsewhere`` counts other articles."""

    quote: Quote
    context: Context | None
    elsewhere: int

    @property
    def article(self) -> Article:
        return self.quote.version.article

    @property
    def day(self) -> dt.date | None:
        return self.article.published_on


class QuoteReader:
    """The rows of a page of quotes, and the words its snippets are cut from."""

    def texts_of(self, keys: tuple[int, ...]) -> Mapping[int, str]:
        return shown_quotes(keys)

    def rows(self, hits: Iterable[Hit]) -> list[QuoteRow]:
        return rows_of_quotes(hits)


def rows_of_quotes(hits: Iterable[Hit]) -> list[QuoteRow]:
    """In the order of the hits; what went since it was indexed is left out. Four queries."""
    by_key = {hit.key: hit for hit in hits}
    about = Prefetch("about_people", queryset=Person.objects.public())
    quotes = public_told_quotes().with_texts().prefetch_related(about).in_bulk(list(by_key))
    carrying = articles_carrying(one.statement_id for one in quotes.values() if one.statement_id)
    return [
        QuoteRow(
            quotes[key],
            context_of(quotes[key], hit.snippet),
            carrying.get(quotes[key].statement_id, 1) - 1,
        )
        for key, hit in by_key.items()
        if key in quotes
    ]
