"""Texts and their front matter on the way to an article."""

import datetime as dt

import pytest

from articles.ingestion.decoding import decode
from articles.ingestion.errors import IngestError, NotAText
from articles.ingestion.parse import parse_text

FRONT = """+++
outlet = "Gulf Pines Courier"
headline = "Runoff Set"
bylines = ["Ann Writer"]
agency = "Meridian Wire"
kind = "analysis"
published = "{published}"
+++
{body}
"""


def with_front(
    published: str = "2020-03-04", body: str = "A first paragraph of words.\n\nA second."
):
    return parse_text(FRONT.format(published=published, body=body))


def test_front_matter_holds_over_the_text():
    parsed = with_front()
    assert parsed.story.headline == "Runoff Set"
    assert parsed.story.outlet == "Gulf Pines Courier"
    assert [(one.name, one.agency) for one in parsed.story.bylines] == [
        ("Ann Writer", "Meridian Wire")
    ]
    assert (parsed.kind, parsed.sources["headline"]) == ("analysis", "front matter")


def test_no_word_of_the_body_is_taken_for_a_headline_given_apart():
    parsed = with_front(body="Short Title Like Line\n\nThe rest of it, in a sentence.")
    assert parsed.story.body.startswith("Short Title Like Line")
    assert len(parsed.story.blocks) == 2


@pytest.mark.parametrize(
    ("published", "day", "precision"),
    [
        ("2020", dt.date(2020, 1, 1), "year"),
        ("2020-06", dt.date(2020, 6, 1), "month"),
        ("2020-06-09", dt.date(2020, 6, 9), "day"),
        ("2020-06-09T23:30:00-06:00", dt.date(2020, 6, 9), "day"),
    ],
)
def test_dates_are_as_precise_as_they_are_given(published, day, precision):
    parsed = with_front(published)
    assert (parsed.story.published_on, parsed.precision) == (day, precision)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("+++\nheadline = 3 4\n+++\nBody", "no TOML"),
        ("+++\nheadline = 'a'\nBody without an end", "has no end"),
        (FRONT.format(published="someday", body="B"), "write it like 2020-03-04"),
        (FRONT.format(published="2020-06-09T10:00:00", body="B"), "give the offset"),
        (FRONT.format(published="2020", body="B").replace("analysis", "rumor"), "must be one of"),
    ],
)
def test_nonsense_in_front_matter_is_told(text, said):
    with pytest.raises(IngestError, match=said):
        parse_text(text)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("“Café”".encode(), "“Café”"),
        (b"\xef\xbb\xbfwith a mark", "with a mark"),
        ("sixteen".encode("utf-16"), "sixteen"),
        (b"caf\xe9 \x93quoted\x94", "café “quoted”"),
    ],
)
def test_bytes_become_the_text_they_were(content, text):
    assert decode(content) == text


@pytest.mark.parametrize("content", [b"", b" \n ", b"PK\x03\x04\x00\x00", b"\x81\x8d\x8f"])
def test_what_holds_no_text_is_refused(content):
    with pytest.raises(NotAText):
        decode(content)
