"""With no index, or a broken one: every page that needs no search works, the others say so."""

import shutil
from pathlib import Path

import pytest
from django.urls import reverse

from articles.search import get_engine
from tests.builders import (
    link_race,
    make_article,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db
LISTS = ("/people/", "/people/?q=tuberville", "/races/", "/outlets/")
COUNTED = ("/people/tommy-tuberville/", "/races/2020-al-us-senate/", *LISTS)


def nothing_there(folder: Path) -> None:
    shutil.rmtree(folder)


def broken(folder: Path) -> None:
    for path in folder.rglob("meta.json"):
        path.write_text("{ nonsense")


@pytest.fixture(params=[nothing_there, broken])
def pages(request, indexed) -> list[str]:
    """The pages of everything there is, the index gone."""
    person, outlet = make_person(), make_outlet()
    race = make_race("2020-al-us-senate", person)
    article = make_article("Runoff set", body="He said “we will win” today.", outlet=outlet)
    mention(article, person)
    quote(article, person, "we will win")
    link_race(article, race)
    indexed()
    get_engine().close()
    request.param(Path(get_engine().location))
    of_one = [one.get_absolute_url() for one in (article, person, race, outlet)]
    return ["/", *of_one, *LISTS]


def test_pages_that_need_no_search_work(client, pages):
    assert {client.get(page).status_code for page in pages} == {200}


def test_the_list_says_that_search_is_out_of_service(client, pages):
    answer = client.get(reverse("article-list"), {"q": "runoff"})
    assert answer.status_code == 503
    assert "No article is lost" in answer.content.decode()


def test_pages_that_count_say_that_they_cannot(client, pages):
    for page in COUNTED:
        shown = client.get(page).content.decode()
        assert "the search index does not answer" in shown, page
        assert "no article yet" not in shown, page


def test_without_an_index_nobody_is_said_to_have_filed_papers_only(client, pages):
    shown = client.get("/races/2020-al-us-senate/").content.decode()
    assert "Tommy Tuberville" in shown
    assert "filed papers only" not in shown


def test_without_an_index_people_and_races_are_listed_all_the_same(client, pages):
    for page, name in (("/people/", "Tommy Tuberville"), ("/races/", "Alabama U.S. Senate")):
        assert name in client.get(page).content.decode()
