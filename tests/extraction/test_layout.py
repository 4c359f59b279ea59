from datetime import date

import pytest

from articles.extraction import parse_story

LEAD = (
    "Clerks in Marrow County counted until midnight on Tuesday, and the result was never in doubt."
)
MORE = "The last box came from the north of the county. It held eleven ballots."
BODY = f"{LEAD}\n\n{MORE}"


def test_headline_deck_byline_and_day_are_taken_out():
    story = parse_story(
        "Clerks count all night\n\nEleven ballots in the last box\n\nBy Jane Roe\n\n4 March 2020"
        f"\n\n{BODY}"
    )
    assert story.headline == "Clerks count all night"
    assert story.deck == "Eleven ballots in the last box"
    assert [byline.name for byline in story.bylines] == ["Jane Roe"]
    assert (story.published_on, story.published_from) == (date(2020, 3, 4), "stated")
    assert story.body == BODY
    assert story.proposed_headline == ""


def test_header_lines_need_no_blank_lines_between_them():
    story = parse_story(f"Clerks count all night\nJane Roe | Gulf Courier\nMarch 4, 2020\n\n{BODY}")
    assert story.headline == "Clerks count all night"
    assert story.outlet == "Gulf Courier"
    assert story.published_on == date(2020, 3, 4)
    assert story.body == BODY


@pytest.mark.parametrize(
    "deck", ["“We were never in doubt.”", "The last box came late and changed nothing."]
)
def test_a_deck_is_never_taken_for_the_headline(deck):
    story = parse_story(f"{deck}\n\n(Jane Roe, Gulf Courier) {BODY}")
    assert story.headline == ""
    assert story.deck == deck
    assert story.proposed_headline.startswith("Clerks in Marrow County")
    assert story.body == BODY


def test_the_proposal_is_the_main_clause():
    story = parse_story(
        "Facing a long night and rain, clerks in Marrow County counted by hand.\n\nIt took a day."
    )
    assert story.proposed_headline == "Clerks in Marrow County counted by hand"


def test_labels_are_read():
    story = parse_story(
        f"Headline: Clerks count\nOutlet: Gulf Courier\nCaption: A box.\nBy Jane Roe\n\n{BODY}"
    )
    assert (story.headline, story.outlet, story.caption) == (
        "Clerks count",
        "Gulf Courier",
        "A box.",
    )


def test_the_outlet_may_stand_below_the_byline():
    story = parse_story(f"By Jane Roe\nMeridian Wire\n\n{BODY}")
    assert (story.outlet, story.body) == ("Meridian Wire", BODY)


def test_blocks_have_kinds_and_lose_their_marks():
    story = parse_story(
        f"{LEAD}\n\n## The boxes\n\n> It was late.\n\n- north\n- south\n\nCorrection: it was ten."
        "\n\nSo it ended. https://t.co/x — Jane Roe (@janeroe) March 4, 2020"
    )
    assert story.blocks == (
        "paragraph",
        "heading",
        "blockquote",
        "list_item",
        "list_item",
        "correction",
        "post",
    )
    assert story.body.split("\n\n")[1:5] == ["The boxes", "It was late.", "north", "south"]


def test_wrapped_lines_are_one_paragraph():
    story = parse_story("Clerks counted\nuntil midnight,\nthen slept.\n\nThat was all of it.")
    assert "Clerks counted until midnight, then slept." in story.body


@pytest.mark.parametrize(
    ("words", "day"),
    [("on Wednesday", 4), ("on Thursday", 5), ("and will vote on Thursday", 4), ("now", 4)],
)
def test_the_day_is_inferred_from_a_post_and_weekday_words(words, day):
    story = parse_story(
        f"She spoke {words}. It went on for long.\n\n"
        "So it ended. — Jane Roe (@janeroe) March 4, 2020"
    )
    assert (story.published_on, story.published_from) == (date(2020, 3, day), "inferred")
    assert "March 4, 2020" in story.published_why


def test_without_day_nothing_is_guessed():
    story = parse_story(BODY)
    assert (story.published_on, story.published_from) == (None, "unknown")


@pytest.mark.parametrize("text", ["", "\n \n", "x"])
def test_next_to_nothing_is_no_error(text):
    assert parse_story(text).body == text.strip()
