"""Rows of a list of articles, with the people and races they lead to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.models import Article, Person, Race
from articles.models.coverage import linked_mentions, linked_races
from articles.models.rights import shown_body, shown_deck
from articles.search import Fragment, Hit

MOST_PEOPLE, MOST_RACES = 4, 2
SUMMARY_WORDS = 36


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """``copies``: how many others that match carry the same text, where copies are folded."""

    article: Article
    snippet: tuple[Fragment, ...]
    people: tuple[Person, ...]
    races: tuple[Race, ...]
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
    versions = [article.current_version_id for article in articles]
    people, races = people_by_version(versions), races_by_version(versions)
    return [
        ArticleRow(
            article,
            hit.snippet or (Fragment(summary(article)),),
            tuple(people[article.current_version_id][:MOST_PEOPLE]),
            tuple(races[article.current_version_id][:MOST_RACES]),
            hit.copies - 1,
        )
        for article, hit in ((one, hits.get(one.pk, Hit(one.pk))) for one in articles)
    ]


def summary(article: Article) -> str:
    """The deck, else the beginning: of what the rights let the public see."""
    version, rights = article.current_version, article.rights
    text = shown_deck(rights, version.deck) or shown_body(rights, version.body)
    words = text.split()
    cut = " …" if len(words) > SUMMARY_WORDS else ""
    return " ".join(words[:SUMMARY_WORDS]) + cut


def people_by_version(versions: list[int]) -> dict[int, list[Person]]:
    found = defaultdict(list)
    linked = linked_mentions().filter(version__in=versions).select_related("person").order_by("pk")
    for mention in linked:
        found[mention.version_id].append(mention.person)
    return found


def races_by_version(versions: list[int]) -> dict[int, list[Race]]:
    found = defaultdict(list)
    linked = linked_races().filter(version__in=versions).select_related("race").order_by("pk")
    for link in linked:
        found[link.version_id].append(link.race)
    return found
