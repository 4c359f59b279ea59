"""Tests what the database can't hold by itself: every span, every count of paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Model

from articles.models import (
    Article,
    MentionSpan,
    OldSlug,
    Outlet,
    Person,
    Quote,
    QuoteSpan,
    Race,
    RaceEvidence,
    Version,
    text_hash,
)

BATCH = 500
NOUN_OF = {
    OldSlug.Kind.ARTICLE: Article,
    OldSlug.Kind.PERSON: Person,
    OldSlug.Kind.OUTLET: Outlet,
    OldSlug.Kind.RACE: Race,
}
SPANS = (
    (MentionSpan, "mention__version"),
    (QuoteSpan, "quote__version"),
    (RaceEvidence, "link__version"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """``row`` names the noun and its key; ``what`` says what is wrong with it."""

    row: str
    what: str


def inspect_archive() -> Iterator[Problem]:
    """Every contradiction between stored rows, in batches that stay small in memory."""
    for version in Version.objects.order_by("pk").iterator(BATCH):
        yield from _text_problems(version)
    for model, version in SPANS:
        yield from _span_problems(model, version)
    yield from _speaker_problems()
    yield from _article_problems()
    yield from _slug_problems()


def _named(row: Model) -> str:
    return f"{row._meta.verbose_name} {row.pk}"


def _text_problems(version: Version) -> Iterator[Problem]:
    paragraphs = len(version.body.split("\n\n")) if version.body else 0
    if len(version.blocks) != paragraphs:
        found = f"{len(version.blocks)} kinds of paragraph for {paragraphs} paragraphs"
        yield Problem(_named(version), found)
    if version.text_sha256 != text_hash(version.body):
        yield Problem(_named(version), "its text is not the one it was stored with")
    if "\r" in version.body:
        yield Problem(_named(version), "its body has line ends other than \\n")


def _span_problems(model: type[Model], version: str) -> Iterator[Problem]:
    parent = version.split("__")[0]
    rows = model.objects.select_related(version).order_by("pk")
    for row in rows.iterator(BATCH):
        if not getattr(row, parent).version.holds(row):
            yield Problem(_named(row), f"{row} lies outside its text")


def _speaker_problems() -> Iterator[Problem]:
    quotes = Quote.objects.exclude(speaker_start=None).select_related("version")
    for quote in quotes.order_by("pk").iterator(BATCH):
        words = quote.version.text_of(quote.speaker_field or "body")
        if words[quote.speaker_start : quote.speaker_end] != quote.speaker_text:
            yield Problem(_named(quote), f"its speaker's words are not {quote.speaker_text!r}")
    for quote in Quote.objects.filter(spans=None):
        yield Problem(_named(quote), "it has no words")


def _article_problems() -> Iterator[Problem]:
    strangers = Article.objects.exclude(current_version=None).exclude(
        current_version__article=F("pk")
    )
    for article in strangers:
        yield Problem(_named(article), "its current version belongs to another article")


def _slug_problems() -> Iterator[Problem]:
    for kind, noun in NOUN_OF.items():
        old = OldSlug.objects.filter(kind=kind)
        for row in old.exclude(target_id__in=noun.objects.values("pk")):
            yield Problem(_named(row), f"{row.slug} leads to nothing")
