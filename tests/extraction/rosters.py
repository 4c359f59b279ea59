"""A roster for pure tests: the people of four Senate races, and many who share their names."""

from datetime import date

from articles.extraction import (
    CandidacyOf,
    HeldPosition,
    LookUps,
    Roster,
    RosterName,
    RosterPerson,
    RosterRace,
    RosterStage,
)
from articles.extraction.names import fold, parse_name

GENERAL = date(2020, 11, 3)
PRESIDENT, ALABAMA, COLORADO, MAINE, GEORGIA, GEORGIA_SPECIAL, ALABAMA_1 = range(1, 8)
SLUGS = {
    PRESIDENT: "2020-us-president",
    ALABAMA: "2020-al-us-senate",
    COLORADO: "2020-co-us-senate",
    MAINE: "2020-me-us-senate",
    GEORGIA: "2020-ga-us-senate",
    GEORGIA_SPECIAL: "2020-ga-us-senate-special",
    ALABAMA_1: "2020-al-us-house-1",
}
_people: list[RosterPerson] = []


def _person(name, *also, held=(), runs=(), party="", gender="M", handles=(), slug=""):
    number = len(_people) + 1
    slug = slug or fold(name).replace(" ", "-").replace(".", "")
    taken = sum(one.slug.startswith(slug) for one in _people)
    _people.append(
        RosterPerson(
            id=number,
            slug=f"{slug}-{taken + 1}" if taken else slug,
            name=name,
            names=tuple(RosterName(text) for text in (name, *also)),
            positions=tuple(held),
            candidacies=tuple(CandidacyOf(race, SLUGS[race], party, "C") for race in runs),
            handles=tuple(handles),
            gender=gender,
        )
    )


def _senator(state, start, end=2027, party="REP"):
    return HeldPosition("senate", state, "", date(start, 1, 3), date(end, 1, 3), party)


def _member(state, start, end=2021, party="REP", district="1"):
    return HeldPosition("house", state, district, date(start, 1, 3), date(end, 1, 3), party)


def _office(office, state, start, end=None, party="REP"):
    return HeldPosition(office, state, "", start, end, party)


