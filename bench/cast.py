"""Who and what synthetic articles are about: outlets, people with parties, races."""

import random
from dataclasses import dataclass

from articles.models import Office, Outlet, Party, PartyAffiliation, Person, Race, Seat
from articles.search.labels import known_codes
from bench.words import name, zipf

OUTLETS, PEOPLE, RACES = 200, 5_000, 600
PARTIES = (("DEM", "Democratic"), ("REP", "Republican"), ("IND", "Independent"), ("GRE", "Green"))


@dataclass
class Cast:
    source: random.Random
    outlets: list[Outlet]
    people: list[Person]
    races: list[Race]

    def __post_init__(self) -> None:
        self._weights = {
            kind: zipf(len(getattr(self, kind)), 0.9) for kind in ("outlets", "people", "races")
        }

    def some(self, kind: str, number: int) -> list:
        """So many, none twice; the frequent ones are far more frequent."""
        rows = getattr(self, kind)
        picked = self.source.choices(rows, cum_weights=self._weights[kind], k=number)
        return list({row.pk: row for row in picked}.values())


def make_cast(source: random.Random) -> Cast:
    people = make_people(source)
    return Cast(source, make_outlets(source), people, make_races(source))


def make_outlets(source: random.Random) -> list[Outlet]:
    return Outlet.objects.bulk_create(
        Outlet(name=f"The {name(source)} {number}", slug=f"outlet-{number}", is_sample=True)
        for number in range(OUTLETS)
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
    states = [code for code in known_codes("state") if code != "US"]
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
