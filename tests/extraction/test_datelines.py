from datetime import date

import pytest

from articles.extraction.datelines import take_dateline

OPENINGS = [
    ("MOBILE, Ala. (Meridian Wire) — Polls", "MOBILE, Ala.", "Meridian Wire"),
    ("WASHINGTON (AP) -- Polls", "WASHINGTON", "AP"),
    ("WASHINGTON — Polls", "WASHINGTON", ""),
    ("Mobile, Ala. — Polls", "Mobile, Ala.", ""),
    ("PORTLAND, Maine - Polls", "PORTLAND, Maine", ""),
]


@pytest.mark.parametrize(("text", "place", "agency"), OPENINGS)
def test_a_dateline_is_taken_off(text, place, agency):
    found = take_dateline(text)
    assert (found.place, found.agency) == (place, agency)
    assert text[found.end :] == "Polls"


def test_a_dateline_may_give_the_day():
    assert take_dateline("ATLANTA, Nov. 4, 2020 — Twenty").on == date(2020, 11, 4)


@pytest.mark.parametrize(
    "text", ["Sessions — who lost — said", "The vote — close — ended", "Mobile voted — twice"]
)
def test_a_dash_alone_makes_no_dateline(text):
    assert take_dateline(text) is None
