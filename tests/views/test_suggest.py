"""Names offered while one types."""

import pytest

from articles.models import Person, PersonName
from tests.builders import make_article, make_outlet, make_person, make_race, mention

pytestmark = pytest.mark.django_db


def names(client, typed: str) -> list[str]:
    return [one["name"] for one in client.get("/suggest/", {"q": typed}).json()["suggestions"]]


def test_people_races_and_outlets_with_their_addresses(client):
    make_person("Alabama Smith")
    make_race("2020-al-us-senate")
    make_article(outlet=make_outlet("The Alabama Register"))
    assert client.get("/suggest/", {"q": "alab"}).json()["suggestions"] == [
        {"kind": "person", "name": "Alabama Smith", "url": "/people/alabama-smith/"},
        {"kind": "race", "name": "2020 Alabama U.S. Senate", "url": "/races/2020-al-us-senate/"},
        {"kind": "outlet", "name": "The Alabama Register", "url": "/outlets/the-alabama-register/"},
    ]


@pytest.mark.parametrize("typed", ["José", "jose", "AVI", "avila jos", "del", "jim", "smith"])
def test_any_word_of_any_name_begins_so_whatever_its_accents(client, typed):
    person = make_person("José del Ávila-Smith")
    PersonName.objects.create(person=person, text="Jim Ávila", kind=PersonName.Kind.NICKNAME)
    assert names(client, typed) == ["José del Ávila-Smith"]


@pytest.mark.parametrize("typed", ["", " ", "j", "vila", "jose jones", "%", "_o", "\0"])
def test_what_begins_no_name_finds_nobody(client, typed):
    make_person("José Ávila")
    assert names(client, typed) == []


def test_only_what_is_public_is_offered(client):
    make_person("Quiet Person", status=Person.Status.HIDDEN)
    make_person("Proposed Person", status=Person.Status.PROPOSED)
    make_outlet("Person and Sons")
    make_article(outlet=make_outlet("The Person"), status="draft")
    assert names(client, "person") == []


def test_those_in_articles_come_first_and_there_are_few(client):
    for number in range(12):
        make_person(f"Jones Number {number:02}")
    mention(make_article(), last := make_person("Zack Jones"))
    found = names(client, "jones")
    assert (len(found), found[0]) == (8, last.name)


def test_a_long_text_is_bounded(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert names(client, "x " * 5000) == []
