"""Rows of a list of articles, finished but for their markup: a page has many, and each lookup and
each address made in a template would cost it dearly.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles.models import Article
from articles.models.coverage import linked_mentions, linked_races
from articles.models.rights import shown_body, shown_deck
from articles.search import Fragment, Hit
from articles.views.addresses import page_of

MOST_PEOPLE, MOST_RACES = 4, 2
SUMMARY_WORDS = 36


class RowLink(NamedTuple):
    noun: str
    url: str
    name: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """``copies``: how many others that match carry the same text, where copies are folded."""

    article: Article
    headline: str
    url: str
    outlet: str
    outlet_url: str
    kind: str
    snippet: tuple[Fragment, ...]
    links: tuple[RowLink, ...]
    copies: int = 0

    @property
    def day(self) -> dt.date | None:
        return self.article.published_on


def rows_of_hits(hits: Iterable[Hit]) -> list[ArticleRow]:
    """In the order of the hits; what was withdrawn since it was indexed is left out."""
    by_key = {hit.key: hit for hit in hits}
    found = Article.objects.public().for_lists().in_bulk(list(by_key))
    return article_rows([found[pk] for pk in by_key if pk in found], by_key)


def article_rows(
    articles: Iterable[Article], hits: Mapping[int, Hit] | None = None
) -> list[ArticleRow]:
    """Rows of public articles that were fetched ``for_lists``; two queries for all of them."""
    articles, hits = list(articles), hits or {}
    links = links_by_version([article.current_version_id for article in articles])
    return [
        _row(article, hits.get(article.pk, Hit(article.pk)), links[article.current_version_id])
        for article in articles
    ]


def _row(article: Article, hit: Hit, links: list[RowLink]) -> ArticleRow:
    outlet = article.outlet
    return ArticleRow(
        article,
        headline=article.headline,
        url=page_of("article", article.slug),
        outlet=outlet.name,
        outlet_url=page_of("outlet", outlet.slug),
        kind="" if article.kind == Article.Kind.NEWS else article.get_kind_display(),
        snippet=hit.snippet or (Fragment(summary(article)),),
        links=tuple(links),
        copies=hit.copies - 1,
    )


def summary(article: Article) -> str:
    """The deck, else the beginning: of what the rights let the public see."""
    version, rights = article.current_version, article.rights
    text = shown_deck(rights, version.deck) or shown_body(rights, version.body)
    words = text.split()
    cut = " …" if len(words) > SUMMARY_WORDS else ""
    return " ".join(words[:SUMMARY_WORDS]) + cut


def links_by_version(versions: list[int]) -> dict[int, list[RowLink]]:
    """By version the races it is about and the people it names, the first few of each."""
    found: dict[int, list[RowLink]] = defaultdict(list)
    races = linked_races().filter(version__in=versions).order_by("pk")
    people = linked_mentions().filter(version__in=versions).order_by("pk")
    for noun, rows, most in (("race", races, MOST_RACES), ("person", people, MOST_PEOPLE)):
        taken: dict[int, int] = defaultdict(int)
        for version, slug, name in rows.values_list("version", f"{noun}__slug", f"{noun}__name"):
            taken[version] += 1
            if taken[version] <= most:
                found[version].append(RowLink(noun, page_of(noun, slug), name))
    return found
