"""Who and what the articles of a batch are linked to, by version."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.models import LinkState, Mention, MentionSpan, Person, RaceLink
from articles.models.fields import TextField
from articles.search.documents.quotes import QuoteRow
from articles.search.documents.text import composed
from articles.search.parties import Spells, parties_of, party_on

ByVersion = dict[int, set]


def by_version() -> ByVersion:
    return defaultdict(set)


@dataclass(slots=True)
class Links:
    """Of linked findings and public people only; ``people`` includes those who only speak."""

    people: ByVersion = field(default_factory=by_version)
    quoted: ByVersion = field(default_factory=by_version)
    paraphrased: ByVersion = field(default_factory=by_version)
    speakers: ByVersion = field(default_factory=by_version)
    in_headline: ByVersion = field(default_factory=by_version)
    about: ByVersion = field(default_factory=by_version)
    races: ByVersion = field(default_factory=by_version)
    offices: ByVersion = field(default_factory=by_version)
    states: ByVersion = field(default_factory=by_version)
    stages: ByVersion = field(default_factory=by_version)
    has_quotes: set[int] = field(default_factory=set)
    spells: Spells = field(default_factory=dict)
    called: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def party(self, person: int, day: dt.date | None) -> str:
        return party_on(day, self.spells.get(person, ()))

    def names(self, people: Iterable[int]) -> tuple[str, ...]:
        return tuple(name for person in sorted(people) for name in self.called.get(person, ()))


def links_of(versions: Iterable[int], quotes: Mapping[int, list[QuoteRow]]) -> Links:
    """A constant number of queries, however many versions."""
    links, keys = Links(), list(versions)
    _add_mentions(links, keys)
    for version, rows in quotes.items():
        links.has_quotes.add(version)
        for row in rows:
            _add_quote(links, row)
    _add_races(links, RaceLink.objects.filter(version__in=keys, state=LinkState.LINKED))
    people = set().union(*links.people.values())
    links.spells, links.called = parties_of(people), _names_of(people)
    return links


def _add_mentions(links: Links, versions: list[int]) -> None:
    linked = {"state": LinkState.LINKED, "person__status": Person.Status.CONFIRMED}
    mentions = Mention.objects.filter(version__in=versions, **linked)
    for version, person in mentions.values_list("version_id", "person_id"):
        links.people[version].add(person)
    on_top = MentionSpan.objects.filter(
        field=TextField.HEADLINE,
        mention__version__in=versions,
        **{f"mention__{name}": value for name, value in linked.items()},
    )
    for version, person in on_top.values_list("mention__version_id", "mention__person_id"):
        links.in_headline[version].add(person)


def _add_quote(links: Links, quote: QuoteRow) -> None:
    links.about[quote.version] |= quote.about
    if not quote.speaker:
        return
    links.people[quote.version].add(quote.speaker)
    links.speakers[quote.version].add(quote.speaker)
    role = links.quoted if quote.is_in_own_words else links.paraphrased
    role[quote.version].add(quote.speaker)


def _add_races(links: Links, race_links) -> None:
    fields = ("pk", "version_id", "race_id", "race__seat__office", "race__seat__state")
    versions = {}
    for link, version, race, office, state in race_links.values_list(*fields):
        versions[link] = version
        links.races[version].add(race)
        links.offices[version] |= {office} - {None}
        links.states[version] |= {state} - {None}
    stages = RaceLink.stages.through.objects.filter(racelink__in=list(versions))
    for link, kind in stages.values_list("racelink_id", "stage__kind"):
        links.stages[versions[link]].add(kind)


def _names_of(people: set[int]) -> dict[int, tuple[str, ...]]:
    rows = Person.objects.filter(pk__in=people).values_list("pk", "name")
    return {pk: (composed(name),) for pk, name in rows}
