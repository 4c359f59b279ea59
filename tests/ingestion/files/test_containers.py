"""Tables, zips and web archives: every part by itself, the bad ones told, no bomb unfolded."""

import gzip
import io
import json

import pytest
from warcio.warcwriter import WARCWriter

from articles.ingestion.errors import Damaged, IngestError, TooBig
from articles.ingestion.files import (
    BadPart,
    Limits,
    Part,
    kind_of,
    parts_of,
    preview,
    read_document,
)
from articles.ingestion.files.rows import ROW_TYPE
from tests.ingestion.files.made import BODY, warc, zipped
from tests.pages import page

COLUMNS = {"Title": "headline", "Text": "body"}


def parts(content: bytes, name: str, columns=None, **limits) -> list[Part | BadPart]:
    kind = kind_of(content, name)
    found = parts_of(io.BytesIO(content), kind, limits=Limits(**limits), columns=columns)
    return list(found)


def bad(found: list) -> list[tuple[str, str]]:
    return [(one.name, str(one.error)) for one in found if isinstance(one, BadPart)]


# Tables


def table(*rows: str, head: str = "Title,Text") -> bytes:
    return "\n".join([head, *rows]).encode()


def test_rows_become_our_fields():
    found = parts(table('One,"Words, with a comma"', "Two,Words"), "t.csv", COLUMNS)
    assert [(one.name, one.position) for one in found] == [("row 2", 0), ("row 3", 1)]
    assert json.loads(found[0].content) == {"headline": "One", "body": "Words, with a comma"}


def test_uneven_rows_are_told_and_sink_no_others():
    found = parts(table("One,a", "Two,b,c", "Three", "Four,d"), "t.csv", COLUMNS)
    assert [one.name for one in found if isinstance(one, Part)] == ["row 2", "row 5"]
    name, said = bad(found)[0]
    assert name == "row 3"
    assert said.startswith("It has 3 cells where the head has 2")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_found_out(mark):
    content = f"Title{mark}Text\nOne{mark}Words".encode()
    assert len(parts(content, "t.csv", COLUMNS)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_s_encoding_is_found_out(encoding):
    content = "Title,Text\nJosé,Café words".encode(encoding)
    (found,) = parts(content, "t.csv", COLUMNS)
    assert json.loads(found.content)["headline"] == "José"


def test_an_encoding_that_shows_late_loses_no_row():
    rows = ["One,Plain words"] * 10_000 + ["Two,“Café”"] + ["Three,More words"] * 5
    found = parts("\n".join(["Title,Text", *rows]).encode("cp1252"), "t.csv", COLUMNS)
    assert len(found) == len(rows)
    assert not bad(found)
    assert json.loads(found[10_000].content)["body"] == "“Café”"


def test_what_spreadsheets_add_to_a_table_is_borne():
    content = "sep=;\r\nTitle;Text;;\r\nOne;Words;;\r\nTwo;More;;;;\r\n".encode("utf-8-sig")
    assert preview(content, "t.csv").columns == ("Title", "Text", "column 3", "column 4")
    found = parts(content, "t.csv", COLUMNS)
    assert [json.loads(one.content)["headline"] for one in found] == ["One", "Two"]


def test_line_breaks_in_a_cell_and_nul_bytes_are_borne():
    found = parts(b'Title,Text\nOne,"First.\n\nSecond."\nTwo,wor\x00ds\n', "t.csv", COLUMNS)
    assert json.loads(found[0].content)["body"] == "First.\n\nSecond."
    assert json.loads(found[1].content)["body"] == "words"


def test_a_table_that_changes_its_encoding_says_where_it_stopped():
    content = b"Title,Text\n" + "Zoë,Café\n".encode() * 10_000 + b"Two,Caf\xe9\n"
    found = parts(content, "t.csv", COLUMNS)
    assert len([one for one in found if isinstance(one, Part)]) > 9000
    assert "mixes encodings" in bad(found)[-1][1]


def test_a_column_that_is_there_twice_is_refused():
    with pytest.raises(IngestError, match="is there twice"):
        preview(b"Title,Title\na,b\n", "t.csv")


def test_too_many_rows_name_the_limit():
    with pytest.raises(TooBig, match="INGEST_MAX_ROWS"):
        parts(table("a,b", "a,b", "a,b"), "t.csv", COLUMNS, max_rows=2)


def test_a_preview_proposes_what_columns_hold():
    shown = preview(table("One,w,2020", head="Headline,Article,Pub Date"), "t.csv")
    assert shown.columns == ("Headline", "Article", "Pub Date")
    assert shown.rows == (("One", "w", "2020"),)
    assert shown.proposed == {"Headline": "headline", "Article": "body", "Pub Date": "published"}


def test_json_lines():
    lines = [json.dumps({"Title": "One", "Text": "a", "n": [1, 2]}), "", "[1]", "{oops"]
    found = parts("\n".join(lines).encode(), "t.jsonl", COLUMNS)
    assert [one.name for one in found] == ["row 1", "row 3", "row 4"]
    assert [said for _, said in bad(found)] == [
        "Line 3 is no JSON object with named fields.",
        "Line 4 is no JSON.",
    ]


def test_what_json_can_write_and_no_text_has_sinks_no_row():
    lines = (
        b'{"Title": "A\\ud800b\\u0000c", "Text": "one\\udfff"}',
        b'{"Title": "Two", "Text": "two"}',
    )
    first, second = parts(b"\n".join(lines), "t.jsonl", COLUMNS)
    assert json.loads(first.content) == {"headline": "A?bc", "body": "one?"}
    assert json.loads(second.content)["headline"] == "Two"


def row(**values: str):
    return read_document(json.dumps(values).encode(), media_type=ROW_TYPE)


@pytest.mark.parametrize(
    ("given", "day", "precision"),
    [
        ("2020", "2020-01-01", "year"),
        ("2020-03", "2020-03-01", "month"),
        ("2020-03-04", "2020-03-04", "day"),
        ("3/4/20", "2020-03-04", "day"),
        ("4-Mar-20", "2020-03-04", "day"),
        ("4-Mar-1998", "1998-03-04", "day"),
        ("2020/3/4", "2020-03-04", "day"),
        ("3/4/2020", "2020-03-04", "day"),
        ("March 4, 2020", "2020-03-04", "day"),
        ("2020-03-04T09:00:00-06:00", "2020-03-04", "day"),
    ],
)
def test_a_row_s_date_in_many_spellings(given, day, precision):
    parsed = row(body=BODY[0], published=given)
    assert (str(parsed.story.published_on), parsed.precision) == (day, precision)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"body": " "}, "is empty in this row"),
        ({"body": "x", "published": "soon"}, "published is 'soon'"),
        ({"body": "x", "published": "2020-13-01"}, "published is"),
        ({"body": "x", "url": "javascript:alert(1)"}, "url is"),
        ({"body": "x", "kind": "poem"}, "kind is 'poem'"),
    ],
)
def test_a_row_that_makes_no_sense_names_its_column(values, said):
    with pytest.raises(IngestError, match=said):
        row(**values)


