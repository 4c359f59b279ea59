"""Bars of articles month by month."""

from articles.views.timelines import LONGEST, Count, Month, bars


def test_a_month_from_its_parameter_and_back():
    assert Month.of("2020-03") == (2020, 3)
    assert str(Month(2020, 3)) == "2020-03"


def test_months_run_over_the_end_of_a_year():
    assert Month(2020, 11).later(3) == (2021, 2)
    assert Month(2020, 1).later(-1) == (2019, 12)
    assert Month(2019, 11).until(Month(2021, 1)) == 14


def test_one_month_needs_no_bars():
    assert bars({}) == []
    assert bars({Month(2020, 3): Count(5)}) == []


def test_months_without_articles_are_drawn_empty_and_lead_nowhere():
    drawn = bars({Month(2020, 1): Count(4), Month(2020, 3): Count(2, 1)}, lambda month: f"?{month}")
    assert [(bar.label, bar.count.total, bar.height, bar.url) for bar in drawn] == [
        ("January 2020", 4, 100, "?2020-01"),
        ("February 2020", 0, 0, ""),
        ("March 2020", 2, 50, "?2020-03"),
    ]
    assert [bar.part_height for bar in drawn] == [0, 0, 25]


def test_what_is_there_is_seen_however_little_it_is():
    drawn = bars({Month(2020, 1): Count(1000), Month(2020, 2): Count(1)})
    assert drawn[1].height == 3


def test_a_long_time_is_cut_to_its_newest_months():
    drawn = bars({Month(1990, 1): Count(9), Month(2020, 12): Count(2)})
    assert (len(drawn), drawn[-1].label, drawn[-1].height) == (LONGEST, "December 2020", 100)


def test_the_chosen_month_is_told():
    counts = {Month(2020, 1): Count(1), Month(2020, 2): Count(1)}
    drawn = bars(counts, selected=frozenset({Month(2020, 2)}))
    assert [bar.is_selected for bar in drawn] == [False, True]


def test_many_months_name_their_years_only():
    few = bars({Month(2020, 1): Count(1), Month(2020, 3): Count(1)})
    many = bars({Month(2019, 6): Count(1), Month(2020, 12): Count(1)})
    assert [(bar.tick, bar.year) for bar in few] == [("Jan", "2020"), ("Feb", ""), ("Mar", "")]
    assert [(bar.tick, bar.year) for bar in many if bar.year] == [("", "2019"), ("", "2020")]
