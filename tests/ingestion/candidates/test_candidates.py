"""Who could be meant is fetched in a constant number of queries."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.extraction import LookUps
from articles.extraction.names import given_forms
from articles.ingestion.candidates import roster_for
from articles.models import PersonName, Position
from tests.builders import make_person, make_race

pytestmark = pytest.mark.django_db
DAY = dt.date(2020, 3, 4)


def fetched(**look_ups):
    return roster_for(DAY)(LookUps(**{k: frozenset(v) for k, v in look_ups.items()}))


def names(roster) -> set[str]:
    return {person.name for person in roster.people}


def test_people_are_found_by_family_name_whole_name_and_handle():
    make_person("Doug Jones")
    make_person("Madonna")
    trump = make_person("Donald Trump")
    PersonName.objects.create(person=trump, text="@realDonaldTrump", kind="handle")
    make_person("Somebody Else")
    found = fetched(
        family_names={"jones"},
        called={"doug"},
        whole_names={"madonna"},
        handles={"realdonaldtrump"},
    )
    assert names(found) == {"Doug Jones", "Madonna", "Donald Trump"}
    assert [p.handles for p in found.people if p.name == "Donald Trump"] == [("realdonaldtrump",)]


def test_hidden_people_and_people_of_another_century_are_left_out():
    make_person("Doug Jones", status="hidden")
    make_person("Amos Jones", born_on=dt.date(1830, 1, 1))
    assert fetched(family_names={"jones"}, called={"doug", "amos"}).people == ()


def test_of_one_surname_only_those_who_may_be_called_so_come():
    make_person("Doug Jones")
    make_person("Douglas Jones")
    make_person('Gordon "Doug" Jones')
    make_person("D. Jones")
    make_person("Walter Jones")
    found = fetched(family_names={"jones"}, called=given_forms("Doug"))
    assert len(names(found)) == 4
    assert "Walter Jones" not in names(found)


def test_by_a_surname_alone_come_those_in_the_news():
    senator = make_person("Doug Jones")
    Position.objects.create(person=senator, office="senate", state="AL", start=dt.date(2018, 1, 3))
    make_race("2020-al-us-senate", make_person("Walter Jones"))
    former = make_person("Brenda Jones")
    Position.objects.create(person=former, office="mayor", state="MI", end=dt.date(2001, 1, 3))
    make_person("Amos Jones")
    asked = {"family_names": {"jones"}, "surnames": {"jones"}}
    assert names(fetched(**asked)) == {"Doug Jones", "Walter Jones"}
    assert "Brenda Jones" in names(fetched(**asked, offices={"mayor"}))


def test_an_office_without_dates_was_over_by_the_day():
    person = make_person("Doug Jones")
    Position.objects.create(person=person, office="senate", state="AL")
    [position] = fetched(family_names={"jones"}, called={"doug"}).people[0].positions
    assert position.end == DAY - dt.timedelta(days=1)


def test_races_come_by_candidate_and_by_state():
    by_candidate = make_race("2020-al-us-senate", make_person("Doug Jones"))
    by_state = make_race("2020-me-us-senate", state="ME", name="Maine")
    make_race("2020-tx-us-senate", state="TX", name="Texas")
    found = fetched(family_names={"jones"}, called={"doug"}, states={"ME"})
    assert {race.slug for race in found.races} == {by_candidate.slug, by_state.slug}


def test_more_people_take_no_more_queries():
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            fetched(family_names={"jones"}, surnames={"jones"}, states={"AL"})
        return len(asked)

    make_race("2020-al-us-senate", make_person("Doug Jones"))
    few = queries()
    for number in range(20):
        make_race(f"2020-x{number}", make_person(f"Person{number} Jones"), number=number + 2)
    assert queries() == few
