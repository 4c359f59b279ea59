"""Doubtful joins are an editor's to make."""

import pytest
from django.contrib.auth.models import Group, Permission

from articles.models import JoinProposal, Person
from tests.builders import make_article, make_editor, make_person, make_user, mention

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/joinproposal/"


@pytest.fixture
def proposal():
    one, other = make_person("Jared Polis"), make_person("Jared S. Polis")
    return JoinProposal.objects.create(person=one, other=other, why="The same name and state.")


def choose(client, action: str, *proposals: JoinProposal):
    keys = [proposal.pk for proposal in proposals]
    return client.post(ADDRESS, {"action": action, "_selected_action": keys}, follow=True)


def test_joining_moves_everything_and_keeps_the_address(client, proposal):
    client.force_login(make_editor())
    row = mention(make_article(), proposal.other)
    choose(client, "join", proposal)
    row.refresh_from_db()
    assert row.person == proposal.person
    assert Person.objects.by_slug("jared-s-polis") == proposal.person
    assert not JoinProposal.objects.exists()


def test_two_proposals_of_one_person_can_be_joined_together(client, proposal):
    client.force_login(make_editor())
    third = make_person("J. Polis")
    second = JoinProposal.objects.create(person=proposal.other, other=third, why="The same.")
    choose(client, "join", proposal, second)
    assert Person.objects.filter(name__contains="Polis").count() <= 2
    assert not JoinProposal.objects.filter(pk=proposal.pk).exists()


def test_keeping_apart_is_signed_and_dated(client, proposal):
    editor = make_editor()
    client.force_login(editor)
    choose(client, "keep_apart", proposal)
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.decided_by) == ("no", editor)
    assert proposal.decided_at
    assert Person.objects.count() == 2


def test_who_may_not_decide_is_not_offered_it(client, proposal):
    user = make_user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_joinproposal"))
    client.force_login(user)
    choose(client, "join", proposal)
    assert Person.objects.count() == 2


def test_a_reviewer_keeps_apart_but_joins_nobody(client, proposal):
    reviewer = make_user(is_staff=True)
    reviewer.groups.add(Group.objects.get(name="Reviewers"))
    client.force_login(reviewer)
    choose(client, "join", proposal)
    assert Person.objects.count() == 2
    choose(client, "keep_apart", proposal)
    proposal.refresh_from_db()
    assert proposal.decided_by == reviewer
