"""An editor's account has a random password, shown once."""

import re

import pytest
from django.core.management import CommandError, call_command

from articles.models import User

pytestmark = pytest.mark.django_db


def said(capsys, *arguments, **options) -> str:
    call_command("make_editor", *arguments, **options)
    return capsys.readouterr().out


def test_the_printed_password_signs_in(capsys, client):
    printed = said(capsys, "ed@example.org")
    password = re.search(r"password: (\S+)", printed)[1]
    response = client.post(
        "/admin/login/?next=/admin/", {"username": "ED@example.org", "password": password}
    )
    assert response.status_code == 302


def test_two_accounts_have_two_passwords(capsys):
    passwords = {
        re.search(r"password: (\S+)", said(capsys, f"{name}@example.org"))[1] for name in "ab"
    }
    assert len(passwords) == 2


def test_nothing_is_made_where_somebody_can_sign_in(capsys):
    said(capsys, "ed@example.org")
    assert said(capsys, "other@example.org", if_none=True) == ""
    assert User.objects.count() == 1


@pytest.mark.parametrize("email", ["not an address", "ED@example.org"])
def test_a_bad_or_known_address_is_refused(email, capsys):
    said(capsys, "ed@example.org")
    with pytest.raises(CommandError):
        call_command("make_editor", email)
