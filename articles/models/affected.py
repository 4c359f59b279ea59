"""Which articles show what a row says: what to touch when it changes."""

from collections.abc import Callable, Mapping

from django.db.models import Model, QuerySet

from articles.models.articles import Article, Author, Byline, CopySet
from articles.models.links import Mention, MentionSpan, RaceLink
from articles.models.outlets import Outlet
from articles.models.people import PartyAffiliation, Person
from articles.models.quotes import Quote, QuoteSpan, Statement
from articles.models.races import Candidacy, Position, Race, Seat, Stage
from articles.models.versions import Version


def articles_of_people(people) -> set[int]:
    """Articles that name or quote any of these people (rows, keys or a query)."""
    versions = set()
    for link in (Mention, Quote):
        found = link.objects.filter(person__in=people)
        versions |= set(found.values_list("version__article_id", flat=True).distinct())
    return versions


def articles_showing_people(people) -> set[int]:
    """Those, and articles in which somebody else speaks about them."""
    about = Quote.objects.filter(about_people__in=people)
    spoken = about.values_list("version__article_id", flat=True).distinct()
    return articles_of_people(people) | set(spoken)


def articles_of_races(races) -> set[int]:
    links = RaceLink.objects.filter(race__in=races)
    return set(links.values_list("version__article_id", flat=True).distinct())


def articles_of_outlets(outlets) -> set[int]:
    return set(Article.objects.filter(outlet__in=outlets).values_list("pk", flat=True))


def _of_versions(versions: QuerySet) -> set[int]:
    return set(versions.values_list("article_id", flat=True))


Finder = Callable[[Model], set[int]]
AFFECTED: Mapping[type[Model], Finder] = {
    Article: lambda row: {row.pk},
    Byline: lambda row: {row.article_id},
    Version: lambda row: {row.article_id},
    Mention: lambda row: _of_versions(Version.objects.filter(pk=row.version_id)),
    MentionSpan: lambda row: _of_versions(Version.objects.filter(mentions=row.mention_id)),
    RaceLink: lambda row: _of_versions(Version.objects.filter(pk=row.version_id)),
    Quote: lambda row: _of_versions(Version.objects.filter(pk=row.version_id)),
    QuoteSpan: lambda row: _of_versions(Version.objects.filter(quotes=row.quote_id)),
    Outlet: lambda row: articles_of_outlets([row.pk]),
    Person: lambda row: articles_showing_people([row.pk]),
    PartyAffiliation: lambda row: articles_of_people([row.person_id]),
    Position: lambda row: articles_of_people([row.person_id]),
    Candidacy: lambda row: articles_of_people([row.person_id]),
    Race: lambda row: articles_of_races([row.pk]),
    Seat: lambda row: articles_of_races(Race.objects.filter(seat=row.pk)),
    Stage: lambda row: _of_versions(Version.objects.filter(race_links__stages=row.pk)),
}
# The index knows these by their keys alone: only when they go do others change, and by no save.
AFFECTED_WHEN_GONE: Mapping[type[Model], Finder] = {
    Author: lambda row: set(row.bylines.values_list("article_id", flat=True)),
    CopySet: lambda row: set(row.articles.values_list("pk", flat=True)),
    Statement: lambda row: _of_versions(Version.objects.filter(quotes__statement=row.pk)),
}
# These may be given to somebody else, who had them before is affected as well.
MOVABLE = (PartyAffiliation, Position, Candidacy)
# Rows of these have no signals of their own: the row on either side has.
PAIRS = (Quote.about_people.through, RaceLink.stages.through)


def affected_articles(row: Model) -> set[int]:
    """Keys of the articles whose index entry depends on ``row``; none for other nouns."""
    find = AFFECTED.get(type(row)) or AFFECTED_WHEN_GONE.get(type(row))
    return find(row) if find else set()
