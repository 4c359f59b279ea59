"""Rows of a list of articles, finished but for their markup: a page has many, and each lookup and
each address made in a template would cost it dearly.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from articles.models import Article
from articles.models.coverage import linked_mentions, linked_races
from articles.models.prepared import Prepared
from articles.models.rights import shown_body, shown_deck
from articles.search import Fragment, Hit
from articles.search.documents import under_headline
from articles.views.addresses import page_of

MOST_PEOPLE, MOST_RACES = 4, 2
SUMMARY_WORDS = 36
KINDS = {kind.value: kind.label for kind in Article.Kind if kind != Article.Kind.NEWS}


class RowLink(NamedTuple):
    noun: str
    url: str
    name: str


class Listed(NamedTuple):
    """The columns of ``COLUMNS``: no more of an article than a row shows."""

    pk: int
    version: int
    slug: str
    kind: str
    rights: str
    day: dt.date | None
    precision: str
    is_sample: bool
    outlet: str
    outlet_slug: str
    headline: str
    deck: str
    body: str
    caption: str


COLUMNS = (
    *("pk", "current_version", "slug", "kind", "rights", "published_on", "published_precision"),
    *("is_sample", "outlet__name", "outlet__slug"),
    *(f"current_version__{name}" for name in ("headline", "deck", "body", "caption")),
)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """``copies``: how many others that match carry the same text, where copies are folded."""

    headline: str
    url: str
    day: dt.date | None
    precision: str
    is_sample: bool
    outlet: str
    outlet_url: str
    kind: str
    snippet: tuple[Fragment, ...]
    links: tuple[RowLink, ...]
    copies: int = 0


class ArticleReader:
    """Fetches the articles of a page once: for the snippets of its hits, then for its rows."""

    def __init__(self) -> None:
        self._found: dict[int, Listed] = {}

    def texts_of(self, keys: tuple[int, ...]) -> Mapping[int, str]:
        """By article, the words under its headline that its rights let a snippet show."""
        found = listed(Article.objects.public().filter(pk__in=keys).order_by())
        self._found = {one.pk: one for one in found}
        return {
            one.pk: under_headline(one.rights, one.deck, one.body, one.caption) for one in found
        }

    def rows(self, hits: Iterable[Hit]) -> list[ArticleRow]:
        """In the order of the hits; what was withdrawn since it was indexed is left out."""
        by_key = {hit.key: hit for hit in hits}
        if not self._found:  # not every engine cuts snippets
            self.texts_of(tuple(by_key))
        return _rows([self._found[key] for key in by_key if key in self._found], by_key)


def article_rows(articles: QuerySet[Article]) -> list[ArticleRow]:
    """Rows of public articles; three queries for all of them."""
    return _rows(listed(articles), {})


def listed(articles: QuerySet[Article]) -> list[Listed]:
    return [Listed(*columns) for columns in articles.values_list(*COLUMNS)]


def _rows(articles: list[Listed], hits: Mapping[int, Hit]) -> list[ArticleRow]:
    links = links_by_version([article.version for article in articles])
    return [
        _row(article, hits.get(article.pk, Hit(article.pk)), links[article.version])
        for article in articles
    ]


def _row(article: Listed, hit: Hit, links: list[RowLink]) -> ArticleRow:
    return ArticleRow(
        headline=article.headline,
        url=page_of("article", article.slug),
        day=article.day,
        precision=article.precision,
        is_sample=article.is_sample,
        outlet=article.outlet,
        outlet_url=page_of("outlet", article.outlet_slug),
        kind=KINDS.get(article.kind, ""),
        snippet=hit.snippet or (Fragment(summary(article)),),
        links=tuple(links),
        copies=hit.copies - 1,
    )


def summary(article: Listed) -> str:
    """The deck, else the beginning: of what the rights let the public see."""
    text = shown_deck(article.rights, article.deck) or shown_body(article.rights, article.body)
    words = text.split(maxsplit=SUMMARY_WORDS)
    cut = " …" if len(words) > SUMMARY_WORDS else ""
    return " ".join(words[:SUMMARY_WORDS]) + cut


def links_by_version(versions: list[int]) -> dict[int, list[RowLink]]:
    """By version the races it is about and the people it names, the first few of each."""
    found: dict[int, list[RowLink]] = defaultdict(list)
    for noun, rows_of, most in (("race", RACES, MOST_RACES), ("person", PEOPLE, MOST_PEOPLE)):
        taken: dict[int, int] = defaultdict(int)
        for _, version, slug, name in sorted(rows_of(versions)):
            taken[version] += 1
            if taken[version] <= most:
                found[version].append(RowLink(noun, page_of(noun, slug), name))
    return found


def _named(links: QuerySet, noun: str, versions: Iterable[int]) -> QuerySet:
    """In no order: asked for one, SQLite goes through all links there are."""
    rows = links.filter(version__in=versions).order_by()
    return rows.values_list("pk", "version", f"{noun}__slug", f"{noun}__name")


RACES = Prepared(lambda versions: _named(linked_races(), "race", versions))
PEOPLE = Prepared(lambda versions: _named(linked_mentions(), "person", versions))
