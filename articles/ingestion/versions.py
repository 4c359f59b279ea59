"""A new text of an article that is here: what people decided is carried over by the words."""

from dataclasses import replace

from django.db import transaction
from django.db.models import Model, QuerySet

from articles.curation.carrying import carry_links
from articles.ingestion.copies import sketch_article
from articles.ingestion.links import Kept, write_links
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.store import new_version
from articles.ingestion.understanding import Understanding, understand_article
from articles.models import (
    Article,
    Capture,
    Mention,
    MentionSpan,
    Quote,
    QuoteSpan,
    RaceLink,
    User,
    Version,
    text_hash,
    touch,
)


def has_other_text(article: Article, parsed: ParsedArticle) -> bool:
    """Whether the piece reads otherwise than the article does now."""
    version = article.current_version
    if version.text_sha256 != text_hash(parsed.story.body):
        return True
    by_person = article.field_sources.get("headline", {}).get("by_person")
    return (
        not by_person
        and bool(parsed.story.headline)
        and (version.headline != parsed.story.headline[:500])
    )


@transaction.atomic
def renew_text(
    article: Article, understood: Understanding, capture: Capture | None, *, by: User | None = None
) -> int:
    """Gives ``article`` a new version; gives the number of decided links that found no place.

    The old version stays with all its links. What was decided by a person is carried to the same
    words; where these are gone, the article asks for review. An editor's headline is kept.
    """
    old = article.current_version
    understood = _with_own_words(article, understood)
    new = new_version(article, understood.parsed, capture, by, number=_next_number(article))
    carried = carry_links(old, new, decided_only=True)
    write_links(new, understood.reading, understood.corrections, _kept(carried.rows))
    lost = [_words_of(row, old) for row in carried.lost]
    article.current_version = new
    article.updated_at = understood.parsed.updated_at or article.updated_at
    article.review_note = review_note(lost) or article.review_note
    article._change_reason = "New text"
    article.save()
    sketch_article(article)
    touch([article.pk])
    return len(lost)


def review_note(lost: list[str]) -> str:
    if not lost:
        return ""
    return "The text has changed, and these words are gone that somebody had decided on: " + (
        "; ".join(lost[:20])
    )


def _kept(rows: list[Model]) -> Kept:
    """What the carried rows hold, so that the machine's new findings leave it alone."""
    mentions = [row for row in rows if isinstance(row, Mention)]
    return Kept(
        people=frozenset(row.person_id for row in mentions if row.person_id),
        races=frozenset(row.race_id for row in rows if isinstance(row, RaceLink)),
        names=_places(MentionSpan.objects.filter(mention__in=mentions)),
        quotes=_places(
            QuoteSpan.objects.filter(quote__in=[row for row in rows if isinstance(row, Quote)])
        ),
    )


def _places(spans: QuerySet) -> frozenset[tuple[str, int]]:
    return frozenset(spans.values_list("field", "start"))


def _words_of(row, version: Version) -> str:
    if isinstance(row, RaceLink):
        return str(row.race)
    if isinstance(row, Mention):
        return str(row.person or row.name)
    return f"“{' … '.join(version.words_at(span) for span in row.spans.all())[:120]}”"


def _with_own_words(article: Article, understood: Understanding) -> Understanding:
    """An editor's headline and deck stay, and are what is read."""
    version = article.current_version
    own = {
        name: getattr(version, name)
        for name in ("headline", "deck")
        if article.field_sources.get(name, {}).get("by_person")
    }
    if not own:
        return understood
    parsed = replace(understood.parsed, story=replace(understood.parsed.story, **own))
    return understand_article(parsed, understood.corrections, article.outlet)


def _next_number(article: Article) -> int:
    return article.versions.order_by("-number").values_list("number", flat=True)[0] + 1
