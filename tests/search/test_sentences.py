"""Questions read back as sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.facets import facets_of
from articles.search.periods import Period, parse_date, parse_rolling
from articles.search.query import SearchQuery, Selection, Sort, Unit
from articles.search.sentences import describe
from articles.search.syntax import parse

LABELS = {
    "quoted": {1: "Tommy Tuberville", 2: "Doug Jones", 3: "Roy Moore"},
    "person": {1: "Tommy Tuberville"},
    "about": {2: "Doug Jones"},
    "outlet": {1: "Meridian Wire", 2: "The Courier"},
    "place": {"AL": "Alabama", "US": "National"},
    "kind": {"news": "News", "opinion": "Opinion"},
    "has_quotes": {"yes": "Yes"},
    "race": {1: "2020 Alabama U.S. Senate"},
    "said": {"direct": "In direct speech"},
    "month": {202003: "March 2020"},
}


def days(start: str = "", end: str = "") -> Period:
    return Period(parse_date(start) if start else None, parse_date(end) if end else None)


def asked(text: str = "", *selections: Selection, **rest) -> str:
    return describe(SearchQuery(words=parse(text), selections=selections, **rest), LABELS)


SENTENCES = [
    (asked(), "All articles"),
    (asked(sort=Sort.NEWEST), "All articles, newest first"),
    (asked(folded=True), "All articles, unique texts only"),
    (asked("trade"), "Articles with “trade”"),
    (asked("-trade"), "Articles without “trade”"),
    (asked("headline:trade tariffs -wine -beer"),
     "Articles with “trade” in headline and “tariffs”, without “wine” or “beer”"),
    (asked('"deep red" OR quote:trade'), "Articles with “deep red” or “trade” in quotes"),
    (asked("(a OR b) c"), "Articles with (“a” or “b”) and “c”"),
    (asked("a OR -b"), "Articles with “a” or not “b”"),
    (asked("trade NEAR/5 tariffs"), "Articles with “trade” within 5 words of “tariffs”"),
    (asked("lead:(a w/1 b)"), "Articles with “a” within 1 word of “b” in lead"),
    (asked("", Selection("quoted", (1, 2, 3))),
     "Articles that quote Tommy Tuberville, Doug Jones or Roy Moore"),
    (asked("", Selection("quoted", (1,), (2,))),
     "Articles that quote Tommy Tuberville, that do not quote Doug Jones"),
    (asked("", Selection("outlet", none_of=(1, 2))),
     "Articles not in Meridian Wire or The Courier"),
    (asked("", Selection("place", ("US",))), "Articles in outlets of the whole nation"),
    (asked("", Selection("kind", ("opinion",))), "Articles of the kind opinion"),
    (asked("", Selection("has_quotes", ("yes",))), "Articles with quotes"),
    (asked("", Selection("race", (1,))), "Articles about the race 2020 Alabama U.S. Senate"),
    (asked("", Selection("month", (202003,))), "Articles in March 2020"),
    (asked("", Selection("quoted", (9,))), "Articles that quote what is no longer listed"),
    (asked(period=days("2020-03", "2020-03")), "Articles in March 2020"),
    (asked(period=days("2020", "2020")), "Articles in 2020"),
    (asked(period=days("2020-03-04", "2020-03-04")), "Articles on March 4, 2020"),
    (asked(period=days("2020-03-03")), "Articles since March 3, 2020"),
    (asked(period=days(end="2020-07")), "Articles until July 2020"),
    (asked(period=Period(rolling=parse_rolling("30d"))), "Articles in the last 30 days"),
    (asked(period=Period(rolling=parse_rolling("1y"))), "Articles in the last year"),
    (asked("", Selection("person", (1,)), Selection("about", (2,)), unit=Unit.QUOTES),
     "Quotes of Tommy Tuberville, about Doug Jones"),
    (asked("", Selection("said", ("direct",)), unit=Unit.QUOTES), "Quotes in direct speech"),
    (asked("headline:trade", Selection("quoted", (1,)), Selection("place", ("AL",)),
           period=days("2020-03-03", "2020-07-14"), folded=True, sort=Sort.NEWEST),
     ("Articles that quote Tommy Tuberville, with “trade” in headline, in outlets of Alabama, "
      "March 3, 2020, to July 14, 2020, unique texts only, newest first")),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), SENTENCES)
def test_a_question_reads_back(said, expected):
    assert said == expected


def test_of_many_values_the_first_are_named():
    labels = {"outlet": {number: f"Outlet {number}" for number in range(20)}}
    query = SearchQuery(selections=(Selection("outlet", tuple(range(20))),))
    assert describe(query, labels) == (
        "Articles in Outlet 0, Outlet 1, Outlet 2, Outlet 3, Outlet 4 or 15 others"
    )


@given(st.data(), st.sampled_from(Unit))
def test_every_facet_of_a_unit_can_be_said(data, unit):
    facet = data.draw(st.sampled_from(facets_of(unit)))
    for selection in (Selection(facet.name, (1,)), Selection(facet.name, none_of=(1,))):
        query = SearchQuery(selections=(selection,), unit=unit)
        assert "ZEBRA" in describe(query, {facet.name: {1: "xZEBRA"}})
