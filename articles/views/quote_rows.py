"""Rows of the list of quotes: who said it, in its context, and where it is printed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from articles.models import Article, Person, Quote
from articles.models.coverage import articles_carrying, public_told_quotes
from articles.search import Hit
from articles.search.documents import shown_quote
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
    """Fetches the quotes of a page once: for the snippets of its hits, then for its rows."""

    def __init__(self) -> None:
        self._found: dict[int, Quote] = {}

    def texts_of(self, keys: tuple[int, ...]) -> Mapping[int, str]:
        """By quote, what was said, where the rights of its article let all of it be shown."""
        about = Prefetch("about_people", queryset=Person.objects.public())
        quotes = public_told_quotes().with_texts().prefetch_related(about)
        self._found = quotes.in_bulk(list(keys))
        return {key: shown_quote(quote) for key, quote in self._found.items()}

    def rows(self, hits: Iterable[Hit]) -> list[QuoteRow]:
        """In the order of the hits; what went since it was indexed is left out."""
        by_key = {hit.key: hit for hit in hits}
        if not self._found:  # not every engine cuts snippets
            self.texts_of(tuple(by_key))
        statements = (one.statement_id for one in self._found.values() if one.statement_id)
        carrying = articles_carrying(statements)
        return [
            QuoteRow(
                self._found[key],
                context_of(self._found[key], hit.snippet),
                carrying.get(self._found[key].statement_id, 1) - 1,
            )
            for key, hit in by_key.items()
            if key in self._found
        ]
