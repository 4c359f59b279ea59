"""Our own lists, which editors write too: seats, officials, results; each a CSV with a header."""

import re

from articles.ingestion.rosters.congress import TERRITORIES
from articles.ingestion.rosters.reading import day, district, each, number, rows_of_list
from articles.ingestion.rosters.records import (
    Malformed,
    OfficialRow,
    OutletRow,
    ResultRow,
    Row,
    SeatRow,
    Term,
)
from articles.models import Office, Outlet, Race, Result, Stage

SLUG = re.compile(r"[12]\d{3}(-[a-z0-9]+)+")
OFFICE_WORDS = (
    ("vice president", Office.VICE_PRESIDENT),
    ("president", Office.PRESIDENT),
    ("lieutenant governor", Office.LIEUTENANT_GOVERNOR),
    ("governor", Office.GOVERNOR),
    ("attorney general", Office.ATTORNEY_GENERAL),
    ("secretary of state", Office.SECRETARY_OF_STATE),
    ("speaker of the house of representatives", Office.STATE_HOUSE),
    ("state senat", Office.STATE_SENATE),
    ("state representative", Office.STATE_HOUSE),
    ("mayor", Office.MAYOR),
    ("county", Office.COUNTY),
    ("council", Office.COUNCIL),
    ("judge", Office.JUDGE),
    ("justice", Office.JUDGE),
    ("senat", Office.SENATE),
    ("representative", Office.HOUSE),
)


def parse_seats(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    return each(rows_of_list(text), _seat)


def parse_officials(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    return each(rows_of_list(text), _official)


def parse_results(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    return each(rows_of_list(text), _result)


def parse_outlets(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    return each(rows_of_list(text), _outlet)


def _outlet(row: dict[str, str]) -> OutletRow:
    kind = (row.get("kind") or Outlet.Kind.NEWSPAPER).strip().lower()
    state = (row.get("state") or "").strip()
    domains = tuple(one.lower().removeprefix("www.") for one in _listed(row["domains"]))
    if not row["name"].strip():
        raise ValueError("no name")
    if kind not in Outlet.Kind.values:
        raise ValueError(f"{kind!r} is no kind of outlet: {', '.join(Outlet.Kind.values)}")
    if any("/" in domain or "." not in domain for domain in domains):
        raise ValueError(f"{row['domains']!r} are no domains: write them like example.org")
    if state and not re.fullmatch("[A-Z]{2}", state):
        raise ValueError(f"{state!r} is no state of two letters")
    return OutletRow(
        name=" ".join(row["name"].split()),
        other_names=_listed(row.get("other_names")),
        domains=domains,
        kind=kind,
        place=(row.get("place") or "").strip(),
        state=state,
    )


def _seat(row: dict[str, str]) -> SeatRow:
    office, state, kind = row["office"], row["state"], row["kind"] or Race.Kind.REGULAR
    if not SLUG.fullmatch(row["race"]):
        raise ValueError(f"{row['race']!r} is no race: write it like 2020-al-us-senate")
    if office == "house" and state in TERRITORIES:
        office = Office.DELEGATE
    if kind != Race.Kind.MEASURE and office not in Office.values:
        raise ValueError(f"{office!r} is no office the archive knows")
    if kind not in Race.Kind.values:
        raise ValueError(f"{kind!r} is no kind of race")
    return SeatRow(
        race=row["race"],
        office=office,
        state=state,
        district=district(row["district"]),
        senate_class=number(row["senate_class"]),
        kind=kind,
        general_on=day(row["general_on"]),
        name=(row.get("name") or "").strip(),
    )


def _official(row: dict[str, str]) -> OfficialRow:
    title, state = row["office"].strip(), row["jurisdiction"].strip()
    if not row["name"].strip() or not re.fullmatch("[A-Z]{2}", state):
        raise ValueError("name and a jurisdiction of two letters are needed")
    return OfficialRow(
        name=row["name"].strip(),
        aliases=_listed(row.get("aliases")),
        term=Term(
            office=office_of(title, state),
            state=state,
            party=row["party"],
            start=day(row["from"]),
            end=day(row["to"]),
            title=title,
        ),
        handles=tuple(handle.lstrip("@") for handle in _listed(row.get("handles"))),
    )


def office_of(title: str, state: str) -> str:
    """The kind of office a title names: the nation's Attorney General is a federal executive."""
    lower = title.lower()
    found = next((office for words, office in OFFICE_WORDS if words in lower), Office.OTHER)
    federal = (Office.ATTORNEY_GENERAL, Office.SECRETARY_OF_STATE, Office.OTHER)
    return Office.CABINET if state == "US" and found in federal else found


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[|;]", text or "") if part.strip())


def _result(row: dict[str, str]) -> ResultRow:
    if row["stage"] not in Stage.Kind.values:
        raise ValueError(f"{row['stage']!r} is no stage")
    if row["outcome"] not in Result.Outcome.values:
        raise ValueError(f"{row['outcome']!r} is no outcome")
    if row["percent"] and not 0 <= float(row["percent"]) <= 100:
        raise ValueError(f"{row['percent']} is no percentage")
    if not row["candidate"].strip():
        raise ValueError("no candidate")
    return ResultRow(
        race=row["race"],
        stage=row["stage"],
        party=row["party"],
        date=day(row["date"]),
        first_set_for=day(row["first_set_for"]),
        moved_known_on=day(row["moved_known_on"]),
        candidate=row["candidate"].strip(),
        candidate_party=row["candidate_party"],
        votes=number(row["votes"]),
        percent=row["percent"].strip(),
        outcome=row["outcome"],
    )
