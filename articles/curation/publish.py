"""Publishing, withdrawing, and taking back to draft: one article, or all that were chosen."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from articles.curation.errors import CurationError
from articles.curation.holding import hold
from articles.models import Article, note_changed, touch

CHANGED = ("status", "withdrawn_because", "first_public_at")
AT_ONCE = 500  # articles to a transaction
PUBLISHED, TAKEN_BACK = "Published", "Back to draft"


class Outcome(NamedTuple):
    """How many articles were changed, and for each other why not, in words."""

    done: int
    refused: list[str]


@transaction.atomic
def publish(article: Article) -> Article:
    """Makes ``article`` public, now or when its embargo ends.

    Raises CurationError where it has no headline or no text.
    """
    hold(article)
    _make_public(article)
    return _saved(article, PUBLISHED)


def publish_all(keys: Iterable[int]) -> Outcome:
    """Publishes the articles of these keys: thousands in seconds, some hundreds to a transaction.

    One that can't be published is told and holds up no other.
    """
    return _change_all(keys, _make_public, PUBLISHED)


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
    _make_draft(article)
    return _saved(article, TAKEN_BACK)


def all_back_to_draft(keys: Iterable[int]) -> Outcome:
    """The same of the articles of these keys, as ``publish_all``."""
    return _change_all(keys, _make_draft, TAKEN_BACK)


def _make_public(article: Article) -> None:
    version = article.current_version
    if version is None or not version.body.strip():
        raise CurationError("This article has no text yet: give it one before publishing.")
    if not version.headline.strip():
        raise CurationError("This article has no headline yet: give it one before publishing.")
    article.status = Article.Status.PUBLISHED
    article.withdrawn_because = ""
    article.first_public_at = article.first_public_at or timezone.now()


def _make_draft(article: Article) -> None:
    article.status = Article.Status.DRAFT


def _saved(article: Article, reason: str) -> Article:
    article._change_reason = reason
    article.save()
    touch([article.pk])
    return article


def _change_all(keys: Iterable[int], change: Callable[[Article], None], reason: str) -> Outcome:
    done, refused = 0, []
    for some in _parts(sorted(set(keys))):
        changed, told = _change_some(some, change, reason)
        done += changed
        refused += told
    return Outcome(done, refused)


@transaction.atomic
def _change_some(keys: list[int], change: Callable[[Article], None], reason: str) -> Outcome:
    rows = Article.objects.select_for_update(of=("self",)).select_related("current_version")
    changed, refused = [], []
    for article in rows.filter(pk__in=keys).order_by("pk"):
        try:
            change(article)
            changed.append(article)
        except CurationError as error:
            refused.append(f"{article}: {error}")
    Article.objects.bulk_update(changed, CHANGED)
    note_changed(changed, reason)
    touch(article.pk for article in changed)
    return Outcome(len(changed), refused)


def _parts(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
