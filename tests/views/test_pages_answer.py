"""Every public page answers, with rows and without."""

import pytest

from tests.builders import (
    link_race,
    make_article,
    make_editor,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db

LISTS = ["/", "/people/", "/races/", "/outlets/"]


@pytest.mark.parametrize("address", [*LISTS, "/robots.txt", "/sitemap.xml", "/healthz"])
def test_an_empty_archive_answers(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", LISTS)
def test_lists_answer_to_reading_only(client, address):
    assert client.post(address).status_code == 405


def test_every_page_of_a_filled_archive_answers(client, indexed):
    person = make_person()
    race = make_race("2020-al-us-senate", person)
    article = make_article("Runoff set", body="“We won,” Tommy Tuberville said.")
    mention(article, person, "Tommy Tuberville")
    quote(article, person, "We won")
    link_race(article, race)
    indexed()
    for row in (article, person, race, article.outlet):
        page = client.get(row.get_absolute_url())
        assert page.status_code == 200
        assert "Runoff set" in page.content.decode()
    for address in LISTS:
        assert client.get(address).status_code == 200


def test_editors_and_nobody_else_are_led_from_a_page_to_its_form(client):
    article, person, race = make_article(), make_person(), make_race()
    rows = (article, person, race, article.outlet)
    forms = [f"/admin/articles/{row._meta.model_name}/{row.pk}/change/" for row in rows]
    for row, form in zip(rows, forms, strict=True):
        assert form not in client.get(row.get_absolute_url()).content.decode()
    client.force_login(make_editor())
    for row, form in zip(rows, forms, strict=True):
        assert form in client.get(row.get_absolute_url()).content.decode()
