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


def day(url: str = "", **given) -> str:
    return str(parse_page(page(day="", **given).encode(), url).story.published_on)


def test_the_day_of_an_address_is_asked_before_other_stories_times():
    other = "<main><div><time datetime='2019-01-02'>then</time></div>"
    text = page(day="").replace("<main>", other)
    url = "https://ledger.example/2020/aug/11/count"
    assert str(parse_page(text.encode(), url).story.published_on) == "2020-08-11"


def test_the_time_next_to_the_headline_comes_before_the_address():
    own = "<time datetime='2020-08-12'>Wednesday</time>"
    assert day("https://ledger.example/2020/08/11/count", above=own) == "2020-08-12"


def test_a_stamp_that_is_none_gives_way_to_what_people_read():
    assert day(above="<time datetime='2019-02-112020-08-11'>August 11, 2020</time>") == "2020-08-11"


@pytest.mark.parametrize("stamp", ["2020-02-31T10:00:00Z", "2020-13-01"])
def test_a_stamp_of_no_day_is_none(stamp):
    assert read_moment(stamp, "page").day is None


def test_a_day_that_only_a_script_tells_is_a_guess():
    script = "document.write('<i>2020-08-11 10:15:59</i>')"
    story = parse_page(page(day="", above=f"<script>{script}</script>").encode()).story
    assert (str(story.published_on), "please check" in story.published_why) == ("2020-08-11", True)
