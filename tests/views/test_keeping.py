"""A page is kept while nothing it shows has changed, and not a moment longer."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.curation import withdraw
from articles.search import get_engine
from tests.builders import make_article, make_editor, make_person, mention

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(indexed):
    caches["pages"].clear()
    article = make_article("Runoff set for July", body="Tommy Tuberville waits.")
    mention(article, make_person())
    indexed()
    return article


def queries(client, address="/articles/", **headers) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address, headers=headers).status_code == 200
    return len(seen)


def test_asked_again_a_page_takes_one_query(client, article):
    assert queries(client) > 1
    assert queries(client) == 1
    assert "Runoff set for July" in client.get("/articles/").content.decode()


def test_what_is_withdrawn_is_gone_at_once(client, article, indexed):
    client.get("/articles/")
    withdraw(article, because="It was wrong.")
    assert "Runoff set" not in client.get("/articles/").content.decode()
    indexed()
    assert "Runoff set" not in client.get("/articles/").content.decode()


def test_a_change_carried_into_the_index_makes_it_anew(client, article, indexed):
    client.get("/articles/")
    before = get_engine().state()
    make_article("Another one")
    indexed()
    assert get_engine().state() != before
    assert "Another one" in client.get("/articles/").content.decode()


def test_each_question_host_and_way_of_asking_has_its_own(client, article):
    client.get("/articles/")
    assert queries(client, "/articles/?q=nobody") > 1
    assert queries(client, "/articles/", HX_Request="true") > 1
    assert queries(client, "/articles/", host="localhost") > 1


def test_who_is_signed_in_gets_a_page_of_their_own(client, article):
    client.get("/articles/")
    client.force_login(make_editor())
    assert queries(client) > 1
    assert queries(client) > 1


def test_mistakes_are_not_kept(client, article, settings):
    for _ in range(2):
        assert client.get("/articles/?page=nonsense").status_code in (200, 400)
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "LOCATION": "/nonexistent/index"}
    assert client.get("/articles/").status_code == 503
