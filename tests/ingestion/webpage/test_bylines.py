"""Who a page says wrote it, where several places say several things."""

import pytest

from articles.ingestion.webpage import parse_page
from tests.pages import LEAD, MORE, page


def bylines(**given) -> list[tuple[str, str]]:
    story = parse_page(page(**given).encode(), "https://ledger.example/count").story
    return [(one.name, one.agency) for one in story.bylines]


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def test_an_agency_that_is_credited_alone_is_no_person_but_kept():
    assert bylines(head=meta("author", "The Associated Press")) == [("", "The Associated Press")]


def test_an_agency_behind_a_name_is_no_part_of_it():
    given = meta("author", "Ann Poe The Associated Press")
    assert bylines(head=given)[0][0] == "Ann Poe"


def test_a_meta_that_names_the_publisher_gives_way_to_one_that_names_who_wrote():
    given = meta("author", "Conrad Nesbit") + meta("article:author", "Ann Poe, Ben Roe")
    assert bylines(head=given) == [("Ann Poe", ""), ("Ben Roe", "")]


def test_links_to_the_authors_of_other_stories_credit_nobody_here():
    own = "<p><span><a rel='author'>Ann Poe</a></span> and <span><a rel='author'>Ben Roe</a></span>"
    other = "<section><ul><li><b><a rel='author'>Cy Moss</a></b></li></ul></section>"
    given = {"above": f"<header><div>{own}</p></div></header>", "below": other}
    assert bylines(**given) == [("Ann Poe", ""), ("Ben Roe", "")]


def test_names_of_accounts_are_no_names():
    assert bylines(head=meta("author", "enoch68 says")) == []


def json_ld_author(*names: str) -> str:
    persons = ", ".join(f'{{"@type": "Person", "name": "{name}"}}' for name in names)
    node = f'{{"@type": "NewsArticle", "headline": "Count", "author": [{persons}]}}'
    return f'<script type="application/ld+json">{node}</script>'


def test_a_byline_that_prints_more_names_than_the_head_tells_holds():
    printed = "<div>By <a class='who'>Ann Poe</a><a class='who'>Ben Roe</a><i>Share</i></div>"
    told = json_ld_author("Ann Poe")
    assert bylines(head=told, above=printed) == [("Ann Poe", ""), ("Ben Roe", "")]


@pytest.mark.parametrize(
    "role", ["Edited by", "Contributions from", "Photography by", "Reviewed by"]
)
def test_who_did_something_else_did_not_write(role):
    printed = f"<div>By <a>Ann Poe</a></div><div>{role} <a>Ben Roe</a></div>"
    assert bylines(head=json_ld_author("Ann Poe", "Ben Roe"), above=printed) == [("Ann Poe", "")]


def test_what_only_stands_near_a_byline_is_no_part_of_it():
    printed = "<div>By <a>Ann Poe</a></div><div>Dana Whitfield speaks</div><p>Baxter Hall</p>"
    assert bylines(head=json_ld_author("Ann Poe"), above=printed) == [("Ann Poe", "")]


def test_a_name_beside_a_day_is_a_byline():
    assert bylines(above="<span>Ann Poe</span><span>Aug. 11, 2020</span>") == [("Ann Poe", "")]


def test_a_line_of_names_above_the_text_is_its_byline_and_no_part_of_it():
    given = {"paragraphs": ("<strong>Ann Poe/Ben Roe</strong>", LEAD, *MORE)}
    assert bylines(**given) == [("Ann Poe", ""), ("Ben Roe", "")]
    assert parse_page(page(**given).encode()).story.body.startswith(LEAD)


def test_an_agency_printed_as_the_byline_is_kept():
    assert bylines(above="<h4>By</h4><span>Associated Press</span>") == [("", "Associated Press")]


@pytest.mark.parametrize("name", ["Nelson C.J.", "Laura May Randell", "Ann Poe Jr."])
def test_a_name_is_kept_whole(name):
    assert bylines(head=json_ld_author(name)) == [(name, "")]


def test_what_follows_any_other_by_is_no_name():
    asked = "<p class='author'>By subscribing to our letter, you agree</p>"
    assert bylines(below=asked) == []
