"""Outlets: those with public articles, and each of them."""

import pytest

from articles.models import OutletName
from tests.builders import make_article, make_outlet

pytestmark = pytest.mark.django_db


def test_outlets_with_the_number_of_their_public_articles(client, indexed):
    outlet = make_outlet("Ballot Lantern", place="Mobile", is_sample=True)
    for status in ("published", "published", "draft"):
        make_article(outlet=outlet, status=status)
    make_outlet("Nothing Out Yet")
    indexed()
    assert client.get("/outlets/").context["rows"] == [(outlet, 2)]
    assert "Nothing Out Yet" not in client.get("/outlets/").content.decode()


def test_the_page_of_an_outlet(client, indexed):
    outlet = make_outlet("Ballot Lantern", founded=2011, state="AL", about="A lantern.")
    OutletName.objects.create(outlet=outlet, name="The Lantern")
    make_article("Its story", outlet=outlet)
    indexed()
    shown = client.get(outlet.get_absolute_url()).content.decode()
    for words in ("Its story", "The Lantern", "2011–", "Alabama", "A lantern."):
        assert words in shown


def test_an_invented_outlet_says_that_it_does_not_exist(client):
    outlet = make_outlet("Ballot Lantern", is_sample=True)
    make_article(outlet=outlet)
    assert "It does not exist." in client.get(outlet.get_absolute_url()).content.decode()
