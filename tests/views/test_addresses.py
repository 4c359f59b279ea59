"""Addresses of lists: changed in one thing, the rest kept."""

import pytest
from django.test import RequestFactory

from articles.views.addresses import Address

START = Address("/articles/", (("q", "runoff"), ("person", "doug-jones"), ("page", "3")))


def test_a_page_without_parameters_is_its_path():
    assert str(Address("/articles/")) == "/articles/"


def test_adding_a_value_keeps_the_others_and_leads_to_the_first_page():
    assert str(START.adding("person", "roy-moore")) == (
        "/articles/?q=runoff&person=doug-jones&person=roy-moore"
    )


def test_removing_a_value_leaves_other_values_of_its_name():
    two = START.adding("person", "roy-moore")
    assert str(two.removing("person", "doug-jones")) == "/articles/?q=runoff&person=roy-moore"


def test_setting_replaces_and_an_empty_value_takes_away():
    assert str(START.setting("q", "“a b”")) == (
        "/articles/?person=doug-jones&q=%E2%80%9Ca+b%E2%80%9D"
    )
    assert str(START.setting("q")) == "/articles/?person=doug-jones"


def test_the_first_page_has_no_number():
    assert str(START.on_page(1)) == "/articles/?q=runoff&person=doug-jones"
    assert str(START.on_page(2)).endswith("&page=2")


def test_of_a_request_only_known_parameters_with_a_value_are_taken_once():
    request = RequestFactory().get("/people/?q=+jones+&page=&x=1&q=jones&q=+jones+")
    assert Address.of(request, ["q", "page"]).parameters == (("q", "jones"), ("q", "jones"))


@pytest.mark.parametrize("is_ordered", [True, False])
@pytest.mark.parametrize("name", ["outlet", "person", "not_person", "kind"])
def test_each_of_many_values_leads_where_adding_it_does(name, is_ordered):
    given = (("q", "a & b"), ("person", "doug-jones"), ("last", "7d"), ("page", "2"))
    address = Address("/articles/", given, is_ordered)
    adding = address.with_each(name)
    for value in ("a-slug", "zz", "Letters & more/“quoted”", "doug-jones"):
        assert adding(value) == str(address.adding(name, value))
