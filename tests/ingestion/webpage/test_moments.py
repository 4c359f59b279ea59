"""Days and instants: never more precise than what the page says."""

import datetime as dt

import pytest

from articles.ingestion.webpage import parse_page
from articles.ingestion.webpage.moments import read_moment
from tests.pages import page


@pytest.mark.parametrize("text", ["2020", "August 2020", "11 Aug", "9:30 am", "soon"])
def test_what_gives_no_whole_day_is_none(text):
    assert read_moment(text, "page").day is None


@pytest.mark.parametrize(
    "text", ["2020-08-11", "Aug. 11, 2020", "11 August 2020", "8/11/2020 9:30 AM", "20200811"]
)
def test_a_day_in_any_spelling(text):
    assert read_moment(text, "page").day == dt.date(2020, 8, 11)


@pytest.mark.parametrize(
    ("at", "shown", "day"),
    [
        ("2020-08-12T02:30:00Z", "August 11, 2020", "2020-08-11"),  # an evening in America
        ("2020-08-12T20:30:00Z", "August 13, 2020", "2020-08-13"),  # a morning in Australia
        ("2020-08-12T12:30:00Z", "August 11, 2020", "2020-08-12"),  # a day somebody speaks of
        ("2020-08-12T10:30:00Z", "August 13, 2020", "2020-08-12"),
    ],
)
def test_another_day_than_utc_s_only_where_it_may_be(at, shown, day):
    text = page(day=at, above=f"<p>{shown}</p>")
    assert str(parse_page(text.encode()).story.published_on) == day


def test_a_day_that_only_the_page_shows_is_a_guess_that_says_so():
    story = parse_page(page(day="", above="<div>December 16, 2016, 4:19 PM</div>").encode()).story
    assert str(story.published_on) == "2016-12-16"
    assert "please check" in story.published_why
