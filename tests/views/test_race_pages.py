"""Races: the list by year and state, and the almanac page of one."""

import datetime as dt
from decimal import Decimal

import pytest

from articles.models import Candidacy, FormerStageDate, Result, Seat, Stage
from tests.builders import link_race, make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db


def slugs(client, **parameters) -> list[str]:
    return [race.slug for race, _ in client.get("/races/", parameters).context["rows"]]


@pytest.fixture
def races():
    def race(slug: str, district: str):
        seat = Seat.objects.create(office="house", state="AL", district=district)
        return make_race(slug, seat=seat, name=slug)

    return [race(f"2020-al-us-house-{number}", str(number)) for number in (10, 2)] + [
        make_race("2020-me-us-senate", state="ME", name="2020 Maine U.S. Senate")
    ]


def test_races_by_place_and_number(client, races):
    assert slugs(client) == ["2020-al-us-house-2", "2020-al-us-house-10", "2020-me-us-senate"]


def test_those_with_coverage_come_first(client, races, indexed):
    link_race(make_article(), races[2])
    indexed()
    assert slugs(client)[0] == "2020-me-us-senate"


def test_races_of_a_state_an_office_and_a_year(client, races):
    assert slugs(client, state="ME") == ["2020-me-us-senate"]
    assert len(slugs(client, office="house", year="2020")) == 2


@pytest.mark.parametrize("nonsense", [{"year": "x"}, {"state": "ZZ"}, {"office": "king"}])
def test_nonsense_chooses_nothing(client, races, nonsense):
    assert len(slugs(client, **nonsense)) == 3


def test_a_choice_that_no_race_fits_says_so(client, races):
    shown = client.get("/races/", {"state": "ME", "office": "house"}).content.decode()
    assert "No race is like this" in shown


@pytest.fixture
def race():
    people = [make_person(name) for name in ("Doug Jones", "Roy Moore", "Ann Filer")]
    race = make_race("2020-al-us-senate", *people)
    stage = Stage.objects.create(race=race, kind="runoff", date=dt.date(2020, 7, 14))
    FormerStageDate.objects.create(
        stage=stage, date=dt.date(2020, 3, 31), moved_known_on=dt.date(2020, 3, 18)
    )
    jones, moore, _ = race.candidacies.order_by("pk")
    Result.objects.create(
        candidacy=jones, stage=stage, votes=1234567, share=Decimal("0.6"), share_digits=1
    )
    Candidacy.objects.filter(pk=moore.pk).update(status="statutory")
    article = make_article("About it", body="“We won,” Doug Jones said.")
    mention(article, people[0], "Doug Jones")
    quote(article, people[0], "We won")
    link_race(article, race)
    return race


def test_a_stage_tells_the_dates_it_was_set_for_before(client, race):
    shown = client.get(race.get_absolute_url()).content.decode()
    assert "July 14, 2020" in shown
    assert "First set for March 31, 2020; known on March 18, 2020 to have moved" in shown


def test_results_have_the_digits_of_their_source(client, race):
    shown = client.get(race.get_absolute_url()).content.decode()
    assert "1,234,567" in shown
    assert "60.0&nbsp;%" in shown


def test_those_who_only_filed_papers_are_folded_away(client, race, indexed):
    indexed()
    context = client.get(race.get_absolute_url()).context
    assert [row.candidacy.person.name for row in context["candidates"]] == [
        "Doug Jones",
        "Roy Moore",
    ]
    assert [row.candidacy.person.name for row in context["others"]] == ["Ann Filer"]


def test_coverage_counts_articles_about_this_race_only(client, race, indexed):
    jones = race.candidacies.order_by("pk")[0].person
    mention(make_article(body="Doug Jones fished."), jones, "Doug Jones")
    indexed()
    first = client.get(race.get_absolute_url()).context["candidates"][0]
    assert (first.named, first.quoted) == (1, 1)


def test_a_race_without_anything_says_so(client, indexed):
    indexed()
    shown = client.get(make_race("2020-al-bare").get_absolute_url()).content.decode()
    assert "No candidate is known yet." in shown
    assert "No published article is linked to this race yet." in shown


def test_who_speaks_about_whom(client, race, indexed):
    jones, moore, filer = (one.person for one in race.candidacies.order_by("pk"))
    hidden = make_person("Pat Quiet", status="hidden")
    said = jones.quotes.get()
    said.about_people.set([moore, jones, hidden])
    elsewhere = make_article(body="“Fine,” Ann Filer said.")
    quote(elsewhere, filer, "Fine").about_people.set([jones])
    indexed()
    matrix = client.get(race.get_absolute_url()).context["matrix"]
    assert matrix.spoken_about == (moore,)
    (row,) = matrix.rows
    assert row.speaker == jones
    (cell,) = row.cells
    assert cell.quotes == client.get(cell.url).context["total"] == 1


def test_nobody_speaks_about_themselves(client, race, indexed):
    jones, moore, _ = (one.person for one in race.candidacies.order_by("pk"))
    jones.quotes.get().about_people.set([moore])
    article = make_article(body="“No,” Roy Moore said.")
    link_race(article, race)
    quote(article, moore, "No").about_people.set([jones])
    indexed()
    matrix = client.get(race.get_absolute_url()).context["matrix"]
    assert matrix.spoken_about == (jones, moore)
    cells = [[cell and cell.quotes for cell in row.cells] for row in matrix.rows]
    assert cells == [[None, 1], [1, None]]
