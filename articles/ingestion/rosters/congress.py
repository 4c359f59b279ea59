"""The files of unitedstates/congress-legislators (CC0): YAML, CSV, handles, newcomers.

Formats as their README describes them: https://github.com/unitedstates/congress-legislators
"""

from typing import Any

import yaml

from articles.ingestion.rosters.reading import csv_rows, day, district, each
from articles.ingestion.rosters.records import (
    HandlesRow,
    Malformed,
    NewcomerRow,
    PersonRow,
    Row,
    Term,
)

OFFICES = {"sen": "senate", "rep": "house", "prez": "president", "viceprez": "vice_president"}
TITLES = {
    "senate": "U.S. Senator",
    "house": "U.S. Representative",
    "delegate": "Delegate",
    "president": "President",
    "vice_president": "Vice President",
}
TERRITORIES = {"AS", "DC", "GU", "MP", "PR", "VI"}
SCHEMES = ("bioguide", "wikidata", "govtrack", "thomas", "lis", "opensecrets", "votesmart")
LETTERS = {"R": "Republican", "D": "Democrat", "I": "Independent", "L": "Libertarian"}


def load_yaml(text: str) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506  (both loaders are the safe one)


def parse_legislators(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    """Members, presidents and vice presidents with their dated terms."""
    return each(enumerate(load_yaml(text), 1), _member)


def parse_handles(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    return each(enumerate(load_yaml(text), 1), _handles)


def parse_former_members(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    """legislators-historical.csv: the last term only, and without its dates."""
    return each(csv_rows(text), _former_member)


def parse_newcomers(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    """election_results_YEAR.csv: who won, with the identifiers that other files know."""
    return each(csv_rows(text), _newcomer)


def common_name(given: str, family: str, nickname: str = "", middle: str = "") -> str:
    """As newspapers write it: the nickname if there is one; a middle name after an initial."""
    called = nickname or given
    if not nickname and len(given.strip(".")) == 1 and middle:
        called = f"{given} {middle}"
    return f"{called} {family}".strip()


def _member(entry: dict[str, Any]) -> PersonRow:
    name, bio = entry["name"], entry.get("bio", {})
    given, family = name["first"], name["last"]
    shown = common_name(given, family, name.get("nickname", ""), name.get("middle", ""))
    whole = " ".join(filter(None, (given, name.get("middle"), family, name.get("suffix"))))
    names = [(whole, "full"), (f"{given} {family}", "full")]
    if name.get("official_full"):
        names.append((name["official_full"], "full"))
    return PersonRow(
        name=shown,
        names=tuple(names),
        identifiers=_identifiers(entry["id"]),
        terms=tuple(_term(term) for term in entry["terms"]),
        gender=bio.get("gender", ""),
        born_on=day(bio.get("birthday")),
    )


def _identifiers(given: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    found = [(scheme, str(given[scheme])) for scheme in SCHEMES if given.get(scheme)]
    return (*found, *(("fec", str(value)) for value in given.get("fec", ())))


def _term(term: dict[str, Any]) -> Term:
    office = OFFICES[term["type"]]
    state = term.get("state", "US")
    if office == "house" and state in TERRITORIES:
        office = "delegate"
    return Term(
        office=office,
        state=state,
        district=district(term.get("district")) if "district" in term else "",
        senate_class=term.get("class"),
        party=term.get("party", ""),
        start=day(term["start"]),
        end=day(term["end"]),
        title=TITLES[office],
    )


def _handles(entry: dict[str, Any]) -> HandlesRow | None:
    handle = entry["social"].get("twitter")
    return HandlesRow(_identifiers(entry["id"]), (handle,)) if handle else None


def _former_member(row: dict[str, str]) -> PersonRow:
    given, family = row["first_name"], row["last_name"]
    office = {"sen": "senate", "rep": "house"}[row["type"]]
    shown = common_name(given, family, row["nickname"], row["middle_name"])
    whole = " ".join(filter(None, (given, row["middle_name"], family, row["suffix"])))
    names = [(whole, "full"), (f"{given} {family}", "full")]
    if row["full_name"]:
        names.append((row["full_name"], "full"))
    identifiers = [(scheme, row[f"{scheme}_id"]) for scheme in SCHEMES if row.get(f"{scheme}_id")]
    identifiers += [("fec", value) for value in row["fec_ids"].split(",") if value]
    if office == "house" and row["state"] in TERRITORIES:
        office = "delegate"
    return PersonRow(
        name=shown,
        names=tuple(names),
        identifiers=tuple(identifiers),
        terms=(
            Term(
                office=office,
                state=row["state"],
                district=district(row["district"]),
                party=row["party"],
                title=TITLES[office],
            ),
        ),
        gender=row["gender"],
        born_on=day(row["birthday"]),
        handles=tuple(filter(None, [row.get("twitter", "")])),
    )


def _newcomer(row: dict[str, str]) -> NewcomerRow | None:
    identifiers = [
        ("fec", row["FEC.gov ID"]),
        ("wikidata", row["Wikidata ID"]),
        ("govtrack", row["GovTrack ID"]),
    ]
    known = tuple((scheme, value.strip()) for scheme, value in identifiers if value)
    if not row["First Name"]:
        return None
    return NewcomerRow(
        name=common_name(row["First Name"], row["Last Name"]),
        state=row["Race"][:2],
        party=LETTERS.get(row["Party"], row["Party"]),
        identifiers=known,
        gender=row["Gender (M/F)"],
        born_on=day(row["Birthday (YYYY-MM-DD)"]),
        handles=tuple(filter(None, [row["Twitter Handle"].lstrip("@")])),
    )
