"""Everybody the archive knows, in memory for one load, and how new facts are added to them.

Nothing is written before ``save``: then people get their addresses, the best known first, and all
rows go in by bulk, without history rows.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from articles.extraction.names import PersonalName, fold, parse_name
from articles.ingestion.rosters.addresses import assign_slugs
from articles.models import (
    Candidacy,
    Mention,
    PartyAffiliation,
    Person,
    PersonIdentifier,
    PersonName,
    Position,
    Source,
    articles_showing_people,
    touch,
)

BATCH = 2000
CHANGED = ["name", "slug", "gender", "born_on", "source"]


@dataclass(slots=True, eq=False)
class Known:
    """One person with what is known of them; ``new`` holds rows that are not stored yet."""

    person: Person
    names: dict[tuple[str, str], PersonName] = field(default_factory=dict)
    identifiers: dict[tuple[str, str], PersonIdentifier] = field(default_factory=dict)
    positions: list[Position] = field(default_factory=list)
    affiliations: dict[tuple[str, dt.date | None], PartyAffiliation] = field(default_factory=dict)
    races: dict[int, Candidacy] = field(default_factory=dict)
    parsed: dict[str, PersonalName] = field(default_factory=dict)
    new: list = field(default_factory=list)
    changed: set = field(default_factory=set)
    is_changed: bool = False

    @property
    def is_new(self) -> bool:
        return self.person.pk is None

    @property
    def parties(self) -> set[str]:
        held = {position.party_id for position in self.positions}
        running = {candidacy.party_id for candidacy in self.races.values()}
        return ({party for party, _ in self.affiliations} | held | running) - {None}

    @property
    def states(self) -> set[str]:
        return {position.state for position in self.positions} - {"US"}

    def name_forms(self) -> list[PersonalName]:
        return list(self.parsed.values())


class Directory:
    def __init__(self) -> None:
        self.known: list[Known] = []
        self.by_identifier: dict[tuple[str, str], Known] = {}
        self.by_family: dict[str, list[Known]] = defaultdict(list)
        self._load()

    def add(self, name: str, source: Source, gender: str = "", born_on=None) -> Known:
        """Somebody new; the names that are found by come with ``add_name``."""
        person = Person(
            name=name[:200],
            status=Person.Status.CONFIRMED,
            gender=gender if gender in Person.Gender.values else "",
            born_on=born_on,
            source=source,
        )
        known = Known(person, is_changed=True)
        self.known.append(known)
        self.add_name(known, name, PersonName.Kind.COMMON, source)
        return known

    def add_name(self, known: Known, text: str, kind: str, source: Source) -> None:
        text = " ".join(text.split())[:200]
        if not text or any(one == text for one, _ in known.names):
            return
        row = PersonName(person=known.person, text=text, kind=kind, source=source).fill_keys()
        known.names[text, kind] = row
        self._note(known, row)
        self._grown(known, row)

    def add_identifier(self, known: Known, scheme: str, value: str, source: Source) -> None:
        if (scheme, value) in self.by_identifier:
            return
        row = PersonIdentifier(person=known.person, scheme=scheme, value=value, source=source)
        known.identifiers[scheme, value] = row
        self.by_identifier[scheme, value] = known
        self._grown(known, row)

    def named(self, name: str) -> list[Known]:
        """Everybody of the family name of ``name``."""
        return self.by_family[fold(parse_name(name).family)]

    def add_row(self, known: Known, row: Position | PartyAffiliation | Candidacy) -> None:
        if isinstance(row, Position):
            known.positions.append(row)
        elif isinstance(row, PartyAffiliation):
            known.affiliations[row.party_id, row.start] = row
        else:
            known.races[row.race_id] = row
        self._grown(known, row)

    def mark(self, known: Known, row=None) -> None:
        """``row`` (or the person itself) has changed and must be saved."""
        known.is_changed = True
        if row is not None and row.pk is not None:
            known.changed.add(row)

    def rename(self, known: Known, name: str, source: Source) -> None:
        """A better source's name; the address follows while no article names the person yet."""
        known.person.name, known.person.source = name[:200], source
        if known.person.pk and not Mention.objects.filter(person=known.person.pk).exists():
            known.person.slug = ""
        self.add_name(known, name, PersonName.Kind.COMMON, source)
        self.mark(known)

    def save(self) -> None:
        """Writes all that is new or changed, and touches the articles that show it."""
        fresh = [known for known in self.known if known.is_new]
        changed = [known for known in self.known if known.is_changed and not known.is_new]
        assign_slugs(fresh + [known for known in changed if not known.person.slug])
        Person.objects.bulk_create([known.person for known in fresh], BATCH)
        Person.objects.bulk_update([known.person for known in changed], CHANGED, BATCH)
        self._write_children()
        touch(articles_showing_people([known.person.pk for known in changed]))
        for known in self.known:
            known.is_changed = False

    def _write_children(self) -> None:
        new, changed = defaultdict(list), defaultdict(list)
        for known in self.known:
            for row in known.new:
                new[type(row)].append(row)
            for row in known.changed:
                changed[type(row)].append(row)
            known.new, known.changed = [], set()
        for model, rows in new.items():
            model.objects.bulk_create(rows, BATCH)
        for model, rows in changed.items():
            fields = [one.name for one in model._meta.concrete_fields if not one.primary_key]
            model.objects.bulk_update(rows, fields, BATCH)

    def _grown(self, known: Known, row) -> None:
        known.new.append(row)
        known.is_changed = True

    def _note(self, known: Known, row: PersonName) -> None:
        if row.kind == PersonName.Kind.HANDLE:
            return
        known.parsed[row.text] = parse_name(row.text)
        if known not in self.by_family[row.family]:
            self.by_family[row.family].append(known)

    def _load(self) -> None:
        by_key = {}
        for person in Person.objects.select_related("source").order_by("pk"):
            by_key[person.pk] = Known(person)
        self.known = list(by_key.values())
        for row in PersonName.objects.order_by("pk"):
            by_key[row.person_id].names[row.text, row.kind] = row
            self._note(by_key[row.person_id], row)
        for row in PersonIdentifier.objects.order_by("pk"):
            by_key[row.person_id].identifiers[row.scheme, row.value] = row
            self.by_identifier[row.scheme, row.value] = by_key[row.person_id]
        for row in Position.objects.order_by("pk"):
            by_key[row.person_id].positions.append(row)
        for row in PartyAffiliation.objects.order_by("pk"):
            by_key[row.person_id].affiliations[row.party_id, row.start] = row
        for row in Candidacy.objects.select_related("race__seat").order_by("pk"):
            by_key[row.person_id].races[row.race_id] = row