_person(
    "Jeff Sessions",
    "Jefferson Beauregard Sessions III",
    held=(
        _senator("AL", 1997, 2017),
        _office("cabinet", "US", date(2017, 2, 9), date(2018, 11, 7)),
    ),
    runs=(ALABAMA,),
    party="REP",
)
_person(
    "Donald Trump",
    "Donald J. Trump",
    held=(_office("president", "US", date(2017, 1, 20), date(2021, 1, 20)),),
    runs=(PRESIDENT,),
    party="REP",
    handles=("realDonaldTrump",),
)
_person("Donald Trump Jr.", slug="donald-trump-jr")
_person(
    "Joe Biden",
    "Joseph R. Biden Jr.",
    held=(_office("vice_president", "US", date(2009, 1, 20), date(2017, 1, 20), "DEM"),),
    runs=(PRESIDENT,),
    party="DEM",
)
_person(
    "Tommy Tuberville",
    "Thomas H. Tuberville",
    held=(_senator("AL", 2021),),
    runs=(ALABAMA,),
    party="REP",
)
_person("Bradley Byrne", held=(_member("AL", 2014),), runs=(ALABAMA,), party="REP")
_person("Doug Jones", held=(_senator("AL", 2018, 2021, "DEM"),), runs=(ALABAMA,), party="DEM")
_person("Roy Moore", "Roy Stewart Moore", runs=(ALABAMA,), party="REP")
_person("Susan Collins", held=(_senator("ME", 1997),), runs=(MAINE,), party="REP", gender="F")
_person(
    "Sara Gideon",
    held=(_office("other", "ME", date(2016, 12, 7), date(2020, 12, 2), "DEM"),),
    runs=(MAINE,),
    party="DEM",
    gender="F",
)
_person("Lisa Savage", runs=(MAINE,), party="IND", gender="F")
_person("Max Linn", runs=(MAINE,), party="IND")
_person("Betsy Sweet", runs=(MAINE,), party="DEM", gender="F")
_person("Doug Collins", held=(_member("GA", 2013),), runs=(GEORGIA_SPECIAL,), party="REP")
_person(
    "Kelly Loeffler",
    held=(_senator("GA", 2020, 2021),),
    runs=(GEORGIA_SPECIAL,),
    party="REP",
    gender="F",
)
_person("Raphael Warnock", runs=(GEORGIA_SPECIAL,), party="DEM")
_person("Deborah Jackson", runs=(GEORGIA_SPECIAL,), party="DEM", gender="F")
_person("Jon Ossoff", runs=(GEORGIA,), party="DEM")
_person("David Perdue", held=(_senator("GA", 2015, 2021),), runs=(GEORGIA,), party="REP")
_person("Cory Gardner", held=(_senator("CO", 2015, 2021),), runs=(COLORADO,), party="REP")
_person(
    "John Hickenlooper",
    held=(_office("governor", "CO", date(2011, 1, 11), date(2019, 1, 8), "DEM"),),
    runs=(COLORADO,),
    party="DEM",
)
_person("Andrew Romanoff", runs=(COLORADO,), party="DEM")
_person("Kay Ivey", held=(_office("governor", "AL", date(2017, 4, 10)),), gender="F")
_person("Brian Kemp", held=(_office("governor", "GA", date(2019, 1, 14)),))
_person("Johnny Isakson", held=(_senator("GA", 2005, 2020),))
# Namesakes and people of the same family name.
_person("Pete Sessions", held=(_member("TX", 1997, 2019),))
_person("William Sessions", held=(_office("other", "US", date(1987, 1, 1), date(1993, 1, 1)),))
_person("Gwen Moore", held=(_member("WI", 2005, 2021, "DEM"),), gender="F")
_person("Roy Moore", held=(_member("OH", 1901, 1907),))
_person("Roy Moore", runs=(ALABAMA_1,), party="DEM")
_person("Walter Jones", held=(_member("NC", 1995, 2019),))
_person("Doug Jones", held=(_member("PA", 1971, 1979, "DEM"),))
_person("Brenda Jones", held=(_member("MI", 2018, 2019, "DEM"),), gender="F")
_person("Mike Collins", runs=(PRESIDENT,), party="REP")
_person("Susan Collins", runs=(PRESIDENT,), party="LIB", gender="F")
_person("James Byrne", held=(_member("PA", 1953, 1973, "DEM"),))
_person("Mary Reed", runs=(COLORADO,), party="DEM", gender="F")
_person("Mary Reed", runs=(GEORGIA,), party="DEM", gender="F")

PEOPLE = tuple(_people)


def _race(number, office, state, *stages, kind="regular", district=""):
    return RosterRace(
        id=number,
        slug=SLUGS[number],
        label=SLUGS[number],
        office=office,
        state=state,
        district=district,
        year=2020,
        kind=kind,
        general_on=GENERAL,
        stages=tuple(RosterStage(*stage) for stage in stages),
        candidate_ids=tuple(
            one.id for one in PEOPLE if any(c.race_id == number for c in one.candidacies)
        ),
    )


_AT_LAST = ("general", "", GENERAL)
RACES = (
    _race(PRESIDENT, "president", "US", _AT_LAST),
    _race(
        ALABAMA,
        "senate",
        "AL",
        ("primary", "REP", date(2020, 3, 3)),
        ("runoff", "REP", date(2020, 7, 14)),
        _AT_LAST,
    ),
    _race(COLORADO, "senate", "CO", ("primary", "DEM", date(2020, 6, 30)), _AT_LAST),
    _race(MAINE, "senate", "ME", ("primary", "DEM", date(2020, 7, 14)), _AT_LAST),
    _race(GEORGIA, "senate", "GA", _AT_LAST, ("runoff", "", date(2021, 1, 5))),
    _race(
        GEORGIA_SPECIAL,
        "senate",
        "GA",
        ("special", "", GENERAL),
        ("runoff", "", date(2021, 1, 5)),
        kind="special",
    ),
    _race(ALABAMA_1, "house", "AL", _AT_LAST, district="1"),
)


def roster_for(asked: LookUps) -> Roster:
    """The part of the roster that the names of one story lead to."""
    people = tuple(
        person
        for person in PEOPLE
        if {fold(parse_name(name.text).family) for name in person.names} & asked.family_names
    )
    known = {candidacy.race_id for person in people for candidacy in person.candidacies}
    races = tuple(race for race in RACES if race.id in known or race.state in asked.states)
    return Roster(people, races)
