"""What is a page's deck, and what only stands where one may be."""

import pytest

from articles.ingestion.webpage import parse_page
from tests.pages import LEAD, MORE, page

TOLD = "Both counts agree to the last vote, the clerk says"


def deck(**given) -> str:
    return parse_page(page(**given).encode()).story.deck


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


def test_points_above_the_story_are_its_deck():
    points = "<ul><li>Two counts.</li><li>One result, says the clerk.</li></ul>"
    shown = f"<div><div><div class='summary-bullets'>{points}</div></div></div>"
    assert deck(above=shown) == "Two counts. One result, says the clerk."


def test_the_deck_of_a_story_below_is_another_story_s():
    assert deck(below=f"<div class='dek'>{TOLD}</div>") == ""


@pytest.mark.parametrize(
    "shown",
    [
        f"<div class='image-text'><span class='description'>{TOLD}</span></div>",
        f"<div class='lede'><figure><figcaption>{TOLD}</figcaption></figure></div>",
        "<div class='subtitle'>By Ann Poe, staff writer at the Ledger</div>",
        "<div class='subtitle'>Sign up for our newsletter and never miss a count</div>",
    ],
)
def test_captions_credits_and_requests_are_none(shown):
    assert deck(above=shown) == ""


def test_a_description_that_repeats_the_lead_leaves_it_in_the_body():
    head = f'<meta property="og:description" content="{LEAD}">'
    story = parse_page(page(head=head).encode()).story
    assert (story.deck, story.body.startswith(LEAD)) == ("", True)


def test_a_description_that_the_page_shows_under_the_headline_is():
    head = f'<meta property="og:description" content="{TOLD}">'
    assert deck(head=head, above=f"<div>{TOLD}</div>") == TOLD


def test_the_headline_said_again_is_none():
    node = (
        '{"@type": "Article", "headline": "Count", "alternativeHeadline": "Baxter County ends ..."}'
    )
    head = f'<script type="application/ld+json">{node}</script>'
    assert deck(head=head) == ""
