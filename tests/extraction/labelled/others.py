"""Made-up people beside the cast, many of whom share its names, and the look-up in all of them."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Callable

from articles.extraction import HeldPosition, LookUps, Roster, RosterName, RosterPerson
from articles.extraction.gazetteer import STATES
from articles.extraction.given_names import FEMALE, MALE
from articles.extraction.names import fold, parse_name
from articles.extraction.wordlists import words

from . import cast

SURNAMES = sorted(
    words(
        """
        Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez
        Gonzalez Wilson Anderson Thomas Taylor Jackson Martin Lee Perez Thompson White Harris
        Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores
        Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans
        Turner Diaz Parker Cruz Edwards Collins Stewart Morris Morales Murphy Cook Rogers Ortiz
        Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Wood
        Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross
        """
    )
)
SYLLABLES = sorted(words("bar cor dal fen gar hol kes lin mar nor pel quin ros sten tav ul var"))
OFFICES = {
    "state_house": 30,
    "council": 20,
    "state_senate": 15,
    "county": 15,
    "mayor": 8,
    "judge": 5,
    "house": 4,
    "other": 2,
    "senate": 1,
}
ONE_IN = {"namesake": 200, "cast surname": 8, "common surname": 3}  # of the others


def others(number: int, seed: int = 2031) -> list[RosterPerson]:
    """So many people: one in two hundred bears the full name of somebody in the cast."""
    source = random.Random(seed)
    known = [one.name for one in cast.people()]
    given = sorted(MALE | FEMALE)
    return [_person(at, _name(source, known, given), source) for at in range(number)]


def _name(source: random.Random, known: list[str], given: list[str]) -> str:
    if not source.randrange(ONE_IN["namesake"]):
        return source.choice(known)
    first = source.choice(given).capitalize()
    if not source.randrange(ONE_IN["cast surname"]):
        return f"{first} {parse_name(source.choice(known)).family}"
    if not source.randrange(ONE_IN["common surname"]):
        return f"{first} {source.choice(SURNAMES)}"
    syllables = source.choices(SYLLABLES, k=source.choice((2, 3, 3)))
    return f"{first} {''.join(syllables).capitalize()}"


def _person(at: int, name: str, source: random.Random) -> RosterPerson:
    start = dt.date(source.randint(1975, 2030), 1, 5)
    office = source.choices([*OFFICES], [*OFFICES.values()])[0]
    years = source.choice((2, 4, 6, 8, 12))
    party = source.choice(("DEM", "REP"))
    state = source.choice(sorted(STATES))
    held = HeldPosition(office, state, "", start, start.replace(year=start.year + years), party)
    return RosterPerson(
        id=100_000 + at,
        slug=f"{fold(name).replace(' ', '-')}-other-{at}",
        name=name,
        names=(RosterName(name),),
        positions=(held,) if source.random() < 0.8 else (),
    )


def look_up(number: int) -> Callable[[LookUps], Roster]:
    """What a story's names lead to among the cast and so many others."""
    by_family: dict[str, dict[int, RosterPerson]] = defaultdict(dict)
    for person in (*cast.people(), *others(number)):
        for name in person.names:
            by_family[fold(parse_name(name.text).family)][person.id] = person

    def fetch(asked: LookUps) -> Roster:
        found: dict[int, RosterPerson] = {}
        for family in sorted(asked.family_names):
            found |= by_family.get(family, {})
        return Roster(tuple(found.values()), cast.races_of(found.values(), asked.states))

    return fetch
