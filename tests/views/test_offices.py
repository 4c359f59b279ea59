"""Terms in office told as one time where they follow one another."""

import datetime as dt

from articles.models import Position
from articles.views.offices import tenures


def term(start: int | None, end: int | None, **fields) -> Position:
    return Position(
        office=fields.pop("office", "senate"),
        state=fields.pop("state", "ME"),
        start=dt.date(start, 1, 6) if start else None,
        end=dt.date(end, 1, 3) if end else None,
        **fields,
    )


def spans(*terms: Position) -> list[tuple]:
    return [
        (one.name, one.start and one.start.year, one.end and one.end.year) for one in tenures(terms)
    ]


def test_terms_of_one_office_that_follow_one_another_are_one():
    assert spans(term(1997, 2003), term(2003, 2009), term(2009, 2015)) == [
        ("U.S. Senate", 1997, 2015)
    ]


def test_a_pause_makes_two_times_in_office_the_newest_first():
    assert spans(term(2001, 2007), term(2013, 2019)) == [
        ("U.S. Senate", 2013, 2019),
        ("U.S. Senate", 2001, 2007),
    ]


def test_another_district_or_office_is_another_time_in_office():
    house = [
        term(2001, 2003, office="house", district="1"),
        term(2003, 2005, office="house", district="2"),
    ]
    assert len(spans(*house, term(2005, 2011))) == 3


def test_an_office_without_years_stays_by_itself_and_last():
    assert spans(term(None, None), term(2003, 2009)) == [
        ("U.S. Senate", 2003, 2009),
        ("U.S. Senate", None, None),
    ]


def test_a_title_says_more_than_the_office():
    assert spans(term(2017, 2018, office="cabinet", title="U.S. Attorney General")) == [
        ("U.S. Attorney General", 2017, 2018)
    ]


def test_nobody_held_nothing():
    assert tenures([]) == []
