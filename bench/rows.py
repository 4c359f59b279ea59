"""Synthetic articles written to the database in bulk."""

import datetime as dt
import math
import random
from collections.abc import Iterable

from django.core.management import call_command
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from tqdm import tqdm

from articles.models import (
    Article,
    Byline,
    IndexChange,
    LinkState,
    Mention,
    Person,
    Quote,
    Race,
    RaceLink,
    Version,
    text_hash,
)
from bench.cast import Cast, make_cast
from bench.words import Words, name

BATCH = 1000
FIRST_DAY, DAYS = dt.date(2018, 1, 1), 1200
KIND_WEIGHTS = dict(zip(Article.Kind.values, (70, 14, 8, 4, 4), strict=True))
QUOTE_KINDS = ("direct", "direct", "mixed", "indirect", "post")


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def are_there() -> bool:
    return Article.objects.exists()


def rebuild() -> None:
    IndexChange.objects.all().delete()
    call_command("rebuild_index")


def make(number: int, source: random.Random) -> None:
    words, cast = Words(source), make_cast(source)
    authors = [name(source) for _ in range(800)]
    for start in tqdm(range(0, number, BATCH), unit="k articles", desc="Writing"):
        with transaction.atomic():
            _batch(range(start, min(number, start + BATCH)), words, cast, authors)


def _batch(numbers: range, words: Words, cast: Cast, authors: list[str]) -> None:
    source = cast.source
    articles = Article.objects.bulk_create(_article(number, cast) for number in numbers)
    people = [cast.some("people", source.randint(1, 6)) for _ in articles]
    versions = Version.objects.bulk_create(
        _version(article, words, named) for article, named in zip(articles, people, strict=True)
    )
    Mention.objects.bulk_create(_mentions(versions, people))
    Quote.objects.bulk_create(_quotes(versions, people, source))
    RaceLink.objects.bulk_create(_race_links(versions, cast))
    Byline.objects.bulk_create(
        Byline(article=article, name=source.choice(authors), position=0) for article in articles
    )
    _publish(articles)


def _article(number: int, cast: Cast) -> Article:
    source = cast.source
    kind = source.choices(list(KIND_WEIGHTS), list(KIND_WEIGHTS.values()))[0]
    return Article(
        slug=f"article-{number}",
        outlet=cast.some("outlets", 1)[0],
        kind=kind,
        published_on=FIRST_DAY + dt.timedelta(days=int(DAYS * source.random() ** 0.7)),
        is_sample=True,
    )


def _version(article: Article, words: Words, people: list[Person]) -> Version:
    """Everybody is named in full once, and once by family name."""
    length = min(2500, max(60, int(words.source.lognormvariate(math.log(380), 0.55))))
    named = " ".join(f"{one.name} and {one.name.split()[-1]} were there." for one in people)
    body = f"{words.text(length // 2)} {named}\n\n{words.text(length // 2)}"
    return Version(
        article=article,
        headline=" ".join(words.some(8)).capitalize(),
        deck=" ".join(words.some(14)).capitalize() + ".",
        body=body,
        blocks=["paragraph"] * (body.count("\n\n") + 1),
        text_sha256=text_hash(body),
    )


def _mentions(versions: list[Version], people: list[list[Person]]) -> Iterable[Mention]:
    for version, named in zip(versions, people, strict=True):
        for person in named:
            yield Mention(version=version, person=person, name=person.name, state=LinkState.LINKED)


def _quotes(
    versions: list[Version], people: list[list[Person]], source: random.Random
) -> Iterable[Quote]:
    for version, named in zip(versions, people, strict=True):
        for person in named[: source.randint(0, 2)]:
            yield Quote(
                version=version,
                person=person,
                speaker_kind="person",
                speaker_text=person.name,
                kind=source.choice(QUOTE_KINDS),
                state=LinkState.LINKED,
            )


def _race_links(versions: list[Version], cast: Cast) -> Iterable[RaceLink]:
    for version in versions:
        races: list[Race] = cast.some("races", cast.source.choice((1, 1, 1, 2)))
        yield from (RaceLink(version=version, race=race, state=LinkState.LINKED) for race in races)


def _publish(articles: list[Article]) -> None:
    current = Version.objects.filter(article=OuterRef("pk")).values("pk")[:1]
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(
        current_version=Subquery(current),
        status=Article.Status.PUBLISHED,
        first_public_at=timezone.now(),
    )
