"""No page asks the database more often because there is more to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Result, Stage
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
BODY = "“We won,” Doug Jones said. Roy Moore listened."


@pytest.fixture
def fixed():
    """What every page is about."""
    outlet, person = make_outlet("Ballot Lantern"), make_person("Doug Jones")
    race = make_race("2020-al-us-senate", person)
    return outlet, person, race, make_article("The first", body=BODY, outlet=outlet)


def add_rows(fixed, number: int) -> None:
    outlet, person, race, first = fixed
    stage, _ = Stage.objects.get_or_create(race=race, kind="general")
    for count in range(number):
        other = make_person(f"Roy Moore {first.current_version.mentions.count()} {count}")
        candidacy = race.candidacies.create(person=other)
        Result.objects.create(candidacy=candidacy, stage=stage, votes=count)
        mention(first, other, "Roy Moore")
        quote(first, other, "We won")
        add_article(outlet, person, other, race)


def add_article(outlet, person, other, race) -> None:
    for article in (make_article(body=BODY, outlet=outlet), make_article(body=BODY)):
        mention(article, person, "Doug Jones")
        mention(article, other, "Roy Moore")
        quote(article, person, "We won")
        link_race(article, race)


def addresses(fixed) -> list[str]:
    lists = ["/", "/articles/", "/articles/?q=won&person=doug-jones", "/people/", "/people/?q=roy"]
    lists += [
        "/races/",
        "/outlets/",
        "/quotes/",
        "/quotes/?q=won&person=doug-jones",
        "/sitemap.xml",
        "/sitemap-articles.xml",
    ]
    lists += ["/quotes/check/?words=We+won+the+day"]
    said = fixed[-1].current_version.quotes.earliest("pk")
    return lists + [row.get_absolute_url() for row in (*fixed, said)]


def counts(client, fixed) -> dict[str, int]:
    found = {}
    for address in addresses(fixed):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        found[address] = len(queries)
    return found


def test_twice_the_rows_take_the_same_number_of_queries(client, indexed, fixed):
    add_rows(fixed, 3)
    indexed()
    before = counts(client, fixed)
    add_rows(fixed, 3)
    indexed()
    assert counts(client, fixed) == before
    assert max(before.values()) <= 16


@pytest.mark.parametrize("number", range(5))
def test_what_is_counted_is_counted_by_the_index(client, indexed, fixed, number):
    """Else a page grows slower with the archive."""
    add_rows(fixed, 3)
    indexed()
    outlet, person, race, _ = fixed
    pages = ["/people/", "/races/", *(row.get_absolute_url() for row in (outlet, person, race))]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(pages[number]).status_code == 200
    asked = [one["sql"] for one in queries if _counts_or_sorts_articles(one["sql"])]
    assert asked == []


def _counts_or_sorts_articles(sql: str) -> bool:
    """Rows of articles and of what is found in them are only looked up by their keys."""
    counted = ("COUNT(", "GROUP BY", "DISTINCT")
    found = ('FROM "articles_article"', 'FROM "articles_mention"', 'FROM "articles_quote"')
    return any(word in sql for word in counted) and any(table in sql for table in found)
