"""When a feed is asked again, and whether it is as lively as it was."""

import datetime as dt

import pytest

from articles.ingestion.feeds import habit, next_poll

NOW = dt.datetime(2020, 8, 12, 12, tzinfo=dt.UTC)


def pause(**given) -> float:
    return (next_poll(NOW, every_minutes=30, **given) - NOW).total_seconds() / 60


def test_each_failure_doubles_the_pause_up_to_a_day():
    assert [pause(failures=number) for number in (0, 1, 2, 3)] == [30, 60, 120, 240]
    assert pause(failures=50) == 24 * 60


def test_a_feed_that_names_a_time_is_not_asked_before():
    assert pause(failures=1, retry_after=3 * 3600) == 180
    assert pause(failures=0, retry_after=10**9) == 24 * 60


def test_feeds_of_one_rhythm_are_spread():
    moments = {next_poll(NOW, every_minutes=30, failures=0, seed=seed) for seed in range(20)}
    assert len(moments) == 20
    assert max(moments) - min(moments) < dt.timedelta(minutes=2)


def weekdays(last: dt.datetime) -> list[dt.datetime]:
    days = (last - dt.timedelta(days=number) for number in range(40))
    return [day for day in days if day.weekday() < 5]


@pytest.mark.parametrize(
    ("silent_for", "state"),
    [(1, "as usual"), (3, "as usual"), (5, "as usual"), (8, "quiet"), (17, "silent")],
)
def test_a_daily_outlet_that_rests_on_weekends(silent_for, state):
    friday = dt.datetime(2020, 8, 7, 12, tzinfo=dt.UTC)
    found = habit(weekdays(friday), friday + dt.timedelta(days=silent_for))
    assert found.state == state


def test_too_little_is_no_habit():
    assert habit([NOW], NOW).state == "new"
    assert habit([], NOW).state == "new"


def test_a_month_without_anything_is_silence_even_for_a_weekly():
    weekly = [NOW - dt.timedelta(days=31 + 7 * number) for number in range(8)]
    found = habit(weekly, NOW)
    assert found.state == "silent"
    assert found.words == "Nothing for 31 days; usually there is something at least every 7 days."
