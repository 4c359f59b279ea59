"""Articles parsed again from the bytes they came in as, with what the program knows now."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from articles.curation.holding import hold
from articles.ingestion.capturing import parse_item
from articles.ingestion.understanding import Understanding, understand_parsed
from articles.ingestion.versions import renew_text
from articles.models import Article, Item

WORDS = ("headline", "deck", "body", "caption")
PARSED = ("kind", "section", "published_at", "updated_at")
STORY = ("published_on", "language")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that would be another now; what a person set is never one."""

    field: str
    old: Any
    new: Any


def item_of(article: Article) -> Item | None:
    """The Item whose bytes the current text was read from; None for a text without any."""
    version = article.current_version
    if version is None or version.capture_id is None:
        return None
    items = Item.objects.filter(article=article, capture=version.capture_id)
    return items.select_related("capture", "batch__outlet").order_by("pk").first()


def read_again(item: Item) -> Understanding:
    """What the bytes give now, with the corrections that the Item carries.

    Raises IngestError where they can't be read.
    """
    outlet = item.batch.outlet if item.batch else None
    return understand_parsed(parse_item(item), item.corrections, outlet)


def differences(article: Article, understood: Understanding) -> list[Difference]:
    """What parsing again would change."""
    return [
        one
        for one in _all(article, understood)
        if one.old != one.new and one.new and not _is_by_person(article, one.field)
    ]


@transaction.atomic
def take_over(article: Article, understood: Understanding) -> list[Difference]:
    """Changes what is read otherwise now: facts in place, words as a new version."""
    hold(article)
    found = differences(article, understood)
    for one in found:
        if one.field not in WORDS:
            setattr(article, one.field, one.new)
    if any(one.field in WORDS for one in found):
        renew_text(article, understood, article.current_version.capture)
    elif found:
        article._change_reason = "Parsed again"
        article.save()
    return found


def _all(article: Article, understood: Understanding) -> Iterator[Difference]:
    parsed, story = understood.parsed, understood.parsed.story
    for name in WORDS:
        yield Difference(name, getattr(article.current_version, name), getattr(story, name))
    for name in PARSED:
        yield Difference(name, getattr(article, name), getattr(parsed, name))
    for name in STORY:
        yield Difference(name, getattr(article, name), getattr(story, name))


def _is_by_person(article: Article, field: str) -> bool:
    return bool(article.field_sources.get(field, {}).get("by_person"))
