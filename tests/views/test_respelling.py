"""The list offers another spelling with what it would find."""

import pytest

from tests.builders import make_article, make_person, mention

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(indexed):
    article = make_article("Tuberville at the seawall", kind="opinion")
    mention(article, make_person("Tommy Tuberville"))
    indexed()


def test_it_is_offered_with_its_count_and_what_else_was_chosen(client, story):
    shown = client.get("/articles/", {"q": "tubervile", "kind": "opinion"}).content.decode()
    link = '<a href="/articles/?q=tuberville&amp;kind=opinion">tuberville</a>? (1 article)'
    assert f"Did you mean {link}" in shown


def test_nothing_is_offered_where_it_would_find_nothing_or_enough_is_found(client, story):
    for asked in ({"q": "tubervile", "kind": "news"}, {"q": "tuberville"}, {}):
        assert "Did you mean" not in client.get("/articles/", asked).content.decode()
