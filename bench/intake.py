"""What the bench of the way in needs of the archive: a roster, batches, and the bare library."""

import random
from collections import Counter
from typing import BinaryIO

import trafilatura
from django.core.management import call_command
from django.db import connection

from articles.ingestion.batches import add_file
from articles.ingestion.running import run as run_batch
from articles.models import (
    Batch,
    Candidacy,
    Office,
    Party,
    PartyAffiliation,
    Person,
    PersonName,
    Position,
    Race,
    Seat,
)
from articles.search.indexing import bring_up_to_date
from bench.pages import as_page
from bench.stories import STATES, as_text, full_name, story
from bench.words import Words

CODES = dict(zip(STATES, ("AL", "GA", "ME", "CO", "IA", "KS", "AZ", "MT"), strict=True))


class Writer:
    """Stories that name people of the roster."""

    def __init__(self, source: random.Random, people: list[str]) -> None:
        self.words, self.people, self.number = Words(source), people, 0

    def text(self, length: int | None = None) -> bytes:
        return as_text(self._story(length)).encode()

    def page(self) -> bytes:
        return as_page(self._story(), self.words).encode()

    def _story(self, length: int | None = None):
        self.number += 1
        return story(self.number, self.words, self.people, length)


def fill(number: int, source: random.Random) -> list[str]:
    """Tables, and a roster of so many people: a position, a party and a name each; some race."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("rebuild_index", verbosity=0)
    names = [full_name(source) for _ in range(number)]
    people = Person.objects.bulk_create(
        Person(name=name, slug=f"person-{at}", status=Person.Status.CONFIRMED)
        for at, name in enumerate(names)
    )
    PersonName.objects.bulk_create(
        PersonName(person=person, text=person.name, kind=PersonName.Kind.COMMON).fill_keys()
        for person in people
    )
    _offices(people, source)
    _races(people, source)
    return names


def _offices(people: list[Person], source: random.Random) -> None:
    parties = [Party.objects.get_or_create(code=code)[0] for code in ("DEM", "REP")]
    states = list(CODES.values())
    PartyAffiliation.objects.bulk_create(
        PartyAffiliation(person=person, party=source.choice(parties)) for person in people
    )
    Position.objects.bulk_create(
        Position(
            person=person,
            office=source.choice(Office.values),
            state=source.choice(states),
            start=f"{source.randint(1990, 2019)}-01-03",
        )
        for person in people
    )


def _races(people: list[Person], source: random.Random) -> None:
    for state, code in CODES.items():
        seat = Seat.objects.create(office="senate", state=code, senate_class=2)
        name = f"2020 {state} U.S. Senate"
        race = Race.objects.create(seat=seat, year=2020, slug=f"2020-{code}-us-senate", name=name)
        Candidacy.objects.bulk_create(
            Candidacy(race=race, person=person) for person in source.sample(people, 8)
        )


def new_batch() -> Batch:
    return Batch.objects.create(name="bench")


def add(batch: Batch, file: BinaryIO, name: str) -> None:
    add_file(batch, file, name)


def run(batch: Batch) -> Counter:
    """Works on the batch as a worker does; how many Items ended in which state."""
    for _ in run_batch(batch):
        pass
    return Counter(batch.items.values_list("state", flat=True))


def index() -> None:
    bring_up_to_date()
    connection.close()


def bare(page: bytes) -> None:
    trafilatura.bare_extraction(page, fast=True, include_comments=False, with_metadata=False)
