"""What was learned is listed for editors, and can be switched off and on."""

import pytest
from django.contrib.auth.models import Permission

from articles.models import LearnedName
from tests.builders import make_editor, make_outlet, make_person, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/learnedname/"


@pytest.fixture
def learned():
    return LearnedName.objects.create(
        outlet=make_outlet(), person=make_person("Doug Jones"), name="Jones", folded="jones", yes=4
    )


def choose(client, action: str, row: LearnedName):
    return client.post(ADDRESS, {"action": action, "_selected_action": [row.pk]}, follow=True)


def test_it_is_listed_with_its_counts(client, learned):
    client.force_login(make_editor())
    page = client.get(ADDRESS).content.decode()
    assert "Doug Jones" in page
    assert '<td class="field-yes">4</td>' in page


def test_it_is_switched_off_and_on_by_whoever_may(client, learned):
    editor = make_editor()
    client.force_login(editor)
    choose(client, "forget", learned)
    learned.refresh_from_db()
    assert (learned.is_used, learned.switched_by) == (False, editor)
    choose(client, "use_again", learned)
    learned.refresh_from_db()
    assert learned.is_used


def test_who_may_only_look_cannot_switch_it(client, learned):
    user = make_user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_learnedname"))
    client.force_login(user)
    choose(client, "forget", learned)
    learned.refresh_from_db()
    assert learned.is_used
