"""Partial dates and rolling ranges."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.periods import PartialDate, Period, parse_date, parse_rolling

DATES = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)).map(PartialDate.of)


@given(DATES, st.sampled_from(("year", "month", "day")))
def test_a_date_reads_back_as_it_is_written(day, exact_to):
    date = {"year": PartialDate(day.year), "month": PartialDate(day.year, day.month), "day": day}
    assert parse_date(str(date[exact_to])) == date[exact_to]
    assert date[exact_to].first <= day.first <= date[exact_to].last


@given(DATES, st.integers(-400, 400))
def test_steps_lead_there_and_back(day, steps):
    for date in (PartialDate(day.year), PartialDate(day.year, day.month), day):
        if 1000 <= date.later(steps).year <= 2999:
            assert date.until(date.later(steps)) == steps


def test_what_lies_around_a_date():
    assert parse_date("2020-03-04").around() == parse_date("2020-03")
    assert parse_date("2020-03").around() == parse_date("2020")
    assert parse_date("2020").around() is None


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-02-30", "2020-3", "March", "²020"])
def test_what_is_no_date_is_told(text):
    with pytest.raises(ValueError, match=r"date|no day"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "30", "0d", "d", "-1d", "30x", "99999d"])
def test_what_is_no_stretch_of_time_is_told(text):
    with pytest.raises(ValueError, match="stretch of time"):
        parse_rolling(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1d", dt.date(2020, 3, 31)),
        ("30d", dt.date(2020, 3, 2)),
        ("2w", dt.date(2020, 3, 18)),
        ("1m", dt.date(2020, 3, 1)),
        ("1Y", dt.date(2019, 4, 1)),
        ("9999y", dt.date(1, 2, 1)),  # as far back as dates go
    ],
)
def test_a_rolling_range_ends_today(text, first):
    settled = Period(rolling=parse_rolling(text)).settled(dt.date(2020, 3, 31))
    assert (settled.end, settled.start) == (PartialDate(2020, 3, 31), PartialDate.of(first))
