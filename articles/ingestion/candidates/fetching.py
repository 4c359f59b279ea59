"""Who could be meant: the roster for the names of one article, from what this process keeps."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from django.utils import timezone

from articles.extraction import (
    HeldPosition,
    LookUps,
    Roster,
    RosterPerson,
    RosterRace,
    TaughtName,
)
from articles.ingestion.candidates.learned import taught_names
from articles.ingestion.candidates.memory import KEEPER, Memory
from articles.ingestion.candidates.people import Known
from articles.models import Outlet

YEARS_AROUND = 2
REMEMBERED = 8  # years for which a surname alone may still mean who held an office
OLDEST = 100  # years; whoever is older is history, and not in the news
NATIONAL = "US"


def roster_for(
    on: dt.date | None = None, outlet: Outlet | None = None
) -> Callable[[LookUps], Roster]:
    """A function from an article's names to the people and races they may mean around ``on``.

    With the ``outlet``, what its editors answered about those names comes with the people.
    """
    day = on or timezone.localdate()

    def fetch(look_ups: LookUps) -> Roster:
        memory = KEEPER.memory()
        taught = taught_names(outlet, look_ups.whole_names)
        meant = {*_named(memory, look_ups), *_by_surname(memory, look_ups, day), *taught}
        people = _people(memory.people.of(meant), day, taught)
        return Roster(people, _races(memory, people, look_ups.states if on else None, day))

    return fetch


def _named(memory: Memory, look_ups: LookUps) -> Iterator[int]:
    """Whoever bears a family name with a given name that is called, or a whole name or handle."""
    called = {"", *look_ups.called}
    for bearers in memory.by_given_name.of(look_ups.family_names):
        for given in bearers.keys() & called:
            yield from bearers[given]
    yield from chain.from_iterable(memory.by_whole_name.of(look_ups.whole_names))
    yield from chain.from_iterable(memory.by_handle.of(look_ups.handles))


def _by_surname(memory: Memory, look_ups: LookUps, day: dt.date) -> Iterator[int]:
    """Of those who share a surname that stands alone: who held an office lately, runs, or fits.

    Many thousands may share it; the news means the few that it need not introduce.
    """
    since, year = _years_before(day, REMEMBERED), _years_before(day, YEARS_AROUND).year
    for bearers in memory.in_the_news.of(look_ups.surnames):
        yield from bearers.meant(since, year, look_ups.offices)


def _people(
    found: Iterable[Known], day: dt.date, taught: Mapping[int, list[TaughtName]]
) -> tuple[RosterPerson, ...]:
    oldest = _years_before(day, OLDEST)
    people = [
        _dated(known.person, day) if known.is_undated else known.person
        for known in found
        if known.person.born is None or known.person.born > oldest
    ]
    people.sort(key=lambda person: (person.name, person.id))
    return tuple(
        replace(one, taught=tuple(taught[one.id])) if one.id in taught else one for one in people
    )


def _dated(person: RosterPerson, day: dt.date) -> RosterPerson:
    """Lists of former members lack dates: what they hold was over by the day of the article."""
    return replace(person, positions=tuple(_ended(held, day) for held in person.positions))


def _ended(held: HeldPosition, day: dt.date) -> HeldPosition:
    if held.start or held.end:
        return held
    return replace(held, end=_years_before(day, 0) - dt.timedelta(days=1))


def _races(
    memory: Memory, people: Iterable[RosterPerson], states: frozenset[str] | None, day: dt.date
) -> tuple[RosterRace, ...]:
    """Races the people stand in, and those of the states that are named, around the day.

    None for ``states`` where the day is not that of the article.
    """
    wanted = {one.race_id for person in people for one in person.candidacies}
    years = range(day.year - YEARS_AROUND, day.year + YEARS_AROUND + 1)
    for of_state in memory.races_by_year.of({*states, NATIONAL} if states is not None else ()):
        wanted.update(*(of_state.get(year, ()) for year in years))
    races = memory.races.of(wanted)
    return tuple(sorted(races, key=lambda race: (-race.year, race.label, race.id)))


def _years_before(day: dt.date, years: int) -> dt.date:
    return day.replace(year=max(1, day.year - years), day=min(day.day, 28))
