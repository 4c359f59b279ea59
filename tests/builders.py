"""Plain functions that make rows with good defaults."""

import datetime as dt
import itertools

from django.utils import timezone

from articles.models import (
    Article,
    Candidacy,
    LinkState,
    Mention,
    MentionSpan,
    Outlet,
    Person,
    PersonName,
    Quote,
    QuoteSpan,
    Race,
    RaceLink,
    Seat,
    User,
    Version,
    touch,
)

_numbers = itertools.count(1)


def make_user(email: str = "", **fields) -> User:
    return User.objects.create_user(
        email or f"user{next(_numbers)}@example.org", "a long pass word", **fields
    )


def make_editor(email: str = "") -> User:
    return User.objects.create_superuser(
        email or f"editor{next(_numbers)}@example.org", "a long pass word"
    )


def make_outlet(name: str = "", **fields) -> Outlet:
    return Outlet.objects.create(name=name or f"Outlet {next(_numbers)}", **fields)


def make_person(name: str = "Tommy Tuberville", **fields) -> Person:
    fields.setdefault("status", Person.Status.CONFIRMED)
    person = Person.objects.create(name=name, **fields)
    PersonName.objects.create(person=person, text=name, kind=PersonName.Kind.COMMON)
    return person


def make_race(slug: str = "2020-al-us-senate", *people: Person, **fields) -> Race:
    seat = (
        fields.pop("seat", None)
        or Seat.objects.get_or_create(
            office="senate", state=fields.pop("state", "AL"), senate_class=2
        )[0]
    )
    fields.setdefault("name", "2020 Alabama U.S. Senate")
    race = Race.objects.create(slug=slug, seat=seat, year=2020, **fields)
    for person in people:
        Candidacy.objects.create(race=race, person=person)
    return race


def make_article(headline: str = "", *, body: str = "Words of the body.", **fields) -> Article:
    """A public article with one version; ``status`` and the rest can be given."""
    number = next(_numbers)
    fields.setdefault("status", Article.Status.PUBLISHED)
    fields.setdefault("published_on", dt.date(2020, 3, 4))
    if fields["status"] == Article.Status.PUBLISHED:
        fields.setdefault("first_public_at", timezone.now())
    deck, caption = fields.pop("deck", ""), fields.pop("caption", "")
    status = fields.pop("status")
    outlet = fields.pop("outlet", None) or make_outlet()
    article = Article(outlet=outlet, status=Article.Status.DRAFT, **fields)
    article.slug_headline = headline or f"Headline {number}"
    article.save()
    version = Version.objects.create(
        article=article,
        headline=headline or f"Headline {number}",
        deck=deck,
        body=body,
        caption=caption,
        blocks=["paragraph"] * (body.count("\n\n") + 1),
    )
    article.current_version, article.status = version, status
    article.save()
    touch([article.pk])
    return article


def mention(article: Article, person: Person, words: str = "", field: str = "body") -> Mention:
    """A linked mention of ``person`` at the first place of ``words`` (or nowhere, if none)."""
    version = article.current_version
    row = Mention.objects.create(
        version=version, person=person, name=person.name, state=LinkState.LINKED, confidence=0.95
    )
    if words:
        start = version.text_of(field).index(words)
        MentionSpan.objects.create(mention=row, field=field, start=start, end=start + len(words))
    touch([article.pk])
    return row


def quote(article: Article, person: Person, words: str, kind: str = "direct") -> Quote:
    version = article.current_version
    row = Quote.objects.create(
        version=version,
        kind=kind,
        speaker_kind="person",
        person=person,
        speaker_text=person.name,
        state=LinkState.LINKED,
        confidence=0.9,
    )
    start = version.body.index(words)
    QuoteSpan.objects.create(quote=row, field="body", start=start, end=start + len(words))
    touch([article.pk])
    return row


def link_race(article: Article, race: Race, **fields) -> RaceLink:
    fields.setdefault("state", LinkState.LINKED)
    row = RaceLink.objects.create(
        version=article.current_version, race=race, confidence=0.9, **fields
    )
    touch([article.pk])
    return row
