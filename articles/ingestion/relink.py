"""Reads an article's text again with what is known now; what a person decided stays as it is."""

from django.db import transaction

from articles.extraction import Byline, Story, read
from articles.ingestion.candidates import roster_for
from articles.ingestion.links import Kept, write_links
from articles.models import (
    Article,
    Decision,
    ExtractionRun,
    Mention,
    MentionSpan,
    Quote,
    QuoteSpan,
    RaceLink,
    RereadRequest,
    Statement,
    Version,
    touch,
)

UNDECIDED = {"decision": Decision.NONE}


@transaction.atomic
def relink(article: Article) -> ExtractionRun:
    """Replaces the undecided links of the article's current version."""
    Article.objects.hold(article.pk)
    version = article.current_version
    day = article.published_on
    reading = read(story_of(version), roster_for(day, article.outlet), day)
    said = set(version.quotes.exclude(statement=None).values_list("statement", flat=True))
    for noun in (Mention, RaceLink, Quote):
        noun.objects.filter(version=version, **UNDECIDED).delete()
    run = write_links(version, reading, kept=_kept(version))
    Statement.objects.filter(pk__in=said, quotes=None).delete()
    touch([article.pk])
    return run


@transaction.atomic
def reread_one() -> bool:
    """Answers the oldest request to read an article again; whether there was one."""
    request = RereadRequest.objects.order_by("pk").first()
    if request is None:
        return False
    if not RereadRequest.objects.filter(pk=request.pk).delete()[0]:
        return True  # another worker was quicker
    article = Article.objects.filter(pk=request.article_id, current_version__isnull=False).first()
    if article:
        relink(article)
    return True


def story_of(version: Version) -> Story:
    """A stored version as extraction takes it."""
    article = version.article
    return Story(
        headline=version.headline,
        deck=version.deck,
        body=version.body,
        caption=version.caption,
        blocks=tuple(version.blocks),
        bylines=tuple(
            Byline(byline.name, byline.role, byline.agency) for byline in article.bylines.all()
        ),
        outlet=article.outlet.name,
        dateline=version.dateline,
        published_on=article.published_on,
        published_from="stated" if article.published_on else "unknown",
        language=article.language,
    )


def _kept(version: Version) -> Kept:
    mentions = Mention.objects.filter(version=version)  # all that is left is decided
    return Kept(
        people=frozenset(mentions.exclude(person=None).values_list("person", flat=True)),
        races=frozenset(RaceLink.objects.filter(version=version).values_list("race", flat=True)),
        names=frozenset(
            MentionSpan.objects.filter(mention__version=version).values_list("field", "start")
        ),
        quotes=frozenset(
            QuoteSpan.objects.filter(quote__version=version).values_list("field", "start")
        ),
    )
