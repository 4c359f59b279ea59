"""The FEC's candidate master file (public domain): fields parted by bars, no header.

https://www.fec.gov/campaign-finance-data/candidate-master-file-description/
"""

import re

from articles.extraction.names import parse_inverted, written
from articles.ingestion.rosters.congress import TERRITORIES, common_name
from articles.ingestion.rosters.reading import district, each
from articles.ingestion.rosters.records import CandidateRow, Malformed, Row

FIELDS = 15
LINE = re.compile(r"^[HSP]\d[A-Z0-9]{7}\|")
OFFICES = {"H": "house", "S": "senate", "P": "president"}
STATUTORY = "C"


def parse_candidates(text: str) -> tuple[tuple[Row, ...], tuple[Malformed, ...]]:
    lines = ((number, {"line": line}) for number, line in enumerate(text.splitlines(), 1) if line)
    return each(lines, lambda row: _candidate(row["line"]))


def _candidate(line: str) -> CandidateRow:
    parts = line.split("|")
    if len(parts) != FIELDS:
        raise ValueError(f"{len(parts)} fields instead of {FIELDS}")
    fec_id, inverted, party, year, state, office, place, incumbency, status = parts[:9]
    if not LINE.match(line) or office not in OFFICES:
        raise ValueError(f"no candidate: {line[:40]!r}")
    if not inverted.strip():
        raise ValueError("no name")
    name = parse_inverted(inverted)
    shown = common_name(name.given, name.family, name.nickname, name.middle)
    if name.suffix in ("Jr.", "Sr."):
        shown = f"{shown} {name.suffix}"
    held = OFFICES[office]
    if held == "house" and state in TERRITORIES:
        held = "delegate"
    return CandidateRow(
        fec_id=fec_id,
        name=shown,
        names=((written(name), "ballot"), (inverted, "ballot")),
        party=party,
        year=int(year),
        office=held,
        state=state,
        district=district(place) if office == "H" else "",
        is_incumbent=incumbency == "I",
        status="statutory" if status == STATUTORY else "filed",
    )
