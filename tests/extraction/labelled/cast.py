"""The people and races that the labelled articles are held against: cast.tsv and races.tsv."""

import csv
import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from articles.extraction import (
    CandidacyOf,
    HeldPosition,
    RosterName,
    RosterPerson,
    RosterRace,
    RosterStage,
)

from .articles import HERE


@cache
def people() -> tuple[RosterPerson, ...]:
    """Everybody of cast.tsv, numbered as they stand there from 1."""
    return tuple(_person(number, row) for number, row in enumerate(_rows("cast.tsv"), 1))


@cache
def races() -> tuple[RosterRace, ...]:
    """Every race of races.tsv with the candidates that cast.tsv gives it."""
    return tuple(_race(number, row) for number, row in _race_numbers().values())


def races_of(found: Iterable[RosterPerson], states: Collection[str]) -> tuple[RosterRace, ...]:
    """The races that these people stand in, and those of the states and of the nation."""
    stood_in = {one.race_id for person in found for one in person.candidacies}
    places = {*states, "US"}
    return tuple(race for race in races() if race.id in stood_in or race.state in places)


def _rows(name: str) -> list[dict[str, str]]:
    text = (HERE / name).read_text("utf8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


@cache
def _race_numbers() -> dict[str, tuple[int, dict[str, str]]]:
    return {row["slug"]: (number, row) for number, row in enumerate(_rows("races.tsv"), 1)}


def _person(number: int, row: dict[str, str]) -> RosterPerson:
    names = [row["name"], *_parts(row["also"])]
    return RosterPerson(
        id=number,
        slug=row["slug"],
        name=row["name"],
        names=tuple(RosterName(name) for name in names),
        positions=tuple(_position(part) for part in _parts(row["offices"])),
        candidacies=tuple(_candidacy(part) for part in _parts(row["races"])),
        gender=row["gender"],
        born=dt.date(int(row["born"]), 1, 1) if row["born"] else None,
    )


def _parts(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def _position(words: str) -> HeldPosition:
    """ "house AL-2 2019-01-03..2027-01-03 REP"."""
    office, place, term, *party = words.split()
    state, _, district = place.partition("-")
    start, _, end = term.partition("..")
    return HeldPosition(office, state, district, _day(start), _day(end), "".join(party))


def _day(words: str) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


def _candidacy(words: str) -> CandidacyOf:
    slug, party = words.split()
    return CandidacyOf(_race_numbers()[slug][0], slug, party, "C")


def _race(number: int, row: dict[str, str]) -> RosterRace:
    running = (one.id for one in people() if any(c.race_id == number for c in one.candidacies))
    return RosterRace(
        id=number,
        slug=row["slug"],
        label=row["label"],
        office=row["office"],
        state=row["state"],
        district=row["district"],
        year=int(row["year"]),
        kind=row["kind"],
        general_on=_day(row["general"]),
        stages=tuple(_stages(row["stages"])),
        candidate_ids=tuple(running),
    )


def _stages(cell: str) -> Iterator[RosterStage]:
    """ "primary REP 2032-03-02; general 2032-11-02"."""
    for part in _parts(cell):
        kind, *party, day = part.split()
        yield RosterStage(kind, "".join(party), _day(day))
