"""An editor's answer changes the links of the next article of that outlet, and can be undone."""

import datetime as dt

import pytest

from articles.curation import add_alias, decide_mention, merge_people, switch_learned
from articles.ingestion.relink import relink, reread_one
from articles.models import LearnedName, Mention, MentionSpan, Position, RereadRequest
from tests.builders import make_article, make_editor, make_outlet, make_person

pytestmark = pytest.mark.django_db
BODY = "Officials met on Tuesday.\n\nMr. Jones said the count was over."


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def outlet():
    return make_outlet("The Harrow Ledger")


@pytest.fixture
def doug():
    """One of two mayors of that surname: alone it leaves both."""
    people = [make_person("Walter Jones"), make_person("Doug Jones")]
    for person, state in zip(people, ("NC", "AL"), strict=True):
        start = dt.date(2018, 1, 3)
        Position.objects.create(person=person, office="mayor", state=state, start=start)
    return people[-1]


def jones(outlet, *, decided_by=None, person=None, answer="yes") -> Mention:
    """A new article of the outlet with its mention of Jones, read by the machine and answered."""
    article = make_article(outlet=outlet, body=BODY)
    relink(article)
    row = Mention.objects.get(version=article.current_version, name="Jones")
    return decide_mention(row, answer, by=decided_by, person=person) if decided_by else row


def test_confirmed_often_enough_a_surname_links(outlet, editor, doug):
    assert jones(outlet).state == "ambiguous"
    for _ in range(3):
        jones(outlet, decided_by=editor, person=doug)
    row = jones(outlet)
    assert (row.state, row.person) == ("linked", doug)
    assert "editors of The Harrow Ledger confirmed “Jones” as Doug Jones 3 times" in row.why


def test_confirmed_once_it_is_suggested_with_the_reason(outlet, editor, doug):
    jones(outlet, decided_by=editor, person=doug)
    row = jones(outlet)
    assert (row.state, row.person) == ("suggested", doug)
    assert "confirmed “Jones” as Doug Jones once" in row.why


def test_another_outlet_learns_nothing(outlet, editor, doug):
    for _ in range(3):
        jones(outlet, decided_by=editor, person=doug)
    assert jones(make_outlet()).state == "ambiguous"


def test_what_was_rejected_is_never_linked(outlet, editor, doug):
    for _ in range(3):
        jones(outlet, decided_by=editor, person=doug)
    for _ in range(3):
        jones(outlet, decided_by=editor, answer="no")
    row = LearnedName.objects.get(person=doug)
    assert (row.yes, row.no) == (3, 3)
    assert jones(outlet).state != "linked"


def test_an_answer_taken_back_is_forgotten(outlet, editor, doug):
    row = jones(outlet, decided_by=editor, person=doug)
    assert LearnedName.objects.get().yes == 1
    decide_mention(row, "none", by=editor)
    assert LearnedName.objects.get().yes == 0


def test_older_articles_are_read_again_in_the_background(outlet, editor, doug):
    older = jones(outlet)
    for _ in range(3):
        jones(outlet, decided_by=editor, person=doug)
    while reread_one():
        pass
    row = Mention.objects.get(version=older.version, name="Jones")
    assert (row.state, row.person, row.decision) == ("linked", doug, "none")


def test_what_an_editor_decided_stays_when_older_articles_are_read_again(outlet, editor, doug):
    walter = jones(outlet, decided_by=editor, person=make_person("Walter B. Jones"))
    for _ in range(3):
        jones(outlet, decided_by=editor, person=doug)
    relink(walter.version.article)
    walter.refresh_from_db()
    assert (walter.person.name, walter.decision) == ("Walter B. Jones", "yes")
    assert MentionSpan.objects.filter(mention__version=walter.version).count() == 1


def test_switched_off_it_changes_no_link_and_is_signed(outlet, editor, doug):
    for _ in range(3):
        jones(outlet, decided_by=editor, person=doug)
    linked = jones(outlet)
    assert switch_learned(LearnedName.objects.all(), to=False, by=editor) > 0
    assert RereadRequest.objects.filter(article_id=linked.version.article_id).exists()
    row = LearnedName.objects.get()
    assert (row.is_used, row.switched_by) == (False, editor)
    assert jones(outlet).state == "ambiguous"
    assert switch_learned(LearnedName.objects.all(), to=False, by=editor) == 0


def test_a_name_that_is_none_of_theirs_can_be_learned(outlet, editor, doug):
    body = "The crowd waited.\n\nMr. Doug said the count was over."
    for _ in range(3):
        article = make_article(outlet=outlet, body=body)
        relink(article)
        row = Mention.objects.get(version=article.current_version)
        decide_mention(row, "yes", by=editor, person=doug)
    article = make_article(outlet=outlet, body=body)
    relink(article)
    row = Mention.objects.get(version=article.current_version)
    assert (row.state, row.person) == ("linked", doug)


def test_a_merged_person_keeps_what_was_learned(outlet, editor, doug):
    jones(outlet, decided_by=editor, person=doug)
    kept = make_person("Gordon Douglas Jones")
    merge_people(kept, doug, by=editor)
    assert LearnedName.objects.get().person == kept


def test_an_alias_still_asks_for_older_articles(outlet, doug):
    older = jones(outlet)
    add_alias(doug, "G. Douglas Jones")
    assert RereadRequest.objects.filter(article_id=older.version.article_id).exists()
