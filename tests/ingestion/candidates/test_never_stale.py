"""What is kept of the roster is never stale, through whichever door it was changed."""

import datetime as dt
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.curation import (
    add_alias,
    decide_mention,
    merge_people,
    split_person,
    switch_learned,
    undo_merge,
)
from articles.extraction import LookUps, Roster
from articles.ingestion.candidates import roster_for
from articles.ingestion.rosters import load_files
from articles.models import LearnedName, Person, PersonName, Race, RosterRevision, Seat, Stage
from tests.builders import make_article, make_editor, make_outlet, make_person, make_race, mention

pytestmark = pytest.mark.django_db
DAY = dt.date(2020, 3, 4)
DOUG_JONES = LookUps(
    family_names=frozenset({"jones"}),
    called=frozenset({"doug"}),
    whole_names=frozenset({"doug jones", "dougie"}),
    states=frozenset({"AL"}),
)
INLINES = ("names", "positions", "affiliations", "candidacies", "identifiers")
OFFICIALS = """name,office,jurisdiction,party,from,to,aliases
Doug Jones,U.S. Senator,AL,Democratic,2018-01-03,,
"""


def fetched(outlet=None) -> Roster:
    return roster_for(DAY, outlet)(DOUG_JONES)


def ids(outlet=None) -> set[int]:
    return {person.id for person in fetched(outlet).people}


@pytest.fixture
def doug():
    """Somebody whom this process knows already."""
    person = make_person("Doug Jones")
    assert ids() == {person.pk}
    return person


def test_people_merged_and_parted_again(doug):
    twin = make_person("Douglas B. Jones")
    add_alias(twin, "Dougie")
    assert ids() == {doug.pk, twin.pk}
    merge = merge_people(doug, twin)
    [person] = fetched().people
    assert (person.id, "Dougie" in {name.text for name in person.names}) == (doug.pk, True)
    undo_merge(merge, by=make_editor())
    assert len(ids()) == 2


def test_a_person_split_in_two(doug):
    article = make_article(body="Doug Jones spoke.")
    mention(article, doug, "Doug Jones")
    other = split_person(doug, "Doug Jones", articles=[article], by=make_editor())
    assert ids() == {doug.pk, other.pk}


def test_an_alias(doug):
    other = make_person("Somebody Else")
    assert ids() == {doug.pk}
    add_alias(other, "Dougie")
    assert ids() == {doug.pk, other.pk}


def test_an_answer_and_what_was_learned_switched_off(doug):
    editor, outlet = make_editor(), make_outlet()
    other = make_person("Robert Smith")
    assert ids(outlet) == {doug.pk}
    row = mention(make_article(outlet=outlet, body="Dougie spoke."), other, "Dougie")
    row.name = "Dougie"
    row.save()
    decide_mention(row, "yes", by=editor)
    [taught] = [one.taught for one in fetched(outlet).people if one.id == other.pk]
    assert [(one.words, one.yes) for one in taught] == [("Dougie", 1)]
    switch_learned(LearnedName.objects.all(), to=False, by=editor)
    assert ids(outlet) == {doug.pk}


def test_a_roster_loaded_in_bulk(tmp_path):
    assert ids() == set()
    (tmp_path / "officials.csv").write_text(OFFICIALS, "utf8")
    load_files([tmp_path / "officials.csv"])
    assert [person.name for person in fetched().people] == ["Doug Jones"]


def test_an_edit_in_the_admin(client, doug):
    client.force_login(make_editor())
    form = {f"{one}-{count}_FORMS": 0 for one in INLINES for count in ("TOTAL", "INITIAL")}
    form |= {"name": "Doug Jones", "slug": doug.slug, "status": "hidden"}
    answer = client.post(reverse("admin:articles_person_change", args=[doug.pk]), form)
    assert answer.status_code == 302
    assert ids() == set()


def test_a_deletion(doug):
    doug.delete()
    assert ids() == set()


def test_races_their_seats_stages_and_candidates(doug):
    assert fetched().races == ()
    race = make_race("2020-al-us-senate", doug)
    assert [one.candidate_ids for one in fetched().races] == [(doug.pk,)]
    Stage.objects.bulk_create([Stage(race=race, kind="general")])
    assert [stage.kind for stage in fetched().races[0].stages] == ["general"]
    Seat.objects.update(district="at large")
    assert fetched().races[0].district == "at large"
    Race.objects.filter(pk=race.pk).delete()
    assert fetched().races == fetched().people[0].candidacies == ()


def test_a_statement_typed_at_the_database(doug):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_person SET gender = 'M' WHERE id = %s", [doug.pk])
    assert [person.gender for person in fetched().people] == ["M"]


def test_a_change_taken_back(doug):
    with transaction.atomic():
        other = make_person("Doug Jones")
        assert ids() == {doug.pk, other.pk}
        transaction.set_rollback(True)
    assert ids() == {doug.pk}
    third = make_person("Doug Jones")
    assert ids() == {doug.pk, third.pk}


def test_what_does_not_concern_the_roster_changes_no_revision(doug):
    before = list(RosterRevision.objects.values_list())
    mention(make_article(body="Doug Jones spoke."), doug, "Doug Jones")
    assert list(RosterRevision.objects.values_list()) == before


def test_where_no_revision_is_told_nothing_is_kept(doug):
    RosterRevision.objects.all().delete()
    assert queries_of(fetched) == queries_of(fetched) > 5


def test_what_is_kept_takes_one_query_and_one_for_what_was_learned(doug):
    outlet = make_outlet()
    assert queries_of(lambda: fetched(outlet)) == 2
    assert queries_of(fetched) == 1


def queries_of(task) -> int:
    with CaptureQueriesContext(connection) as asked:
        task()
    return len(asked)


@pytest.mark.django_db(transaction=True)
def test_what_another_connection_wrote_is_seen_at_the_next_article(doug):
    other = make_person("Somebody Else")
    assert ids() == {doug.pk}
    elsewhere(lambda: PersonName.objects.create(person=other, text="Dougie"))
    assert ids() == {doug.pk, other.pk}
    elsewhere(lambda: Person.objects.filter(pk=doug.pk).delete())
    assert ids() == {other.pk}


def elsewhere(write) -> None:
    def task() -> None:
        write()
        connection.close()

    thread = Thread(target=task)
    thread.start()
    thread.join()
