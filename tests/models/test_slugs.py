"""Addresses are stable: old ones keep leading to their row."""

import pytest

from articles.models import OldSlug, Person, redirect_slugs
from tests.builders import make_article, make_outlet, make_person

pytestmark = pytest.mark.django_db


def test_a_slug_is_made_once_and_stays_when_the_name_changes():
    person = make_person("Jeff Sessions")
    person.name = "Jefferson Sessions"
    person.save()
    assert person.slug == "jeff-sessions"


def test_a_changed_slug_keeps_redirecting():
    person = make_person("Jeff Sessions")
    person.slug = "jefferson-sessions"
    person.save()
    assert Person.objects.by_slug("jeff-sessions") == person


def test_going_back_to_an_old_slug_makes_no_loop():
    person = make_person("Jeff Sessions")
    for slug in ("other", "jeff-sessions"):
        person.slug = slug
        person.save()
    assert not OldSlug.objects.filter(slug="jeff-sessions").exists()
    assert Person.objects.by_slug("other") == person


def test_namesakes_and_former_addresses_are_passed_over():
    first = make_person("Doug Jones")
    first.slug = "doug-jones-senator"
    first.save()
    assert make_person("Doug Jones").slug == "doug-jones-2"


def test_a_merge_moves_every_address():
    gone, kept = make_outlet("Old Post"), make_outlet("New Post")
    gone.slug = "older-post"
    gone.save()
    redirect_slugs(OldSlug.Kind.OUTLET, gone.pk, gone.slug, kept.pk)
    gone.delete()
    found = {type(kept).objects.by_slug(slug) for slug in ("old-post", "older-post", "new-post")}
    assert found == {kept}


def test_an_unknown_slug_is_nobodys():
    with pytest.raises(Person.DoesNotExist):
        Person.objects.by_slug("nobody")


def test_an_article_is_addressed_by_day_and_headline():
    assert make_article("Runoff Set").slug == "2020-03-04-runoff-set"


def test_a_name_without_letters_still_gets_an_address():
    assert make_person("中文").slug == "person"


def test_a_slug_that_is_cleared_is_made_anew_and_the_old_one_redirects():
    person = make_person("Jeff Sessions")
    person.name, person.slug = "Jefferson Sessions", ""
    person.save()
    assert person.slug == "jefferson-sessions"
    assert Person.objects.by_slug("jeff-sessions") == person
    person.slug = ""
    person.save()
    assert person.slug == "jefferson-sessions"
