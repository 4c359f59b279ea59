"""Publishing, withdrawing, and taking back to draft."""

from django.db import transaction
from django.utils import timezone

from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.models import Article, touch


@transaction.atomic
def publish(article: Article) -> Article:
    """Makes ``article`` public, now or when its embargo ends.

    Raises CurationError where it has no headline or no text.
    """
    hold(article)
    version = article.current_version
    if version is None or not version.body.strip():
        raise CurationError("This article has no text yet: give it one before publishing.")
    if not version.headline.strip():
        raise CurationError("This article has no headline yet: give it one before publishing.")
    article.status = Article.Status.PUBLISHED
    article.withdrawn_because = ""
    article.first_public_at = article.first_public_at or timezone.now()
    return _saved(article, "Published")


@transaction.atomic
def withdraw(article: Article, *, because: str) -> Article:
    """Takes ``article`` out of every public place; the record and the reason stay.

    Raises CurationError without a reason.
    """
    if not because.strip():
        raise CurationError("Say why it is withdrawn: the reason is kept with the article.")
    hold(article)
    article.status = Article.Status.WITHDRAWN
    article.withdrawn_because = because.strip()
    return _saved(article, f"Withdrawn: {article.withdrawn_because}"[:100])


@transaction.atomic
def back_to_draft(article: Article) -> Article:
    hold(article)
    article.status = Article.Status.DRAFT
    return _saved(article, "Back to draft")


def _saved(article: Article, reason: str) -> Article:
    article._change_reason = reason
    article.save()
    touch([article.pk])
    return article
