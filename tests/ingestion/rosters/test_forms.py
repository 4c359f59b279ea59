# ruff: noqa: E501  (rows of files are as long as they are)
"""Each kind of file is known by its form, and its bad rows are named by line."""

import datetime as dt

import pytest

from articles.ingestion.errors import IngestError
from articles.ingestion.rosters.forms import read_file

FEC = "S6AL00195|SESSIONS, JEFFERSON B|REP|2020|AL|S|00|C|C|C00306704|||||\n"
SEATS = "race,office,state,district,senate_class,kind,general_on\n2020-al-us-senate,senate,AL,,2,regular,2020-11-03\n"
MEMBER = """- id: {bioguide: T000278, fec: [S0AL00230]}
  name: {first: Tommy, middle: Hawley, last: Tuberville}
  bio: {birthday: '1954-09-18', gender: M}
  terms:
  - {type: sen, start: '2021-01-03', end: '2027-01-03', state: AL, class: 2, party: Republican}
"""
FORMER = "last_name,first_name,middle_name,suffix,nickname,full_name,birthday,gender,type,state,district,party,bioguide_id,fec_ids\nSessions,Jefferson,B.,,Jeff,Jeff Sessions,1946-12-24,M,sen,AL,,Republican,S001141,S6AL00195\n"
OFFICIALS = "name,office,jurisdiction,party,from,to,aliases\nBob Mueller,Special Counsel,US,Republican,2017-05-17,,Robert Mueller|R. Mueller\n"
RESULTS = "race,stage,party,date,first_set_for,moved_known_on,candidate,candidate_party,votes,percent,outcome\n2020-al-us-senate,runoff,Republican,2020-07-14,2020-03-31,2020-03-18,Tommy Tuberville,Republican,,60.7,won\n"
HANDLES = "- id: {bioguide: T000278}\n  social: {twitter: SenTuberville}\n"
NEWCOMERS = "Race,Incumbent Win? Y/N,GovTrack ID,Party,Last Name,First Name,Middle Name,Suffix,Gender (M/F),Birthday (YYYY-MM-DD),FEC.gov ID,Wikidata ID,Twitter Handle,Found photo?\nAL,N,,R,Tuberville,Tommy,,,M,1954-09-18,S0AL00230,Q7819948,@TTuberville,\n"


@pytest.fixture
def file(tmp_path):
    def write(text: str):
        path = tmp_path / "named-like-nothing.txt"
        path.write_text(text, "utf8")
        return read_file(path)

    return write


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (FEC, "candidates"),
        (SEATS, "seats"),
        (MEMBER, "legislators"),
        (FORMER, "former members"),
        (OFFICIALS, "officials"),
        (RESULTS, "results"),
        (HANDLES, "handles"),
        (NEWCOMERS, "newcomers"),
    ],
)
def test_a_form_is_known_by_its_content(file, text, form):
    found = file(text)
    assert (found.form, len(found.rows), found.malformed) == (form, 1, ())


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (FEC + "S0AL00001|SHORT ROW\n", 2, "2 fields instead of 15"),
        (FEC + FEC.replace("S6AL00195|SESSIONS, JEFFERSON B", "S0AL00009|"), 2, "no name"),
        (SEATS + "alabama,senate,AL,,2,regular,2020-11-03\n", 3, "no race"),
        (SEATS + "2020-al-dogcatcher,dogcatcher,AL,,,regular,2020-11-03\n", 3, "no office"),
        (SEATS + "2020-x-us,senate,AL,,2,regular,someday\n", 3, "someday"),
        (MEMBER + "- {id: {}, name: {first: A}, terms: []}\n", 2, "'last' is missing"),
        (OFFICIALS + "Ann Poe,Mayor,AL,,someday,,\n", 3, "is no day: write it like 2020-03-04"),
        (OFFICIALS + "Nobody,Clerk,Alabama,,,,\n", 3, "two letters"),
        (RESULTS + RESULTS.split("\n")[1].replace("60.7", "160") + "\n", 3, "no percentage"),
        (RESULTS + RESULTS.split("\n")[1].replace("won", "triumphed") + "\n", 3, "no outcome"),
    ],
)
def test_a_bad_row_is_named_and_the_others_stay(file, text, line, what):
    found = file(text)
    assert len(found.rows) == 1
    [bad] = found.malformed
    assert bad.line == line
    assert what in bad.what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_may_come_out_of_a_spreadsheet(tmp_path, encoding):
    path = tmp_path / "list.csv"
    head = "Name;Office;Jurisdiction;Party;From;To;Aliases\r\n"
    row = "José Orrin;Mayor;AL;REP;1/14/2019;;J. Orrin|Joe Orrin\r\n"
    path.write_bytes((head + row).encode(encoding))
    found = read_file(path)
    assert (found.form, found.malformed) == ("officials", ())
    [row] = found.rows
    assert (row.name, row.aliases) == ("José Orrin", ("J. Orrin", "Joe Orrin"))
    assert row.term.start == dt.date(2019, 1, 14)


@pytest.mark.parametrize("text", ["name,age\nx,3\n", "just words\n"])
def test_a_file_without_a_known_form_is_refused(file, text):
    with pytest.raises(IngestError, match="no form that is known"):
        file(text)


def test_a_broken_file_is_refused_by_name(file):
    with pytest.raises(IngestError, match="named-like-nothing"):
        file(MEMBER + "  oops: [unclosed\n")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"name,office\x00\x01")
    with pytest.raises(IngestError, match=r"x\.csv: This is no plain text"):
        read_file(path)


def test_a_member_is_read_with_terms_and_identifiers(file):
    [row] = file(MEMBER).rows
    assert row.name == "Tommy Tuberville"
    assert ("fec", "S0AL00230") in row.identifiers
    assert row.terms[0].start == dt.date(2021, 1, 3)
    assert (row.terms[0].office, row.terms[0].state) == ("senate", "AL")


def test_a_nickname_makes_the_newspapers_name(file):
    assert file(FORMER).rows[0].name == "Jeff Sessions"


@pytest.mark.parametrize(
    ("inverted", "name"),
    [
        ("MOORE, ROY STEWART", "Roy Moore"),
        ("TRUMP, DONALD J.", "Donald Trump"),
        ("CARL, JERRY LEE, JR", "Jerry Carl Jr."),
        ("SMITH, J WARREN", "J Warren Smith"),
    ],
)
def test_a_filing_is_named_as_newspapers_write(file, inverted, name):
    assert file(FEC.replace("SESSIONS, JEFFERSON B", inverted)).rows[0].name == name
