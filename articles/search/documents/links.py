"""Who and what the articles of a batch are linked to, by version."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.models import LinkState, Mention, MentionSpan, Person, RaceLink
from articles.models.fields import TextField
from articles.models.keys import Keys
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
    parties: dict[tuple[int, dt.date | None], str] = field(default_factory=dict)
    called: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def party(self, person: int, day: dt.date | None) -> str:
        """On that day; asked again for each quote of a speaker, so it is kept."""
        key = (person, day)
        if key not in self.parties:
            self.parties[key] = party_on(day, self.spells.get(person, ()))
        return self.parties[key]

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
    _add_races(links, keys)
    people = set().union(*links.people.values())
    links.spells, links.called = parties_of(people), _names_of(people)
    return links


def _add_mentions(links: Links, versions: list[int]) -> None:
    """Which are linked is looked at here: a database takes that for the thing to look up by."""
    mentions = Mention.objects.filter(version__in=Keys(versions)).order_by()
    named = {
        mention: (version, person)
        for mention, version, person, *standing in mentions.values_list(
            "pk", "version_id", "person_id", "state", "person__status"
        )
        if tuple(standing) == (LinkState.LINKED, Person.Status.CONFIRMED)
    }
    for version, person in named.values():
        links.people[version].add(person)
    on_top = MentionSpan.objects.filter(mention__in=Keys(named), field=TextField.HEADLINE)
    for mention in on_top.order_by().values_list("mention_id", flat=True):
        version, person = named[mention]
        links.in_headline[version].add(person)


def _add_quote(links: Links, quote: QuoteRow) -> None:
    links.about[quote.version] |= quote.about
    if not quote.speaker:
        return
    links.people[quote.version].add(quote.speaker)
    links.speakers[quote.version].add(quote.speaker)
    role = links.quoted if quote.is_in_own_words else links.paraphrased
    role[quote.version].add(quote.speaker)


def _add_races(links: Links, versions: list[int]) -> None:
    fields = ("pk", "version_id", "race_id", "race__seat__office", "race__seat__state", "state")
    of_link = {}
    race_links = RaceLink.objects.filter(version__in=Keys(versions)).order_by()
    for link, version, race, office, place, state in race_links.values_list(*fields):
        if state != LinkState.LINKED:
            continue
        of_link[link] = version
        links.races[version].add(race)
        links.offices[version] |= {office} - {None}
        links.states[version] |= {place} - {None}
    stages = RaceLink.stages.through.objects.filter(racelink__in=Keys(of_link))
    for link, kind in stages.values_list("racelink_id", "stage__kind"):
        links.stages[of_link[link]].add(kind)


def _names_of(people: set[int]) -> dict[int, tuple[str, ...]]:
    rows = Person.objects.filter(pk__in=Keys(people)).order_by().values_list("pk", "name")
    return {pk: (composed(name),) for pk, name in rows}
