"""Who could be meant, asked of the database each time and nothing kept: slow and simple."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from articles.extraction import (
    CandidacyOf,
    HeldPosition,
    LookUps,
    PartySpell,
    Roster,
    RosterName,
    RosterPerson,
    RosterRace,
    RosterStage,
    TaughtName,
)
from articles.extraction.names import fold
from articles.models import (
    Candidacy,
    LearnedName,
    Outlet,
    PartyAffiliation,
    Person,
    PersonName,
    Position,
    Race,
    Stage,
)

YEARS_AROUND = 2
REMEMBERED = 8  # years for which a surname alone may still mean who held an office
OLDEST = 100  # years; whoever is older is history, and not in the news
NATIONAL = "US"
OF_PERSON = ("slug", "name", "gender", "born_on", "died_on")
OF_SEAT = ("seat__office", "seat__state", "seat__district")
OF_RACE = ("slug", "name", "year", "kind", "general_on", *OF_SEAT)


def plain_roster(look_ups: LookUps, on: dt.date | None, outlet: Outlet | None = None) -> Roster:
    """What ``roster_for`` gives for the same names, day and outlet."""
    people = _people(look_ups, on, _taught(look_ups, outlet))
    people.sort(key=lambda person: (person.name, person.id))
    races = _races(people, look_ups, on)
    races.sort(key=lambda race: (-race.year, race.label, race.id))
    return Roster(people=tuple(people), races=tuple(races))


def _taught(look_ups: LookUps, outlet: Outlet | None) -> dict[int, list[TaughtName]]:
    """By person, what the outlet's editors answered about the names of an article."""
    found: dict[int, list[TaughtName]] = defaultdict(list)
    if outlet is None:
        return found
    rows = LearnedName.objects.in_use().filter(outlet=outlet, folded__in=look_ups.whole_names)
    for person, name, yes, no in rows.values_list("person", "name", "yes", "no"):
        found[person].append(TaughtName(name, outlet.name, yes, no))
    return found


def _people(
    look_ups: LookUps, on: dt.date | None, taught: Mapping[int, list[TaughtName]]
) -> list[RosterPerson]:
    named = PersonName.objects.filter(
        Q(family__in=look_ups.family_names, given__in=["", *look_ups.called])
        | Q(folded__in=look_ups.whole_names)
        | Q(folded__in=look_ups.handles, kind=PersonName.Kind.HANDLE)
    )
    living = Q(born_on=None) | Q(born_on__gt=_years_before(on, OLDEST))
    meant = Q(pk__in=named.values("person")) | Q(pk__in=taught) | _by_surname(look_ups, on)
    rows = Person.objects.filter(living, meant)
    rows = rows.exclude(status=Person.Status.HIDDEN)
    people = {person.pk: person for person in rows.values_list("pk", *OF_PERSON, named=True)}
    names = _of_each(PersonName, people, RosterName, "text", "kind", "start", "end")
    positions = _of_each(
        Position, people, _position, "office", "state", "district", "start", "end", "party"
    )
    parties = _of_each(PartyAffiliation, people, PartySpell, "party", "start", "end")
    candidacies = _of_each(Candidacy, people, _candidacy, "race", "race__slug", "party", "status")
    return [
        RosterPerson(
            id=pk,
            slug=person.slug,
            name=person.name,
            names=tuple(name for name in names[pk] if name.kind != PersonName.Kind.HANDLE),
            positions=tuple(_dated(position, on) for position in positions[pk]),
            parties=tuple(parties[pk]),
            candidacies=tuple(candidacies[pk]),
            handles=tuple(
                fold(name.text.removeprefix("@"))
                for name in names[pk]
                if name.kind == PersonName.Kind.HANDLE
            ),
            taught=tuple(taught.get(pk, ())),
            gender=person.gender,
            born=person.born_on,
            died=person.died_on,
        )
        for pk, person in people.items()
    ]


def _by_surname(look_ups: LookUps, on: dt.date | None) -> Q:
    """Of those who share a surname that stands alone: who held an office lately, runs, or fits.

    Many thousands may share it; the news means the few that it need not introduce.
    """
    bearers = PersonName.objects.filter(family__in=look_ups.surnames).values("person")
    lately = Q(end=None) | Q(end__gte=_years_before(on, REMEMBERED))
    held = Position.objects.filter(lately | Q(office__in=look_ups.offices), person=OuterRef("pk"))
    year = _years_before(on, YEARS_AROUND).year
    runs = Candidacy.objects.filter(person=OuterRef("pk"), race__year__gte=year)
    return Q(pk__in=bearers) & (Q(Exists(held)) | Q(Exists(runs)))


def _races(
    people: Iterable[RosterPerson], look_ups: LookUps, on: dt.date | None
) -> list[RosterRace]:
    """Races the people stand in, and those of the states that are named, around the day."""
    stood_in = {one.race_id for person in people for one in person.candidacies}
    wanted = Q(pk__in=stood_in)
    if on:
        around = Q(year__range=(on.year - YEARS_AROUND, on.year + YEARS_AROUND))
        wanted |= around & Q(seat__state__in={*look_ups.states, NATIONAL})
    rows = Race.objects.filter(wanted).values_list("pk", *OF_RACE, named=True)
    races = {race.pk: race for race in rows}
    stages = defaultdict(list)
    rows = Stage.objects.filter(race__in=races).order_by("date", "pk")
    for race, kind, party, date in rows.values_list("race", "kind", "party", "date"):
        stages[race].append(RosterStage(kind, party or "", date))
    standing = defaultdict(list)
    for race, person in Candidacy.objects.filter(race__in=races).values_list("race", "person"):
        standing[race].append(person)
    return [_race(race, stages[pk], standing[pk]) for pk, race in races.items()]


def _of_each(noun: type[Model], people: Iterable[int], made: Callable, *fields: str) -> dict:
    """What is made of the fields of each row, by the person that it belongs to."""
    found = defaultdict(list)
    if not people:
        return found
    rows = noun.objects.filter(person__in=people).order_by("pk")
    for person, *values in rows.values_list("person", *fields):
        found[person].append(made(*values))
    return found


def _position(office, state, district, start, end, party) -> HeldPosition:
    return HeldPosition(office, state, district, start, end, party or "")


def _dated(position: HeldPosition, on: dt.date | None) -> HeldPosition:
    """Lists of former members lack dates: what they hold was over by the day of the article."""
    if position.start or position.end:
        return position
    return replace(position, end=_years_before(on, 0) - dt.timedelta(days=1))


def _years_before(on: dt.date | None, years: int) -> dt.date:
    day = on or timezone.localdate()
    return day.replace(year=max(1, day.year - years), day=min(day.day, 28))


def _candidacy(race: int, slug: str, party: str | None, status: str) -> CandidacyOf:
    return CandidacyOf(race, slug, party or "", status)


def _race(race, stages: list[RosterStage], candidates: list[int]) -> RosterRace:
    return RosterRace(
        id=race.pk,
        slug=race.slug,
        label=race.name,
        office=race.seat__office or "",
        state=race.seat__state or "",
        district=race.seat__district or "",
        year=race.year,
        kind=race.kind,
        general_on=race.general_on,
        stages=tuple(stages),
        candidate_ids=tuple(candidates),
    )
