"""Each kind of document gives its story; each broken or hostile one says what is wrong."""

import pytest

from articles.ingestion.errors import IngestError, Refused, TooBig
from articles.ingestion.files import kind_of, read_document
from tests.ingestion.files.made import BODY, edited_word, mail, pdf, word, zipped
from tests.pages import LEAD, page

TEXT = f"Board keeps early voting hours\n\nBy Ann Poe\nBaxter Ledger\n\n{BODY[0]}\n\n{BODY[1]}"
SAVED = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://baxter.example/hours\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    "--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}\r\n--x--\r\n"
)


# What it is


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (TEXT.encode(), "story.txt", "text"),
        (TEXT.encode(), "", "text"),
        (TEXT.encode(), "story.md", "md"),
        (page().encode(), "story.html", "html"),
        (page().encode(), "story.txt", "html"),
        (word(), "story.docx", "docx"),
        (word(), "story.txt", "docx"),
        (pdf("Words of a story"), "story.pdf", "pdf"),
        (pdf("Words of a story"), "story.docx", "pdf"),
        (mail("Words"), "release.eml", "eml"),
        (mail("Words"), "", "eml"),
        (SAVED.format(page()).encode(), "page.mht", "mhtml"),
        (b"headline,body\n", "stories.csv", "csv"),
        (b'{"body": "x"}\n', "stories.jsonl", "jsonl"),
        (b"WARC/1.0\r\n", "crawl.warc", "warc"),
        (zipped({"a.txt": b"x"}), "stories.zip", "zip"),
        (zipped({"in/story.docx": word(), "table.xlsx": b"xl/"}), "stories.zip", "zip"),
        (zipped({"crossword/a.txt": b"x"}), "stories.zip", "zip"),
    ],
)
def test_the_bytes_tell_before_the_name(content, name, kind):
    assert kind_of(content, name).name == kind


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "save it as .docx"),
        (b"{\\rtf1 words}", "story.rtf", "Rich Text"),
        (b"\x89PNG\r\n", "story.txt", "a picture"),
        (b"\x7fELF", "story.txt", "a program"),
        (b"Rar!\x1a\x07", "stories.rar", "pack it as .zip"),
        (b"\x1f\x8b\x08", "story.txt.gz", "unpack it"),
        (zipped({"xl/workbook.xml": b"x"}), "table.xlsx", "save its table as .csv"),
        (b"body { color: red }", "style.css", "how a web page looks"),
        (b"function x() {}", "app.js.download", "how a web page looks"),
        (b'[{"body": "x"}]', "stories.json", "save it as .jsonl"),
    ],
)
def test_what_is_not_taken_in_says_what_to_do(content, name, said):
    with pytest.raises(Refused, match=said):
        kind_of(content, name)


# Stories


def test_a_text():
    story = read_document(TEXT.encode(), name="story.txt").story
    assert story.headline == "Board keeps early voting hours"
    assert story.outlet == "Baxter Ledger"
    assert story.body == "\n\n".join(BODY)


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0028)https://baxter.example/hours -->",
        "<!--\n Page saved with SingleFile \n url: https://baxter.example/hours \n-->",
    ],
)
def test_a_page_that_a_browser_saved_tells_its_address(note):
    parsed = read_document(f"{note}\n{page()}".encode(), name="hours.html")
    assert parsed.url == "https://baxter.example/hours"


MARKDOWN = """# Board *keeps* hours

By Ann Poe

**Outlet:** Baxter Ledger

The [county board](https://baxter.example/b "b") voted **five** to _two_ to keep snake_case hours.

![The board](board.jpg)

> “We did __not__ lose,” [he][1] said\\.

[1]: https://baxter.example/he
"""


def test_markdown_is_read_without_its_marks():
    story = read_document(MARKDOWN.encode(), name="story.md").story
    assert (story.headline, story.outlet) == ("Board keeps hours", "Baxter Ledger")
    assert story.body.split("\n\n") == [
        "The county board voted five to two to keep snake_case hours.",
        "“We did not lose,” he said.",
    ]
    assert story.blocks == ("paragraph", "blockquote")


def test_front_matter_of_markdown_gives_facts():
    front = '---\ntitle: "Hours: kept"\nauthors: [Ann Poe, Ben Roe]\ndate: 2020-03-04\ntype: post\n'
    text = f"{front}url: /2020/hours/\npublication: Baxter Ledger\n---\n\n{BODY[0]}\n"
    parsed = read_document(text.encode(), name="story.md")
    story = parsed.story
    assert (story.headline, story.outlet) == ("Hours: kept", "Baxter Ledger")
    assert [byline.name for byline in story.bylines] == ["Ann Poe", "Ben Roe"]
    assert (str(story.published_on), story.body) == ("2020-03-04", BODY[0])
    assert parsed.sources["headline"] == "front matter"


def test_broken_front_matter_says_so():
    with pytest.raises(IngestError, match="front matter is no YAML"):
        read_document(b"---\ntitle: [\n---\nWords.\n", name="story.md")


def test_a_word_document_keeps_headings_and_lists():
    parsed = read_document(word(), name="story.docx")
    story = parsed.story
    assert story.headline == "Board keeps early voting hours"
    assert [byline.name for byline in story.bylines] == ["Ann Poe"]
    assert story.blocks == ("paragraph", "heading", "paragraph", "list_item")
    assert story.body.split("\n\n") == [BODY[0], "What comes next", BODY[1], "More hours"]


