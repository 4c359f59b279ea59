"""A page's headline, without the site's name and what else stands with it."""

import pytest

from articles.ingestion.webpage import parse_page
from articles.ingestion.webpage.headline import without_site
from tests.pages import page


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


def headline(shown: str, told: str = "", more: str = "") -> str:
    head = f'<meta property="og:title" content="{told}">' if told else ""
    return parse_page(page(headline=shown, head=head, below=more).encode()).story.headline


def test_a_rubric_before_the_headline_is_none_of_it():
    assert headline("CITY HALL | Count ends in Baxter", "Count ends in Baxter") == (
        "Count ends in Baxter"
    )


def test_a_bar_that_the_page_tells_machines_too_stays():
    both = "Count ends | Baxter is calm"
    assert headline(both, both) == both


def test_a_label_that_the_sentence_needs_stays():
    told = "Opinion: the count was slow... and we want another one"
    assert headline(told) == told
    assert headline("Opinion: The count was slow") == "The count was slow"


def test_what_the_page_shows_holds_over_what_it_tells_machines():
    shown, told = (
        "The astonishing slowness of the Baxter County count",
        "An astonishing count in Baxter County",
    )
    assert headline(shown, told, more="<h1>Recently in Politics</h1>") == shown


def test_words_stand_in_the_order_of_the_page():
    assert headline("Poe <a><b>wins <i>all</i></b> of</a> Baxter") == "Poe wins all of Baxter"
