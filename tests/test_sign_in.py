"""Guessing passwords is stopped, however the address is written."""

import pytest
from django.urls import reverse

from tests.builders import make_editor

pytestmark = pytest.mark.django_db


def attempt(client, email: str, password: str):
    return client.post(reverse("admin:login"), {"username": email, "password": password})


def test_an_editor_signs_in_with_any_case_of_the_address(client):
    make_editor("ed@example.org")
    assert attempt(client, "ED@example.org", "a long pass word").status_code == 302


def test_guesses_at_one_account_add_up_whatever_the_case(client, settings):
    make_editor("ed@example.org")
    for number in range(settings.AXES_FAILURE_LIMIT):
        attempt(client, "ed@example.org" if number % 2 else "Ed@Example.Org", "guess")
    assert attempt(client, "ED@EXAMPLE.ORG", "a long pass word").status_code == 429


def test_the_content_policy_allows_nothing_inline(client):
    policy = client.get(reverse("admin:login")).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
