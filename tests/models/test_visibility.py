"""public() says what the public may see, for every noun that has pages."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.models import Article, Outlet, Person
from tests.builders import make_article, make_outlet, make_person

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_only_the_published_is_public(status):
    article = make_article(status=status)
    assert not Article.objects.public().exists()
    assert not article.is_public


def test_an_embargo_hides_until_it_has_passed():
    waiting = make_article(embargo_until=timezone.now() + HOUR)
    passed = make_article(embargo_until=timezone.now() - HOUR)
    assert list(Article.objects.public()) == [passed]
    assert (waiting.is_public, passed.is_public) == (False, True)


@pytest.mark.parametrize(("status", "seen"), [("confirmed", 1), ("proposed", 0), ("hidden", 0)])
def test_only_confirmed_people_are_public(status, seen):
    make_person(status=status)
    assert Person.objects.public().count() == seen


def test_an_outlet_without_public_articles_has_no_page():
    make_article(outlet=make_outlet("Drafts Only"), status="draft")
    shown = make_article().outlet
    assert list(Outlet.objects.public()) == [shown]
