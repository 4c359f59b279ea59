"""Who and what synthetic articles are about: outlets, authors, people with parties, races."""

import random
from dataclasses import dataclass

from articles.extraction.gazetteer import STATES
from articles.models import (
    Author,
    Office,
    Outlet,
    Party,
    PartyAffiliation,
    Person,
    Race,
    Seat,
    Stage,
)
from bench.words import name, zipf

OUTLETS, PEOPLE, RACES, AUTHORS = 200, 5_000, 600, 800
PARTIES = (("DEM", "Democratic"), ("REP", "Republican"), ("IND", "Independent"), ("GRE", "Green"))
STAGES = (Stage.Kind.PRIMARY, Stage.Kind.RUNOFF, Stage.Kind.GENERAL)


@dataclass
class Cast:
    source: random.Random
    outlets: list[Outlet]
    people: list[Person]
    races: list[Race]
    authors: list[Author]
    stages: dict[int, list[Stage]]

    def __post_init__(self) -> None:
        kinds = ("outlets", "people", "races", "authors")
        self._weights = {kind: zipf(len(getattr(self, kind)), 0.9) for kind in kinds}

    def some(self, kind: str, number: int) -> list:
        """So many, none twice; the frequent ones are far more frequent."""
        rows = getattr(self, kind)
        picked = self.source.choices(rows, cum_weights=self._weights[kind], k=number)
        return list({row.pk: row for row in picked}.values())


def make_cast(source: random.Random) -> Cast:
    people = make_people(source)
    outlets = make_outlets(source)
    races = make_races(source)
    return Cast(source, outlets, people, races, make_authors(source), make_stages(races))


def make_outlets(source: random.Random) -> list[Outlet]:
    states = ["US", *STATES]
    return Outlet.objects.bulk_create(
        Outlet(
            name=f"The {name(source)} {number}",
            slug=f"outlet-{number}",
            kind=source.choice(Outlet.Kind.values),
            state=source.choice(states),
            is_sample=True,
        )
        for number in range(OUTLETS)
    )


def make_authors(source: random.Random) -> list[Author]:
    return Author.objects.bulk_create(
        Author(name=f"{name(source)} {number}") for number in range(AUTHORS)
    )


def make_people(source: random.Random) -> list[Person]:
    people = Person.objects.bulk_create(
        Person(name=name(source), slug=f"person-{number}", status=Person.Status.CONFIRMED)
        for number in range(PEOPLE)
    )
    parties = [
        Party.objects.get_or_create(code=code, defaults={"name": label})[0]
        for code, label in PARTIES
    ]
    PartyAffiliation.objects.bulk_create(
        PartyAffiliation(person=person, party=source.choices(parties, (45, 45, 7, 3))[0])
        for person in people
    )
    return people


def make_races(source: random.Random) -> list[Race]:
    states = list(STATES)
    seats = Seat.objects.bulk_create(
        Seat(office=source.choice(Office.values), state=source.choice(states), district=str(number))
        for number in range(RACES)
    )
    return Race.objects.bulk_create(
        Race(
            seat=seat,
            year=2020,
            slug=f"race-{number}",
            name=f"2020 {seat.state} {seat.get_office_display()} {number}",
        )
        for number, seat in enumerate(seats)
    )


def make_stages(races: list[Race]) -> dict[int, list[Stage]]:
    made = Stage.objects.bulk_create(
        Stage(race=race, kind=kind) for race in races for kind in STAGES
    )
    found: dict[int, list[Stage]] = {}
    for stage in made:
        found.setdefault(stage.race_id, []).append(stage)
    return found
