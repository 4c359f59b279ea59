"""Dates, places and certainty as a reader reads them."""

import datetime as dt
from types import SimpleNamespace

import pytest

from articles.templatetags.archive import (
    certainty,
    district,
    machine_date,
    percent_of,
    place,
    within_quotes,
    written,
    years,
)

DAY = dt.date(2020, 3, 4)


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (DAY, "day", "March 4, 2020"),
        (DAY, "month", "March 2020"),
        (DAY, "year", "2020"),
        (None, "day", "date not known"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(day, precision, words):
    assert written(day, precision) == words


def test_a_machine_reads_no_more_than_is_known():
    assert [machine_date(DAY, known) for known in ("day", "month", "year")] == [
        "2020-03-04",
        "2020-03",
        "2020",
    ]


@pytest.mark.parametrize(
    ("confidence", "decision", "words"),
    [
        (0.95, "none", "almost certain"),
        (0.8, "none", "very likely"),
        (0.5, "none", "likely"),
        (0.1, "none", "uncertain"),
        (0.1, "yes", "confirmed by an editor"),
        (0.99, "unsure", "an editor was unsure"),
    ],
)
def test_certainty_in_words(confidence, decision, words):
    link = SimpleNamespace(confidence=confidence, decision=decision)
    assert certainty(link) == words


def test_places():
    assert [place(code) for code in ("AL", "US", "ZZ")] == ["Alabama", "United States", "ZZ"]
    assert [district(name) for name in ("7", "0", "Port Ellery")] == [
        "District 7",
        "At large",
        "Port Ellery",
    ]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (2017, 2021, "2017–2021"),
        (2017, 2017, "2017"),
        (2017, None, "from 2017"),
        (None, 2017, "until 2017"),
        (None, None, "years not known"),
    ],
)
def test_years_of_a_spell(start, end, words):
    spell = SimpleNamespace(
        start=dt.date(start, 1, 3) if start else None, end=dt.date(end, 12, 31) if end else None
    )
    assert years(spell) == words


def test_percentages_of_nothing_are_nothing():
    assert (percent_of(1, 3), percent_of(0, 0)) == (33, 0)


def test_a_headline_within_quotation_marks_keeps_single_ones():
    assert within_quotes('“No,” he said, "yes"') == "‘No,’ he said, 'yes'"
