"""Who a page says wrote it, where several places say several things."""

from articles.ingestion.webpage import parse_page
from tests.pages import page


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
