"""All that extraction weighs of a race, and which races there are for the seats of a state."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from articles.extraction import RosterRace, RosterStage
from articles.ingestion.candidates.rows import grouped
from articles.models import rows_by_key

RACES = (
    "SELECT races.id, races.slug, races.name, COALESCE(seats.office, ''),"
    " COALESCE(seats.state, ''), COALESCE(seats.district, ''),"
    " races.year, races.kind, races.general_on"
    " FROM articles_race races LEFT JOIN articles_seat seats ON seats.id = races.seat_id"
    " WHERE races.id IN ({keys})"
)
STAGES = (
    "SELECT race_id, kind, COALESCE(party_id, ''), date FROM articles_stage"
    " WHERE race_id IN ({keys}) ORDER BY date, id"
)
STANDING = (
    "SELECT race_id, person_id FROM articles_candidacy WHERE race_id IN ({keys}) ORDER BY person_id"
)
OF_STATES = (
    "SELECT seats.state, races.year, races.id FROM articles_seat seats"
    " JOIN articles_race races ON races.seat_id = seats.id WHERE seats.state IN ({keys})"
)


def races(ids: Collection[int]) -> dict[int, RosterRace]:
    stages, standing = grouped(STAGES, ids, RosterStage), grouped(STANDING, ids)
    return {
        row[0]: RosterRace(*row, stages.get(row[0], ()), standing.get(row[0], ()))
        for row in rows_by_key(RACES, ids)
    }


def races_by_year(states: Collection[str]) -> dict[str, Mapping[int, list[int]]]:
    """By state, the races for its seats, by year."""
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for state, year, race in rows_by_key(OF_STATES, states):
        found[state][year].append(race)
    return found
