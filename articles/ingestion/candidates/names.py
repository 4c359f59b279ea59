"""Who bears a name, by what the database finds names by."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from sys import intern

from articles.ingestion.candidates.bearers import Bearers
from articles.ingestion.candidates.rows import grouped
from articles.models import rows_by_key

People = tuple[int, ...]


def by_given_name(families: Collection[str]) -> dict[str, Mapping[str, People]]:
    """By folded family name, who bears it, by given name."""
    found: dict[str, dict[str, People]] = defaultdict(dict)
    for family, given, person in rows_by_key(
        "SELECT family, given, person_id FROM articles_personname WHERE family IN ({keys})",
        families,
    ):
        of_family = found[family]
        of_family[intern(given)] = (*of_family.get(given, ()), person)
    return found


def by_whole_name(names: Collection[str]) -> dict[str, People]:
    """By folded whole name or handle, who goes by it."""
    return grouped(
        "SELECT folded, person_id FROM articles_personname WHERE folded IN ({keys})", names
    )


def by_handle(handles: Collection[str]) -> dict[str, People]:
    return grouped(
        "SELECT folded, person_id FROM articles_personname"
        " WHERE kind = 'handle' AND folded IN ({keys})",
        handles,
    )


def in_the_news(families: Collection[str]) -> dict[str, Bearers]:
    """By folded family name, those of its bearers who ever held an office or ran for one."""
    held = grouped(
        'SELECT names.family, held.person_id, held.office, held."end"'
        " FROM articles_personname names JOIN articles_position held"
        " ON held.person_id = names.person_id WHERE names.family IN ({keys})",
        families,
    )
    ran = grouped(
        "SELECT names.family, runs.person_id, races.year FROM articles_personname names"
        " JOIN articles_candidacy runs ON runs.person_id = names.person_id"
        " JOIN articles_race races ON races.id = runs.race_id WHERE names.family IN ({keys})",
        families,
    )
    return {one: Bearers(held.get(one, ()), ran.get(one, ())) for one in {*held, *ran}}
