"""Article rows -> documents for the index, and the text of hits that may be shown.

Only public articles become documents. A batch takes a constant number of queries.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from articles.models import Article, Byline, LinkState, Mention, Person, Precision, Quote, RaceLink
from articles.models.rights import shown_text
from articles.search.engines.base import ArticleDocument
from articles.search.parties import Spells, parties_of, party_on

BATCH = 500
QUOTED = (Quote.Kind.DIRECT, Quote.Kind.MIXED, Quote.Kind.POST)
UNDER_HEADLINE = ("deck", "body", "caption")
TEXTS = ("headline", *UNDER_HEADLINE)


@dataclass(slots=True)
class Links:
    """What the versions of a batch are linked to, by version id."""

    people: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    quoted: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    races: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    offices: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    states: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    spells: Spells = field(default_factory=dict)


def documents(article_ids: Iterable[int]) -> list[ArticleDocument]:
    """The documents of those of the articles that are public now."""
    rows = Article.objects.public().filter(pk__in=list(article_ids))
    return _documents(list(rows.select_related("current_version").order_by("pk")))


def all_documents(batch: int = BATCH) -> Iterator[ArticleDocument]:
    """Every public article, in batches that never hold many in memory."""
    last = 0
    public = Article.objects.public().select_related("current_version").order_by("pk")
    while rows := list(public.filter(pk__gt=last)[:batch]):
        last = rows[-1].pk
        yield from _documents(rows)


def shown_texts(article_ids: tuple[int, ...]) -> Mapping[int, str]:
    """By article, the words under its headline that its rights let a snippet show."""
    texts = [f"current_version__{name}" for name in UNDER_HEADLINE]
    rows = Article.objects.public().filter(pk__in=article_ids)
    return {
        pk: composed(_shown(rights, dict(zip(UNDER_HEADLINE, parts, strict=True))))
        for pk, rights, *parts in rows.values_list("pk", "rights", *texts)
    }


def _shown(rights: str, texts: Mapping[str, str]) -> str:
    parts = [shown_text(rights, name, text) for name, text in texts.items()]
    return "\n\n".join(part for part in parts if part)


def composed(text: str) -> str:
    """One code point for one accented letter, as the index has it."""
    return unicodedata.normalize("NFC", text)


def _documents(articles: list[Article]) -> list[ArticleDocument]:
    links = _links([article.current_version_id for article in articles])
    bylines = _bylines([article.pk for article in articles])
    return [_document(article, links, bylines[article.pk]) for article in articles]


def _document(article: Article, links: Links, bylines: list[str]) -> ArticleDocument:
    version = article.current_version
    return ArticleDocument(
        article_id=article.pk,
        **{name: composed(version.text_of(name)) for name in TEXTS},
        bylines=tuple(composed(name) for name in bylines),
        facets=_facet_values(article, links),
        published_on=article.published_on,
        published_at=article.published_at,
    )


def _facet_values(article: Article, links: Links) -> dict[str, tuple]:
    version, day = article.current_version_id, article.published_on
    people = links.people[version] | links.quoted[version]
    parties = {party_on(day, links.spells.get(person, ())) for person in people}
    month_known = day and article.published_precision != Precision.YEAR
    return {
        "outlet": (article.outlet_id,),
        "person": tuple(sorted(people)),
        "quoted": tuple(sorted(links.quoted[version])),
        "race": tuple(sorted(links.races[version])),
        "state": tuple(sorted(links.states[version])),
        "office": tuple(sorted(links.offices[version])),
        "party": tuple(sorted(parties - {""})),
        "kind": (article.kind,),
        "year": (day.year,) if day else (),
        "month": (day.year * 100 + day.month,) if month_known else (),
    }


def _links(versions: list[int]) -> Links:
    links = Links()
    linked = {"version__in": versions, "state": LinkState.LINKED}
    public = {"person__status": Person.Status.CONFIRMED}
    for version, person in Mention.objects.filter(**linked, **public).values_list(
        "version_id", "person_id"
    ):
        links.people[version].add(person)
    _add_speakers(links, Quote.objects.filter(**linked, **public))
    _add_races(links, RaceLink.objects.filter(**linked))
    links.spells = parties_of(set().union(*links.people.values(), *links.quoted.values()))
    return links


def _add_speakers(links: Links, quotes) -> None:
    by_person = quotes.filter(speaker_kind=Quote.SpeakerKind.PERSON)
    for version, person, kind in by_person.values_list("version_id", "person_id", "kind"):
        links.people[version].add(person)
        if kind in QUOTED:
            links.quoted[version].add(person)


def _add_races(links: Links, race_links) -> None:
    fields = ("version_id", "race_id", "race__seat__office", "race__seat__state")
    for version, race, office, state in race_links.values_list(*fields):
        links.races[version].add(race)
        links.offices[version] |= {office} - {None}
        links.states[version] |= {state} - {None}


def _bylines(articles: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = Byline.objects.filter(article__in=articles).order_by("article", "position")
    for article, name, agency in rows.values_list("article_id", "name", "agency"):
        found[article] += [name, agency] if agency else [name]
    return found
