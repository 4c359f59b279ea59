"""Small random rosters in which everything meets, changes of them, and names to ask for."""

import datetime as dt
from random import Random

from articles.extraction import LookUps
from articles.extraction.names import fold, given_forms
from articles.models import (
    Candidacy,
    LearnedName,
    Outlet,
    Party,
    PartyAffiliation,
    Person,
    PersonName,
    Position,
    Race,
    Seat,
    Stage,
)

FAMILIES = ("Jones", "Moore", "O’Rourke", "Núñez", "Madonna")
GIVEN = ("Doug", "Douglas", "D.", "Ann", "")
HANDLES = ("@DougJones", "moore", "@madonna")
STATES = ("AL", "ME", "US")
OFFICES = ("senate", "house", "mayor")
TODAY = dt.date.today()  # noqa: DTZ011 - any day near the one that the archive takes for today
NEWS_DAYS = (None, dt.date(2020, 3, 4), dt.date(2024, 2, 29), TODAY)


def make_roster(dice: Random) -> Outlet:
    """Rows of all kinds; gives the outlet whose editors taught something."""
    for code in ("DEM", "REP"):
        Party.objects.get_or_create(code=code, defaults={"name": code})
    outlet = Outlet.objects.create(name="The Harrow Ledger")
    for number in range(6):
        _race(dice, number)
    for _ in range(12):
        add_person(dice)
    for person in dice.sample(list(Person.objects.all()), 4):
        name = _name(dice)
        LearnedName.objects.create(
            outlet=outlet,
            person=person,
            name=name,
            folded=fold(name),
            yes=dice.randrange(3),
            no=dice.randrange(3),
            is_used=dice.random() < 0.8,
        )
    return outlet


def add_person(dice: Random) -> None:
    born = dice.choice((None, None, dt.date(1854, 5, 4), dt.date(1960, 1, 1)))
    status = dice.choice(("confirmed", "confirmed", "proposed", "hidden"))
    person = Person.objects.create(name=_name(dice), born_on=born, status=status)
    texts = {(_name(dice), "common"), (_name(dice), "former"), (person.name, "full")}
    if dice.random() < 0.3:
        texts.add((dice.choice(HANDLES), "handle"))
    for text, kind in texts:
        PersonName.objects.create(person=person, text=text, kind=kind)
    for office in dice.sample(OFFICES, dice.randrange(3)):
        start, end = _span(dice)
        state = dice.choice(STATES)
        Position.objects.create(
            person=person, office=office, state=state, start=start, end=end, party_id=_party(dice)
        )
    start, end = _span(dice)
    PartyAffiliation.objects.create(person=person, party_id="DEM", start=start, end=end)
    for race in dice.sample(list(Race.objects.all()), dice.randrange(2)):
        Candidacy.objects.create(person=person, race=race, party_id=_party(dice))


def change(dice: Random) -> None:
    """One change of any kind, by any way of writing."""
    person = dice.choice(list(Person.objects.all()))
    name = dice.choice(list(PersonName.objects.all()))
    other = dice.choice(list(Person.objects.all()))
    changes = (
        lambda: add_person(dice),
        person.delete,
        lambda: Person.objects.filter(pk=person.pk).update(
            status=dice.choice(("hidden", "confirmed"))
        ),
        lambda: PersonName.objects.bulk_update([_renamed(name, dice)], ["text", "family", "given"]),
        lambda: PersonName.objects.filter(pk=name.pk).delete(),
        lambda: Position.objects.filter(person=person).update(end=dt.date(2031, 1, 3)),
        lambda: Candidacy.objects.filter(person=person).delete(),
        lambda: PartyAffiliation.objects.filter(person=person).update(party="REP"),
        lambda: Race.objects.filter(year=2020).update(name=f"Renamed {dice.random()}"),
        lambda: Stage.objects.all().delete(),
        lambda: Seat.objects.filter(state="AL").update(district=str(dice.random())[:9]),
        lambda: LearnedName.objects.filter(person=other).update(yes=dice.randrange(9)),
    )
    dice.choice(changes)()


def look_ups(dice: Random) -> LookUps:
    families = {fold(name) for name in dice.sample(FAMILIES, 3)} | {"nobody"}
    return LookUps(
        family_names=frozenset(families),
        surnames=frozenset(dice.sample(sorted(families), dice.randrange(4))),
        called=frozenset(form for name in dice.sample(GIVEN[:4], 2) for form in given_forms(name)),
        offices=frozenset(dice.sample(OFFICES, dice.randrange(2))),
        whole_names=frozenset(fold(_name(dice)) for _ in range(4)),
        handles=frozenset({"dougjones", "madonna"}),
        states=frozenset(dice.sample(STATES, dice.randrange(3))),
    )


def _name(dice: Random) -> str:
    return f"{dice.choice(GIVEN)} {dice.choice(FAMILIES)}".strip()


def _renamed(name: PersonName, dice: Random) -> PersonName:
    name.text = f"{dice.choice(GIVEN)} {dice.choice(FAMILIES)} {dice.randrange(10**6)}".strip()
    return name.fill_keys()


def _party(dice: Random) -> str | None:
    return dice.choice((None, "DEM", "REP"))


def _span(dice: Random) -> tuple[dt.date | None, dt.date | None]:
    start = dice.choice((None, dt.date(1990, 1, 3), dt.date(2011, 1, 3), dt.date(2023, 1, 3)))
    years = dice.choice((None, 2, 6))
    if years is None:
        return start, None
    return start, (start or dt.date(2009, 1, 3)).replace(year=(start or TODAY).year + years)


def _race(dice: Random, number: int) -> None:
    measure = dice.random() < 0.2
    seat = Seat.objects.get_or_create(office="senate", state=dice.choice(STATES), senate_class=2)[0]
    race = Race.objects.create(
        slug=f"race-{number}",
        seat=None if measure else seat,
        kind="measure" if measure else "regular",
        year=dice.choice((2016, 2020, 2022, 2026)),
        number=number + 1,
        name=f"Race {dice.randrange(3)}",
    )
    for kind in dice.sample(("primary", "runoff", "general"), 2):
        date = dice.choice((None, dt.date(2020, 3, 3), dt.date(2020, 11, 3)))
        Stage.objects.create(race=race, kind=kind, party_id=_party(dice), date=date)
