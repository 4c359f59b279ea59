"""A page's headline without the site's name, and its deck."""

import pytest

from articles.ingestion.webpage import parse_page
from articles.ingestion.webpage.headline import without_site
from tests.pages import LEAD, MORE, page


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Count ends in Baxter | The Ledger", "The Ledger"),
        ("Count ends in Baxter | Politics | The Ledger", "The Ledger"),
        ("Count ends in Baxter - The Ledger", "The Ledger"),
        ("The Ledger - Count ends in Baxter", "@TheLedger, The Ledger"),
        ("Count ends in Baxter", ""),
    ],
)
def test_the_site_s_name_is_no_part_of_a_headline(title, site):
    assert without_site(title, site.split(", ")[-1]) == "Count ends in Baxter"


@pytest.mark.parametrize("title", ["Count ends - by a hair", "Poe - not Roe - wins in Baxter"])
def test_a_dash_of_the_headline_s_own_stays(title):
    assert without_site(title, "The Ledger") == title


def test_a_heading_directly_under_the_headline_is_the_deck():
    told = "Both counts agree to the last vote, the clerk says"
    story = parse_page(page(above=f"<h2>{told}</h2>").encode()).story
    assert story.deck == told
    assert told not in story.body


def test_a_first_paragraph_with_a_dateline_is_no_deck():
    first = f"MOBILE, Ala. (AP) — {LEAD}"
    head = f'<meta property="og:description" content="{first}">'
    story = parse_page(page(head=head, paragraphs=(first, *MORE)).encode()).story
    assert (story.deck, story.dateline) == ("", "MOBILE, Ala.")
    assert story.body.startswith(LEAD)
