"""What somebody is quoted as saying: one entry for what was said once, however often printed."""

from dataclasses import dataclass, field

from django.db.models import F, QuerySet

from articles.models import Person, Quote
from articles.models.coverage import public_quotes
from articles.search import search
from articles.search.engines.base import no_texts
from articles.search.query import Unit
from articles.views.coverage import newest_of
from articles.views.passages import words_that_may_be_shown

NEWEST, SHOWN = 60, 12


@dataclass(slots=True)
class Said:
    """The longest form that may be shown, and the quotes that carry it, the newest first."""

    words: str = ""
    quotes: list[Quote] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.quotes[0].kind

    @property
    def places(self) -> list[Quote]:
        """One quote for each article."""
        return list({quote.version_id: quote for quote in reversed(self.quotes)}.values())[::-1]

    def add(self, quote: Quote) -> None:
        words = words_that_may_be_shown(quote)
        self.words = max(self.words, words, key=len)
        self.quotes.append(quote)


def sayings_of(person: Person) -> list[Said]:
    """The newest things said; those of one Statement are one. Raises EngineUnavailable."""
    found: dict[tuple, Said] = {}
    for quote in _newest(person):
        is_reported = quote.kind == Quote.Kind.INDIRECT
        key = (is_reported, quote.statement_id, quote.pk if quote.statement_id is None else None)
        found.setdefault(key, Said()).add(quote)
    return list(found.values())[:SHOWN]


def _newest(person: Person) -> QuerySet[Quote]:
    """Those the index finds, if they may still be shown."""
    newest = search(newest_of("person", person.pk, NEWEST, Unit.QUOTES), [], no_texts)
    quotes = public_quotes().filter(person=person, pk__in=newest.ids)
    day = F("version__article__published_on").desc(nulls_last=True)
    with_texts = quotes.select_related("version__article__outlet").prefetch_related("spans")
    return with_texts.order_by(day, "-version_id", "pk")