@pytest.mark.parametrize(
    ("others", "day"),
    [
        (("31/12/2020",), "2020-12-03"),  # the table puts the day first
        (("12/31/2020",), "2020-03-12"),
        (("11/10/2020",), "2020-03-12"),  # nothing shows it
        (("31/12/2020", "12/31/2020"), "2020-03-12"),  # it is of two minds
    ],
)
def test_a_table_shows_whether_its_days_come_first(others, day):
    lines = ["Day,Text", f"3/12/2020,{BODY[0]!r}", *(f"{other},more" for other in others), '"torn']
    found = parts("\n".join(lines).encode(), "t.csv", {"Day": "published", "Text": "body"})
    assert str(read_document(found[0].content, media_type=ROW_TYPE).story.published_on) == day


def test_a_row_s_facts_are_the_article_s():
    parsed = row(headline="One", body=BODY[0], bylines="Ann Poe; Ben Roe", outlet="Baxter Ledger")
    assert [byline.name for byline in parsed.story.bylines] == ["Ann Poe", "Ben Roe"]
    assert (parsed.story.headline, parsed.story.outlet) == ("One", "Baxter Ledger")
    assert parsed.sources["headline"] == "table"


# Zips


def test_a_zip_gives_its_files_and_keeps_quiet_of_furniture():
    content = zipped({"a.txt": b"A", "__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "d/b.txt": b"B"})
    found = parts(content, "s.zip")
    assert [(one.name, one.content) for one in found] == [("a.txt", b"A"), ("d/b.txt", b"B")]


def test_what_a_browser_saved_to_show_a_page_is_left_out():
    shown = {"d/Story_files/ad.html": b"x", "d/Story_files/logo.png": b"x"}
    others = {"d/Story.html": b"A", "d/Story": b"B", "Notes_files/c.txt": b"C"}
    found = parts(zipped(shown | others), "s.zip")
    assert [one.name for one in found] == list(others)


@pytest.mark.parametrize("name", ["../../etc/cron", "/etc/passwd", "C:\\x.txt", "a\\..\\..\\b.txt"])
def test_a_name_that_points_outside_is_a_trick(name):
    found = parts(zipped({name: b"x", "good.txt": b"y"}), "s.zip")
    assert bad(found)[0][1].startswith("Its name points outside the archive: ")
    assert found[-1].name == "good.txt"


def test_a_link_is_no_file():
    found = parts(zipped({"link.txt": b"/etc/passwd"}, links=("link.txt",)), "s.zip")
    assert "link to another file" in bad(found)[0][1]


def test_a_bomb_is_noticed_while_it_unfolds():
    found = parts(zipped({"bomb.txt": b"0" * 30_000_000, "good.txt": b"y"}), "s.zip")
    assert "zip bomb" in bad(found)[0][1]
    assert found[-1].name == "good.txt"


@pytest.mark.parametrize(
    ("limit", "setting"),
    [
        ({"max_member_bytes": 10}, "INGEST_MAX_MEMBER_BYTES"),
        ({"max_total_bytes": 60}, "INGEST_MAX_TOTAL_BYTES"),
    ],
)
def test_limits_of_a_zip_are_named(limit, setting):
    found = parts(zipped({"a.txt": b"x" * 50, "b.txt": b"y" * 50}), "s.zip", **limit)
    assert setting in bad(found)[-1][1]


def test_too_many_files_are_refused_as_a_whole():
    with pytest.raises(TooBig, match="INGEST_MAX_MEMBERS"):
        parts(zipped({f"{n}.txt": b"x" for n in range(5)}), "s.zip", max_members=4)


def test_an_encrypted_member_is_told():
    content = bytearray(zipped({"a.txt": b"words"}))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    assert "encrypted" in bad(parts(bytes(content), "s.zip"))[0][1]


def test_a_damaged_member_sinks_no_others():
    content = bytearray(zipped({"a.txt": b"words " * 50, "b.txt": b"more"}))
    content[40:44] = b"\xff\xff\xff\xff"
    found = parts(bytes(content), "s.zip")
    assert "damaged" in bad(found)[0][1]
    assert found[-1].name == "b.txt"


def test_a_zip_that_is_cut_off_is_told():
    with pytest.raises(Damaged, match="damaged or cut off"):
        parts(zipped({"a.txt": b"words" * 100})[:-30], "s.zip")


# Web archives

PAGE = page().encode()


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_web_archive_gives_its_pages(gzipped):
    content = warc(
        ("https://baxter.example/1", PAGE, {}),
        ("https://baxter.example/gone", b"x", {":status": "404 Not Found"}),
        ("https://baxter.example/p.png", b"x", {"Content-Type": "image/png"}),
        gzipped=gzipped,
    )
    (found,) = parts(content, "crawl.warc.gz" if gzipped else "crawl.warc")
    assert (found.url, found.media_type, found.charset) == (
        "https://baxter.example/1",
        "text/html",
        "utf-8",
    )
    assert found.content == PAGE


def test_what_is_no_address_of_the_web_is_none():
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    kept = {"payload": io.BytesIO(PAGE), "warc_content_type": "text/html"}
    writer.write_record(writer.create_warc_record("javascript:alert(1)", "resource", **kept))
    (found,) = parts(file.getvalue(), "crawl.warc")
    assert (found.url, found.name) == ("", "record 1")


def test_a_packed_page_in_a_web_archive_is_unpacked():
    record = ("https://baxter.example/1", gzip.compress(PAGE), {"Content-Encoding": "gzip"})
    assert parts(warc(record), "crawl.warc.gz")[0].content == PAGE


def test_brotli_in_a_web_archive_is_told():
    record = ("https://baxter.example/1", b"\x0b\x02", {"Content-Encoding": "br"})
    assert "not read (br)" in bad(parts(warc(record), "crawl.warc.gz"))[0][1]


def test_a_bomb_in_a_web_archive_does_not_unfold():
    packed = gzip.compress(b"0" * 5_000_000)
    record = ("https://baxter.example/1", packed, {"Content-Encoding": "gzip"})
    found = parts(warc(record), "crawl.warc.gz", max_member_bytes=100_000)
    assert "INGEST_MAX_MEMBER_BYTES" in bad(found)[0][1]


def test_a_web_archive_that_breaks_off_gives_what_came_before():
    first = warc(("https://baxter.example/1", PAGE, {}))
    both = first + warc(("https://baxter.example/2", PAGE, {}))[:200]
    found = parts(both, "crawl.warc.gz")
    assert found[0].url == "https://baxter.example/1"
    assert "breaks off" in bad(found)[-1][1]


def test_what_is_no_web_archive_is_told():
    with pytest.raises(Damaged, match="damaged"):
        parts(b"\x1f\x8bjunk and more junk", "crawl.warc.gz")
