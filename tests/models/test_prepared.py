"""A prepared query answers as the query it is made from."""

import pytest
from django.db.models import Q

from articles.models import Outlet
from articles.models.prepared import LARGEST, Prepared
from tests.builders import make_outlet

pytestmark = pytest.mark.django_db


def by_name(names):
    return Outlet.objects.filter(Q(name__in=names) | Q(slug__in=names)).values_list("name")


@pytest.fixture
def outlets():
    return [make_outlet(f"Paper {number}") for number in range(5)]


@pytest.mark.parametrize("number", range(6))
def test_whatever_the_number_of_keys(outlets, number):
    keys = Prepared(lambda keys: Outlet.objects.filter(pk__in=keys).values_list("pk", "name"))
    asked = [one.pk for one in outlets[:number]]
    assert sorted(keys(asked)) == [(one.pk, one.name) for one in outlets[:number]]


def test_texts_are_keys_as_well_and_may_stand_in_several_places(outlets):
    named = Prepared(by_name)
    assert named(["Paper 1"]) == named(["paper-1"]) == [("Paper 1",)]
    assert named(["Nobody’s"]) == []


def test_what_changed_since_is_seen(outlets):
    named = Prepared(by_name)
    assert named(["Paper 1"])
    outlets[1].delete()
    assert named(["Paper 1"]) == []


def test_many_keys_are_asked_for_in_parts(outlets, django_assert_num_queries):
    keys = Prepared(lambda keys: Outlet.objects.filter(pk__in=keys).values_list("pk"))
    last = outlets[-1].pk
    with django_assert_num_queries(2):
        assert keys(range(last + 1, last - LARGEST, -1))[0] in [(one.pk,) for one in outlets]


def test_a_key_that_is_changed_on_its_way_is_refused(outlets):
    folding = Prepared(lambda keys: Outlet.objects.filter(pk__gt=max(keys) + 1).values_list("pk"))
    with pytest.raises(ValueError, match="Not every key"):
        folding([1])
