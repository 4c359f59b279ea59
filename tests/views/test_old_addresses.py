"""A renamed row keeps its old address: it redirects for ever."""

import pytest

from tests.builders import make_article, make_outlet, make_person, make_race

pytestmark = pytest.mark.django_db


def public_rows():
    article = make_article("Old headline", outlet=make_outlet("Old Outlet"))
    return [article, article.outlet, make_person("Old Name"), make_race("2020-old-race")]


def test_old_slugs_redirect_permanently(client):
    for row in public_rows():
        was = row.get_absolute_url()
        row.slug = f"new-{row.slug}"
        row.save()
        answer = client.get(was)
        assert (answer.status_code, answer["Location"]) == (301, row.get_absolute_url())
        assert client.get(row.get_absolute_url()).status_code == 200


def test_an_old_slug_of_a_hidden_person_is_not_found(client):
    person = make_person("Old Name")
    was = person.get_absolute_url()
    person.slug, person.status = "new-name", "hidden"
    person.save()
    assert client.get(was).status_code == 404


@pytest.mark.parametrize("noun", ["articles", "people", "races", "outlets"])
def test_an_address_that_never_was_is_not_found_and_helps(client, noun):
    answer = client.get(f"/{noun}/never-was/")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()
    assert 'href="/articles/"' in answer.content.decode()