def test_a_word_document_with_tables_and_changes_is_read_as_it_stands():
    story = read_document(edited_word(), name="story.docx").story
    assert story.body.split("\n\n") == [
        BODY[0],
        "It voted five to two.",
        "Town | Hours\nOrrin | 12",
        BODY[1],
    ]
    assert story.blocks == ("paragraph", "paragraph", "table", "paragraph")


def test_a_pdf_without_its_page_numbers_and_running_heads():
    parsed = read_document(pdf("BAXTER LEDGER", BODY[0], BODY[1], pages=3), name="story.pdf")
    assert "BAXTER LEDGER" not in parsed.story.body
    assert "keep the early voting hours" in parsed.story.body
    assert "\n\n2" not in parsed.story.body


def test_a_word_broken_at_a_line_s_end_is_whole_again():
    story = read_document(
        pdf("The county board voted on Monday to keep the early vot-", "ing hours as they are.")
    ).story
    assert "early voting hours" in story.body


def test_a_mail():
    parsed = read_document(mail("\n\n".join(BODY)), name="release.eml")
    assert parsed.story.headline == "Board keeps hours"
    assert parsed.story.outlet == "Baxter County Clerk"
    assert str(parsed.story.published_on) == "2020-08-11"
    assert parsed.zone == "-0500"
    assert parsed.sources["headline"] == "subject"


def test_nul_in_a_mail_or_a_pdf_is_left_out():
    given = mail("\n\n".join(BODY).replace("county", "coun\0ty"), subject="=?utf-8?q?Head=00line?=")
    story = read_document(given, name="release.eml").story
    assert story.headline == "Headline"
    assert "\0" not in story.body
    layer = pdf("The county board\0 voted on Monday to keep the hours as they are.")
    assert "county board voted" in read_document(layer).story.body


def test_a_saved_page_knows_its_address():
    parsed = read_document(SAVED.format(page()).encode(), name="page.mht")
    assert parsed.url == "https://baxter.example/hours"
    assert LEAD in parsed.story.body


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "José said “yes” — twice."),
        ("utf-8-sig", "José said “yes” — twice."),
        ("utf-16", "José said “yes” — twice."),
        ("utf-16-le", "José said “yes” twice, and then he left the room."),
        ("utf-32", "José said “yes” — twice."),
        ("cp1252", "José said “yes” — twice."),
    ],
)
def test_no_letter_is_mangled(encoding, text):
    assert text in read_document(text.encode(encoding), name="story.txt").story.body


# What is broken or hostile


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        pytest.param(b"", "story.txt", "is empty", id="empty"),
        pytest.param(b"\x00\x01\x02" * 50, "story.txt", "control characters", id="binary"),
        pytest.param(pdf(), "scan.pdf", "it is a scan", id="scan"),
        pytest.param(b"%PDF-1.4 junk", "story.pdf", "damaged", id="junk PDF"),
        pytest.param(pdf("Words")[:400], "story.pdf", "damaged", id="truncated PDF"),
        pytest.param(word()[:2000], "story.docx", "damaged", id="truncated Word"),
        pytest.param(pdf("Words", password="x"), "locked.pdf", "encrypted", id="encrypted PDF"),
        pytest.param(word(macros=True), "story.docx", "macros", id="macros"),
        pytest.param(word(), "story.docm", "macros", id="macros by name"),
        pytest.param(word(entities=True), "story.docx", "declares entities", id="entity bomb"),
        pytest.param(mail(" "), "empty.eml", "no text in this mail", id="empty mail"),
        pytest.param(
            "Première ligne, deuxième, troisième.\n".encode() * 3 + b"caf\xe9\n",
            "story.txt",
            "mixes encodings: most is UTF-8, but line 4",
            id="mixed encodings",
        ),
        pytest.param(b"\xff\xfea", "story.txt", "save it as UTF-8", id="wrong encoding"),
        pytest.param(
            b"<html><body><p>Nav</p></body></html>", "x.html", "no article on this page", id="page"
        ),
    ],
)
def test_it_says_what_is_wrong(content, name, said):
    with pytest.raises(IngestError, match=said):
        read_document(content, name=name)


def test_a_million_paragraphs_name_the_limit():
    with pytest.raises(TooBig, match="INGEST_MAX_PARAGRAPHS"):
        read_document(b"x\n\n" * 160_000, name="story.txt")
    with pytest.raises(TooBig, match="PASTE_MAX_CHARACTERS"):
        read_document(b"x\n\n" * 1_000_000, name="story.txt")


def test_too_many_bytes_and_pages_name_the_limit(settings):
    settings.INGEST_MAX_MEMBER_BYTES = 100
    with pytest.raises(TooBig, match="INGEST_MAX_MEMBER_BYTES"):
        read_document(TEXT.encode(), name="story.txt")
    settings.INGEST_MAX_MEMBER_BYTES, settings.INGEST_MAX_PDF_PAGES = 10**6, 2
    with pytest.raises(TooBig, match="INGEST_MAX_PDF_PAGES"):
        read_document(pdf("Words", pages=3), name="story.pdf")


def test_a_word_document_that_unfolds_is_a_bomb(settings):
    settings.INGEST_MAX_MEMBER_BYTES = 50_000
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 2_000_000 + b"</a>"})
    with pytest.raises(TooBig, match="unfolds"):
        read_document(bomb, name="story.docx")


def test_a_container_is_opened_not_read():
    with pytest.raises(IngestError, match="many stories"):
        read_document(zipped({"a.txt": b"x"}), name="a.zip")
