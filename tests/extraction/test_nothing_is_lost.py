"""Taking a story apart loses none of its words, whatever its shape."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction import parse_story

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
LINES = (
    "Runoff Ahead in Alabama",
    "By Jane Roe, Gulf Pines Courier",
    "March 4, 2020",
    "MOBILE, Ala. — Former Attorney General Jeff Sessions spoke to a crowd on Tuesday.",
    "MOBILE, Ala. (Meridian Wire) — The vote is on March 31, 2020.",
    "A second paragraph, with words of its own; it is long enough to be no headline at all.",
    "(Jane Roe, Ballot Lantern) Facing a runoff, he went home.",
    "## What comes next",
    "- One item",
    "“A quote stands alone,” she said.",
    "Correction: It was eleven minutes.",
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def kept(text: str) -> set[str]:
    """Every word that stands anywhere in the story taken from ``text``."""
    story = parse_story(text)
    bylines = " ".join(f"{one.name} {one.agency}" for one in story.bylines)
    parts = (story.headline, story.deck, story.body, story.caption, bylines, story.outlet)
    told = (*parts, story.dateline, story.published_why)
    return set(words(" ".join(told)))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_word_of_a_story_is_kept(path):
    text = path.read_text("utf8")
    lost = set(words(text)) - kept(text) - {"by", "and"}
    assert not {word for word in lost if len(word) > 3}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6, unique=True))
def test_no_paragraph_is_lost_in_any_order(lines):
    text = "\n\n".join(lines)
    lost = set(words(text)) - kept(text) - {"by", "and"}
    assert not lost, lines


def test_a_sentence_after_a_dateline_is_no_credit():
    story = parse_story(
        "Runoff Ahead\n\nBy Jane Roe\n\nMOBILE, Ala. — The vote is on March 31.\n\nSo."
    )
    assert story.dateline == "MOBILE, Ala."
    assert story.body.startswith("The vote is on March 31.")
