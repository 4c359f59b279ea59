"""People: the list, and what the page of one says of them."""

import datetime as dt

import pytest

from articles.models import Party, PersonName, Position, Statement
from articles.views.appearances import Roles
from tests.builders import make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db


def names(client, **parameters) -> list[str]:
    rows = client.get("/people/", parameters).context["rows"]
    return [person.name for person, _, _ in rows]


@pytest.fixture
def people(indexed):
    covered, candidate = make_person("Roy Moore"), make_person("Doug Jones")
    make_person("Ann Elsewhere")
    make_race("2020-al-us-senate", candidate)
    mention(make_article(body="Roy Moore came."), covered, "Roy Moore")
    indexed()
    return covered, candidate


def test_those_with_coverage_come_first_and_the_bare_rolls_not_at_all(client, people):
    assert names(client) == ["Roy Moore", "Doug Jones"]


def test_a_search_finds_everybody_by_any_name(client, people):
    PersonName.objects.create(person=people[1], text="Gordon Douglas Jones", kind="full")
    assert names(client, q="elsewhere") == ["Ann Elsewhere"]
    assert names(client, q="gordon JONES") == ["Doug Jones"]
    assert names(client, q="gordon moore") == []


def test_coverage_comes_first_in_a_search_too(client, people):
    make_person("Abel Moore")
    assert names(client, q="moore") == ["Roy Moore", "Abel Moore"]


def test_nobody_found_says_what_to_try(client, people):
    shown = client.get("/people/", {"q": "<zebra>"}).content.decode()
    assert "Nobody on the rolls is named “&lt;zebra&gt;”" in shown


def test_pages_run_on_from_those_with_coverage_to_those_without(client, people, monkeypatch):
    monkeypatch.setattr("articles.views.people.ROWS", 1)
    assert [names(client, page=page) for page in (1, 2)] == [["Roy Moore"], ["Doug Jones"]]
    assert names(client, page="x") == ["Roy Moore"]


def test_what_changes_in_the_index_changes_the_order(client, people, indexed):
    names(client)
    for _ in range(2):
        mention(make_article(body="Doug Jones came."), people[1], "Doug Jones")
    indexed()
    assert names(client) == ["Doug Jones", "Roy Moore"]


@pytest.fixture
def speaker(indexed):
    person = make_person("Doug Jones")
    said = make_article("Doug Jones speaks", body="“We won,” he said. He hoped for rain.")
    mention(said, person, "Doug Jones", field="headline")
    quote(said, person, "We won")
    quote(said, person, "hoped for rain", kind="indirect")
    named = make_article("Named", body="Doug Jones listened.")
    mention(named, person, "Doug Jones")
    make_article("Elsewhere")
    indexed()
    return person


def roles(client, person) -> Roles:
    return client.get(person.get_absolute_url()).context["roles"]


def test_roles_are_numbers_of_articles(client, speaker):
    assert roles(client, speaker) == Roles(
        named=2, quoted=1, paraphrased=1, mentioned=1, in_headline=1, archive=3
    )


def test_nobody_yet_has_no_role(client, indexed):
    indexed()
    assert roles(client, make_person("Ann Elsewhere")) == Roles(0, 0, 0, 0, 0, 0)


def test_the_page_says_numbers_with_what_they_are_of(client, speaker):
    shown = client.get(speaker.get_absolute_url()).content.decode()
    assert "<b>2</b></a> of 3 articles" in shown
    assert "<b>1</b></a> of those 2" in shown
    assert "“We won”" in shown
    assert "“hoped for rain”" not in shown


def test_what_was_said_once_is_one_entry_with_every_place(client, speaker, indexed):
    statement = Statement.objects.create(words="We won")
    again = make_article("Again", body="“We won big,” Doug Jones said.")
    quote(again, speaker, "We won big")
    type(speaker.quotes.get(kind="indirect")).objects.exclude(kind="indirect").update(
        statement=statement
    )
    indexed()
    sayings = client.get(speaker.get_absolute_url()).context["sayings"]
    (said,) = [one for one in sayings if one.kind == "direct"]
    assert said.words == "We won big"
    assert [one.version.headline for one in said.places] == ["Again", "Doug Jones speaks"]


def test_offices_with_their_years(client, speaker):
    party = Party.objects.get_or_create(code="DEM", defaults={"name": "Democratic"})[0]
    Position.objects.create(
        person=speaker,
        office="senate",
        state="AL",
        party=party,
        start=dt.date(2018, 1, 3),
        end=dt.date(2021, 1, 3),
    )
    shown = client.get(speaker.get_absolute_url()).content.decode()
    assert "U.S. Senate, Alabama" in shown
    assert "2018–2021" in shown
    assert "2018–2021" in client.get("/people/").content.decode()


def test_a_timeline_by_month_with_its_numbers_in_a_table(client, speaker, indexed):
    may = make_article("May", body="Doug Jones came.", published_on=dt.date(2020, 5, 2))
    mention(may, speaker, "Doug Jones")
    undated = make_article("Undated", body="Doug Jones came.", published_on=None)
    mention(undated, speaker, "Doug Jones")
    indexed()
    answer = client.get(speaker.get_absolute_url())
    assert [(bar.label, bar.count) for bar in answer.context["bars"]] == [
        ("March 2020", (2, 1)),
        ("April 2020", (0, 0)),
        ("May 2020", (1, 0)),
    ]
    assert answer.context["bars"][2].url == "/articles/?person=doug-jones&from=2020-05&to=2020-05"
    assert '<th scope="row">March 2020</th>' in answer.content.decode()
