"""Public articles -> documents."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.models import Article, Precision
from articles.models.keys import Keys
from articles.models.versions import PARAGRAPH_BREAK
from articles.search.documents.bylines import Byliners, bylines_of
from articles.search.documents.links import Links, links_of
from articles.search.documents.quotes import QuoteRow, quotes_of
from articles.search.documents.text import composed
from articles.search.engines.base import ArticleDocument, FacetValues, QuoteDocument
from articles.search.facets import MAX_TEXT
from articles.search.spellings import states_cut_short

BATCH = 500


class Row(NamedTuple):
    """What is read of an article: plain values, since making rows of models costs most."""

    pk: int
    version: int
    headline: str
    deck: str
    body: str
    caption: str
    outlet: int
    outlet_kind: str
    place: str
    kind: str
    section: str
    language: str
    published_on: dt.date | None
    published_at: dt.datetime | None
    precision: str
    copy_set: int | None

    @property
    def texts(self) -> dict[str, str]:
        return dict(zip(TEXTS, self[2:6], strict=True))


TEXTS = ("headline", "deck", "body", "caption")
COLUMNS = (
    "pk",
    "current_version_id",
    *(f"current_version__{name}" for name in TEXTS),
    "outlet_id",
    "outlet__kind",
    "outlet__state",
    "kind",
    "section",
    "language",
    "published_on",
    "published_at",
    "published_precision",
    "copy_set_id",
)


def documents(article_ids: Iterable[int]) -> list[ArticleDocument]:
    """The documents of those of the articles that are public now."""
    return _documents(_rows(pk__in=Keys(article_ids)))


def all_documents(batch: int = BATCH) -> Iterator[ArticleDocument]:
    """Every public article, in batches that never hold many in memory."""
    last = 0
    while rows := _rows(batch, pk__gt=last):
        last = rows[-1].pk
        yield from _documents(rows)


def _rows(limit: int | None = None, **which) -> list[Row]:
    public = Article.objects.public().filter(**which).order_by("pk")
    return [Row(*values) for values in public.values_list(*COLUMNS)[:limit]]


def _documents(rows: list[Row]) -> list[ArticleDocument]:
    quotes = quotes_of({row.version: row.texts for row in rows})
    links = links_of([row.version for row in rows], quotes)
    bylines = bylines_of([row.pk for row in rows])
    return [
        _document(row, links, quotes.get(row.version, ()), bylines.get(row.pk, Byliners()))
        for row in rows
    ]


def _document(
    row: Row, links: Links, quotes: Iterable[QuoteRow], bylines: Byliners
) -> ArticleDocument:
    texts = {name: composed(text) for name, text in row.texts.items()}
    first = texts["body"].partition(PARAGRAPH_BREAK)[0]
    return ArticleDocument(
        article_id=row.pk,
        **texts,
        lead=f"{texts['deck']}{PARAGRAPH_BREAK}{first}",
        bylines=tuple(composed(name) for name in bylines.names),
        speakers=links.names(
            quote.speaker for quote in quotes if quote.speaker and quote.is_in_own_words
        ),
        people=links.names(links.people[row.version]),
        places=states_cut_short("\n".join(texts.values())),
        facets=_facets(row, links, bylines) | _times(row),
        published_on=row.published_on,
        published_at=row.published_at,
        copy_set=row.copy_set or 0,
        quotes=tuple(_quote(quote, row, links) for quote in quotes),
    )


def _quote(quote: QuoteRow, row: Row, links: Links) -> QuoteDocument:
    speaker = (quote.speaker,) if quote.speaker else ()
    party = links.party(quote.speaker, row.published_on)
    return QuoteDocument(
        quote.key,
        quote.words,
        {
            "person": speaker,
            "quoted": speaker if quote.is_in_own_words else (),
            "paraphrased": () if quote.is_in_own_words else speaker,
            "about": tuple(sorted(quote.about)),
            "party": (party,) if party else (),
            "said": (quote.kind,),
        },
        statement=quote.statement_in(row.copy_set),
    )


def _facets(row: Row, links: Links, bylines: Byliners) -> FacetValues:
    version, people = row.version, links.people[row.version]
    parties = {links.party(person, row.published_on) for person in people}
    return {
        "outlet": (row.outlet,),
        "outlet_kind": (row.outlet_kind,),
        "place": (row.place,) if row.place else (),
        "person": tuple(sorted(people)),
        "quoted": tuple(sorted(links.quoted[version])),
        "paraphrased": tuple(sorted(links.paraphrased[version])),
        "mentioned": tuple(sorted(people - links.speakers[version])),
        "in_headline": tuple(sorted(links.in_headline[version])),
        "about": tuple(sorted(links.about[version])),
        "race": tuple(sorted(links.races[version])),
        "stage": tuple(sorted(links.stages[version])),
        "state": tuple(sorted(links.states[version])),
        "office": tuple(sorted(links.offices[version])),
        "party": tuple(sorted(parties - {""})),
        "kind": (row.kind,),
        "section": (composed(row.section)[:MAX_TEXT],) if row.section else (),
        "author": tuple(sorted(bylines.authors)),
        "language": (row.language,) if row.language else (),
        "has_quotes": ("yes" if version in links.has_quotes else "no",),
    }


def _times(row: Row) -> FacetValues:
    """Only as exactly as the date is known."""
    day = row.published_on
    if not day:
        return {}
    times = {"year": (day.year,)}
    if row.precision != Precision.YEAR:
        times["month"] = (day.year * 100 + day.month,)
    if row.precision == Precision.DAY:
        times["day"] = (day.year * 10000 + day.month * 100 + day.day,)
    return times
