"""Synthetic articles written to the database in bulk."""

import datetime as dt
import random
from collections.abc import Iterable

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from tqdm import tqdm

from articles.management.statistics import refresh_statistics
from articles.models import (
    Article,
    Byline,
    CopySet,
    IndexChange,
    LinkState,
    Mention,
    MentionSpan,
    Quote,
    QuoteSpan,
    RaceLink,
    Statement,
    Version,
    text_hash,
)
from bench.cast import Cast, make_cast
from bench.texts import Text, made_up
from bench.words import Words

BATCH = 1000
FIRST_DAY, DAYS = dt.date(2018, 1, 1), 1200
KIND_WEIGHTS = dict(zip(Article.Kind.values, (70, 14, 8, 4, 4), strict=True))
QUOTE_KINDS = ("direct", "direct", "mixed", "indirect", "post")
SECTIONS = ("Politics", "Elections", "Local", "Opinion", "Nation", "Courts", "")
LANGUAGES = ("en", "es")
COPIES = 0.12  # so many are copies of another


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def are_there() -> bool:
    return Article.objects.exists()


def rebuild() -> None:
    IndexChange.objects.all().delete()
    call_command("rebuild_index")


def hurry() -> None:
    """A bench's database is made anew rather than mended: it need not survive a loss of power."""
    with connection.cursor() as cursor:
        for pragma in ("synchronous=OFF", "cache_size=-1000000", "temp_store=MEMORY"):
            cursor.execute(f"PRAGMA {pragma}")


def make(number: int, source: random.Random) -> None:
    hurry()
    words, cast = Words(source), make_cast(source)
    for start in tqdm(range(0, number, BATCH), unit="k articles", desc="Writing"):
        with transaction.atomic():
            Batch(range(start, min(number, start + BATCH)), words, cast).write()
    refresh_statistics()  # as the worker does


class Batch:
    """Articles with all that hangs on them; some carry the text of the one before."""

    def __init__(self, numbers: range, words: Words, cast: Cast) -> None:
        self.numbers, self.cast, self.source = numbers, cast, cast.source
        self.texts: list[Text] = []
        self.is_copy = [bool(at) and self.source.random() < COPIES for at in range(len(numbers))]
        for is_copy in self.is_copy:
            self.texts.append(self.texts[-1] if is_copy else made_up(words, cast))

    def write(self) -> None:
        sets = self._copy_sets()
        self.articles = Article.objects.bulk_create(
            self._article(number, copies) for number, copies in zip(self.numbers, sets, strict=True)
        )
        self.versions = Version.objects.bulk_create(
            _version(article, text) for article, text in self._pairs(self.articles)
        )
        self._write_mentions()
        self._write_quotes()
        self._write_races()
        self._write_bylines()
        _publish(self.articles)

    def _pairs(self, rows: list) -> Iterable[tuple]:
        return zip(rows, self.texts, strict=True)

    def _copy_sets(self) -> list[CopySet | None]:
        """A set for each run of one text."""
        followed = [*self.is_copy[1:], False]
        firsts = [
            not copy and next_is for copy, next_is in zip(self.is_copy, followed, strict=True)
        ]
        made = iter(CopySet.objects.bulk_create(CopySet() for first in firsts if first))
        sets: list[CopySet | None] = []
        for is_copy, first in zip(self.is_copy, firsts, strict=True):
            sets.append(sets[-1] if is_copy else next(made) if first else None)
        return sets

    def _article(self, number: int, copies: CopySet | None) -> Article:
        source = self.source
        kind = source.choices(list(KIND_WEIGHTS), list(KIND_WEIGHTS.values()))[0]
        return Article(
            slug=f"article-{number}",
            outlet=self.cast.some("outlets", 1)[0],
            kind=kind,
            section=source.choice(SECTIONS),
            language=source.choices(LANGUAGES, (97, 3))[0],
            published_on=FIRST_DAY + dt.timedelta(days=int(DAYS * source.random() ** 0.7)),
            copy_set=copies,
            is_sample=True,
        )

    def _write_mentions(self) -> None:
        mentions = Mention.objects.bulk_create(
            Mention(version=version, person=person, name=person.name, state=LinkState.LINKED)
            for version, text in self._pairs(self.versions)
            for person in text.people
        )
        on_top = {v.pk: t.in_headline for v, t in self._pairs(self.versions) if t.in_headline}
        MentionSpan.objects.bulk_create(
            MentionSpan(mention=one, field="headline", start=0, end=len(one.name.split()[-1]))
            for one in mentions
            if one.version_id in on_top and on_top[one.version_id].pk == one.person_id
        )

    def _write_quotes(self) -> None:
        said = [(v, one) for v, text in self._pairs(self.versions) for one in text.said]
        first = {id(one): Statement(words=v.body[one.start : one.end]) for v, one in said}
        statements = dict(zip(first, Statement.objects.bulk_create(first.values()), strict=True))
        quotes = Quote.objects.bulk_create(
            Quote(
                version=version,
                person=one.speaker,
                speaker_kind="person",
                speaker_text=one.speaker.name,
                kind=self.source.choice(QUOTE_KINDS),
                state=LinkState.LINKED,
                statement=statements[id(one)],
            )
            for version, one in said
        )
        both = list(zip(quotes, (one for _, one in said), strict=True))
        QuoteSpan.objects.bulk_create(
            QuoteSpan(quote=quote, start=one.start, end=one.end) for quote, one in both
        )
        about = Quote.about_people.through
        about.objects.bulk_create(
            about(quote=quote, person=one.about) for quote, one in both if one.about
        )

    def _write_races(self) -> None:
        links = RaceLink.objects.bulk_create(
            RaceLink(version=version, race=race, state=LinkState.LINKED)
            for version, text in self._pairs(self.versions)
            for race in text.races
        )
        named = RaceLink.stages.through
        named.objects.bulk_create(
            named(racelink=link, stage=self.source.choice(self.cast.stages[link.race_id]))
            for link in links
        )

    def _write_bylines(self) -> None:
        authors = [self.cast.some("authors", 1)[0] for _ in self.articles]
        Byline.objects.bulk_create(
            Byline(article=article, author=author, name=author.name, position=0)
            for article, author in zip(self.articles, authors, strict=True)
        )


def _version(article: Article, text: Text) -> Version:
    return Version(
        article=article,
        headline=text.headline,
        deck=text.deck,
        body=text.body,
        blocks=["paragraph"] * (text.body.count("\n\n") + 1),
        text_sha256=text_hash(text.body),
    )


def _publish(articles: list[Article]) -> None:
    current = Version.objects.filter(article=OuterRef("pk")).values("pk")[:1]
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(
        current_version=Subquery(current),
        status=Article.Status.PUBLISHED,
        first_public_at=timezone.now(),
    )
