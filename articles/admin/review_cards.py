"""What a question shows: one sentence that asks, and the words it is about."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from articles.models import Article, Judgement, Likeness, Mention, Outlet, Person, Quote, RaceLink

AROUND = 240
Noun = Judgement.Noun


@dataclass(frozen=True, slots=True)
class Choice:
    person: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """``passage`` are (words, is marked) pairs; ``choices`` others whom it may be."""

    asked: str
    key: int
    why: str = ""
    passage: tuple[tuple[str, bool], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    can_be_yes: bool = True
    asks_who: bool = False
    person: int | None = None
    origin: str = ""


def _article(row: Article) -> Card:
    version = row.current_version
    facts = [("Outlet", str(row.outlet)), ("Deck", version.deck)]
    facts.append(("Published on", row.published_on.isoformat() if row.published_on else "?"))
    is_public = row.status == Article.Status.PUBLISHED
    return Card(
        asked=f"Look again at “{row}”?" if is_public else f"Publish “{row}”?",
        key=row.pk,
        why=row.review_note,
        passage=((_beginning(version.body), False),),
        facts=tuple(fact for fact in facts if fact[1]),
        links=(("Open the article with all its links", _page(row)),),
    )


def _mention(row: Mention) -> Card:
    rivals = list(row.rivals.all())
    asked = row.person or (rivals[0].person if rivals else None)
    return Card(
        asked=f"Is “{row.name}” here {asked}?" if asked else f"Who is “{row.name}” here?",
        key=row.pk,
        why=row.why,
        passage=_passage(row),
        choices=tuple(
            Choice(one.person_id, one.person.name, one.why)
            for one in rivals
            if asked is None or one.person_id != asked.pk
        ),
        can_be_yes=asked is not None,
        asks_who=True,
        person=asked.pk if asked else None,
        **_of_link(row),
    )


def _race(row: RaceLink) -> Card:
    return Card(
        asked=f"Is this about the race {row.race}?",
        key=row.pk,
        why=row.why,
        passage=_passage(row),
        **_of_link(row),
    )


def _quote(row: Quote) -> Card:
    speaker = row.person or row.organisation
    said_by = f" The text says “{row.speaker_text}”." if row.speaker_text else ""
    return Card(
        asked=f"Does {speaker} say this?" if speaker else f"Who says this?{said_by}",
        key=row.pk,
        why=row.why,
        passage=_passage(row),
        can_be_yes=speaker is not None,
        asks_who=True,
        **_of_link(row),
    )


def _person(row: Person) -> Card:
    named = Mention.objects.filter(person=row).select_related("version__article__outlet")[:3]
    facts = tuple((str(one.version.article.outlet), str(one.version)) for one in named)
    return Card(
        asked=f"Is {row} a public figure who gets a page?",
        key=row.pk,
        facts=facts,
        links=(
            ("Open", reverse("admin:articles_person_change", args=[row.pk])),
            ("It is somebody known: merge", reverse("review:merge", args=["person", row.pk])),
        ),
    )


def _outlet(row: Outlet) -> Card:
    domains = ", ".join(row.domains.values_list("domain", flat=True))
    facts = (("Domain", domains), ("Articles", str(row.articles.count())))
    return Card(
        asked=f"Is {row} an outlet, and is that its name?",
        key=row.pk,
        facts=tuple(fact for fact in facts if fact[1]),
        links=(
            ("Open, to correct it", _outlet_page(row)),
            (
                "It is one known by another name: merge",
                reverse("review:merge", args=["outlet", row.pk]),
            ),
        ),
    )


def _copy(row: Likeness) -> Card:
    both = (row.article, row.other)
    return Card(
        asked="Do these two carry the same text?",
        key=row.pk,
        why=f"{round(row.share * 100)} % of the shorter text's five-word runs are in both.",
        facts=tuple(
            (f"{one.outlet}, {one.published_on or 'no date'}", _beginning(one.current_version.body))
            for one in both
        ),
        links=tuple((str(one), _page(one)) for one in both),
    )


CARDS: dict[str, Callable] = {
    Noun.ARTICLE: _article,
    Noun.MENTION: _mention,
    Noun.RACE: _race,
    Noun.QUOTE: _quote,
    Noun.PERSON: _person,
    Noun.OUTLET: _outlet,
    Noun.COPY: _copy,
}


def _of_link(row: Mention | RaceLink | Quote) -> dict:
    article = row.version.article
    day = article.published_on.isoformat() if article.published_on else "no date"
    return {
        "origin": f"{article} ({article.outlet}, {day})",
        "links": (("Open the article", _page(article)),),
    }


def _passage(row: Mention | RaceLink | Quote) -> tuple[tuple[str, bool], ...]:
    """The words of the first span with what stands around them."""
    span = next(iter(row.spans.all()), None)
    if span is None:
        return ()
    text = row.version.text_of(span.field)
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start:
        before = f"… {before.split(' ', 1)[-1]}"
    if end < len(text):
        after = f"{after.rsplit(' ', 1)[0]} …"
    return ((before, False), (text[span.start : span.end], True), (after, False))


def _beginning(text: str) -> str:
    return text if len(text) <= 2 * AROUND else f"{text[: 2 * AROUND].rsplit(' ', 1)[0]} …"


def _page(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def _outlet_page(outlet: Outlet) -> str:
    return reverse("admin:articles_outlet_change", args=[outlet.pk])
