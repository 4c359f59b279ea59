"""All that extraction weighs of a person."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from sys import intern

from articles.extraction import (
    CandidacyOf,
    HeldPosition,
    PartySpell,
    RosterName,
    RosterPerson,
)
from articles.extraction.names import fold
from articles.ingestion.candidates.rows import grouped
from articles.models import PersonName, rows_by_key

HANDLE = PersonName.Kind.HANDLE
PEOPLE = (
    "SELECT id, slug, name, gender, born_on, died_on FROM articles_person"
    " WHERE status <> 'hidden' AND id IN ({keys})"
)
NAMES = (
    'SELECT person_id, text, kind, start, "end" FROM articles_personname'
    " WHERE person_id IN ({keys}) ORDER BY id"
)
POSITIONS = (
    "SELECT person_id, office, state, district, start, \"end\", COALESCE(party_id, '')"
    " FROM articles_position WHERE person_id IN ({keys}) ORDER BY id"
)
PARTIES = (
    'SELECT person_id, party_id, start, "end" FROM articles_partyaffiliation'
    " WHERE person_id IN ({keys}) ORDER BY id"
)
CANDIDACIES = (
    "SELECT runs.person_id, runs.race_id, races.slug, COALESCE(runs.party_id, ''), runs.status"
    " FROM articles_candidacy runs JOIN articles_race races ON races.id = runs.race_id"
    " WHERE runs.person_id IN ({keys}) ORDER BY runs.id"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A person; ``is_undated`` where an office is told without dates."""

    person: RosterPerson
    is_undated: bool


def people(ids: Collection[int]) -> dict[int, Known]:
    """Those of the people who are not hidden."""
    names = grouped(NAMES, ids, _name)
    facts = {
        "positions": grouped(POSITIONS, ids, _position),
        "parties": grouped(PARTIES, ids, PartySpell),
        "candidacies": grouped(CANDIDACIES, ids, CandidacyOf),
    }
    return {
        row[0]: _known(
            row, names.get(row[0], ()), **{fact: of.get(row[0], ()) for fact, of in facts.items()}
        )
        for row in rows_by_key(PEOPLE, ids)
    }


def _name(text: str, kind: str, start: dt.date | None, end: dt.date | None) -> RosterName:
    return RosterName(text, intern(kind), start, end)


def _position(office: str, state: str, district: str, start, end, party: str) -> HeldPosition:
    """With one string for each office, state and party: of tens of thousands they weigh."""
    return HeldPosition(intern(office), intern(state), district, start, end, intern(party))


def _known(
    row: tuple,
    names: tuple[RosterName, ...],
    *,
    positions: tuple[HeldPosition, ...],
    **facts: tuple,
) -> Known:
    pk, slug, name, gender, born, died = row
    person = RosterPerson(
        id=pk,
        slug=slug,
        name=name,
        names=tuple(name for name in names if name.kind != HANDLE),
        positions=positions,
        handles=tuple(fold(one.text.removeprefix("@")) for one in names if one.kind == HANDLE),
        gender=gender,
        born=born,
        died=died,
        **facts,
    )
    return Known(person, any(not (held.start or held.end) for held in positions))
