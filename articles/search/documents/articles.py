"""Public articles -> documents."""

from collections.abc import Iterable, Iterator

from articles.models import Article, Precision
from articles.models.versions import PARAGRAPH_BREAK
from articles.search.documents.bylines import Byliners, bylines_of
from articles.search.documents.links import Links, links_of
from articles.search.documents.quotes import QuoteRow, quotes_of
from articles.search.documents.text import composed
from articles.search.engines.base import ArticleDocument, FacetValues, QuoteDocument
from articles.search.facets import MAX_TEXT
from articles.search.spellings import states_cut_short

BATCH = 500
TEXTS = ("headline", "deck", "body", "caption")


def documents(article_ids: Iterable[int]) -> list[ArticleDocument]:
    """The documents of those of the articles that are public now."""
    rows = _public().filter(pk__in=list(article_ids))
    return _documents(list(rows))


def all_documents(batch: int = BATCH) -> Iterator[ArticleDocument]:
    """Every public article, in batches that never hold many in memory."""
    last = 0
    while rows := list(_public().filter(pk__gt=last)[:batch]):
        last = rows[-1].pk
        yield from _documents(rows)


def _public():
    return Article.objects.public().select_related("current_version", "outlet").order_by("pk")


def _documents(articles: list[Article]) -> list[ArticleDocument]:
    versions = {article.current_version_id: article.current_version for article in articles}
    quotes = quotes_of(versions)
    links = links_of(versions.keys(), quotes)
    bylines = bylines_of([article.pk for article in articles])
    return [
        _document(
            article,
            links,
            quotes.get(article.current_version_id, ()),
            bylines.get(article.pk, Byliners()),
        )
        for article in articles
    ]


def _document(
    article: Article, links: Links, quotes: Iterable[QuoteRow], bylines: Byliners
) -> ArticleDocument:
    version = article.current_version
    texts = {name: composed(version.text_of(name)) for name in TEXTS}
    first = texts["body"].partition(PARAGRAPH_BREAK)[0]
    return ArticleDocument(
        article_id=article.pk,
        **texts,
        lead=f"{texts['deck']}{PARAGRAPH_BREAK}{first}",
        bylines=tuple(composed(name) for name in bylines.names),
        speakers=links.names(links.speakers[version.pk]),
        people=links.names(links.people[version.pk]),
        places=states_cut_short("\n".join(texts.values())),
        facets=_facets(article, links, bylines) | _times(article),
        published_on=article.published_on,
        published_at=article.published_at,
        copy_set=article.copy_set_id or 0,
        quotes=tuple(_quote(quote, article, links) for quote in quotes),
    )


def _quote(quote: QuoteRow, article: Article, links: Links) -> QuoteDocument:
    speaker = (quote.speaker,) if quote.speaker else ()
    party = links.party(quote.speaker, article.published_on)
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
        statement=quote.statement,
    )


def _facets(article: Article, links: Links, bylines: Byliners) -> FacetValues:
    version, outlet = article.current_version_id, article.outlet
    people, speakers = links.people[version], links.speakers[version]
    parties = {links.party(person, article.published_on) for person in people}
    return {
        "outlet": (outlet.pk,),
        "outlet_kind": (outlet.kind,),
        "place": (outlet.state,) if outlet.state else (),
        "person": tuple(sorted(people)),
        "quoted": tuple(sorted(links.quoted[version])),
        "paraphrased": tuple(sorted(links.paraphrased[version])),
        "mentioned": tuple(sorted(people - speakers)),
        "in_headline": tuple(sorted(links.in_headline[version])),
        "about": tuple(sorted(links.about[version])),
        "race": tuple(sorted(links.races[version])),
        "stage": tuple(sorted(links.stages[version])),
        "state": tuple(sorted(links.states[version])),
        "office": tuple(sorted(links.offices[version])),
        "party": tuple(sorted(parties - {""})),
        "kind": (article.kind,),
        "section": (composed(article.section)[:MAX_TEXT],) if article.section else (),
        "author": tuple(sorted(bylines.authors)),
        "language": (article.language,) if article.language else (),
        "has_quotes": ("yes" if version in links.has_quotes else "no",),
    }


def _times(article: Article) -> FacetValues:
    """Only as exactly as the date is known."""
    day, precision = article.published_on, article.published_precision
    if not day:
        return {}
    times = {"year": (day.year,)}
    if precision != Precision.YEAR:
        times["month"] = (day.year * 100 + day.month,)
    if precision == Precision.DAY:
        times["day"] = (day.year * 10000 + day.month * 100 + day.day,)
    return times
