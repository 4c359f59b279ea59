"""Bars of articles by years, months or days."""

from articles.search.periods import PartialDate, parse_date
from articles.views.timelines import LONGEST, Count, bars


def month(text: str) -> PartialDate:
    return parse_date(text)


def test_one_month_needs_no_bars():
    assert bars({}) == []
    assert bars({month("2020-03"): Count(5)}) == []


def test_months_without_articles_are_drawn_empty_and_lead_nowhere():
    counts = {month("2020-01"): Count(4), month("2020-03"): Count(2, 1)}
    drawn = bars(counts, lambda date: f"?{date}")
    assert [(bar.label, bar.count.total, bar.height, bar.url) for bar in drawn] == [
        ("January 2020", 4, 100, "?2020-01"),
        ("February 2020", 0, 0, ""),
        ("March 2020", 2, 50, "?2020-03"),
    ]
    assert [bar.part_height for bar in drawn] == [0, 0, 25]


def test_what_is_there_is_seen_however_little_it_is():
    drawn = bars({month("2020-01"): Count(1000), month("2020-02"): Count(1)})
    assert drawn[1].height == 3


def test_a_long_time_is_cut_to_its_newest_months():
    drawn = bars({month("1990-01"): Count(9), month("2020-12"): Count(2)})
    assert (len(drawn), drawn[-1].label, drawn[-1].height) == (LONGEST, "December 2020", 100)


def test_many_months_name_their_years_only():
    few = bars({month("2020-01"): Count(1), month("2020-03"): Count(1)})
    many = bars({month("2019-06"): Count(1), month("2020-12"): Count(1)})
    assert [(bar.tick, bar.era) for bar in few] == [("Jan", "2020"), ("Feb", ""), ("Mar", "")]
    assert [(bar.tick, bar.era) for bar in many if bar.era] == [("", "2019"), ("", "2020")]


def test_days_name_their_month_and_years_themselves():
    days = bars({parse_date("2020-02-28"): Count(1), parse_date("2020-03-01"): Count(1)})
    assert [(bar.tick, bar.era) for bar in days] == [("28", "Feb"), ("29", ""), ("1", "Mar")]
    years = bars({parse_date("2018"): Count(1), parse_date("2020"): Count(1)})
    assert [(bar.label, bar.era) for bar in years] == [(str(y), str(y)) for y in (2018, 2019, 2020)]
    many = bars({parse_date("1998"): Count(1), parse_date("2020"): Count(1)})
    assert [bar.era for bar in many if bar.era] == ["2000", "2005", "2010", "2015", "2020"]
