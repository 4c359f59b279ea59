"""From the database through the index to finished results."""

import pytest

from articles.models import Party, PartyAffiliation, Person
from articles.search import EngineUnavailable, SearchQuery, Selection, get_engine, search
from articles.search.facets import facets_of
from articles.search.indexing import bring_up_to_date
from articles.search.query import Unit
from articles.search.syntax import parse
from tests.builders import (
    link_race,
    make_article,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    tommy = make_person("Tommy Tuberville")
    party = Party.objects.get_or_create(code="REP", defaults={"name": "Republican Party"})[0]
    PartyAffiliation.objects.create(person=tommy, party=party)
    article = make_article(
        "Runoff set",
        body="“We will win,” he said in this deep-red state.",
        outlet=make_outlet("The Plain Register"),
    )
    quote(article, tommy, "We will win,")
    link_race(article, make_race())
    make_article("Another", kind="opinion", outlet=make_outlet("The Other Paper"))
    bring_up_to_date()
    return article, tommy


def found(text="", *selections):
    return search(SearchQuery(words=parse(text), selections=selections))


def test_hits_and_snippets(archive):
    article, _ = archive
    results = found('"deep-red state"')
    assert (results.ids, results.total) == ((article.pk,), 1)
    marked = [one.text for one in results.hits[0].snippet if one.is_match]
    assert marked == ["deep", "red", "state"]


def test_every_facet_is_labelled_for_readers(archive):
    _, tommy = archive
    shown = {
        facet.name: [(one.value, one.label, one.count) for one in facet.values]
        for facet in found("runoff").facets
    }
    assert list(shown) == [facet.name for facet in facets_of(Unit.ARTICLES)]
    assert {name: values for name, values in shown.items() if values} == {
        "outlet": [("the-plain-register", "The Plain Register", 1)],
        "outlet_kind": [("newspaper", "Newspaper", 1)],
        "person": [(tommy.slug, "Tommy Tuberville", 1)],
        "quoted": [(tommy.slug, "Tommy Tuberville", 1)],
        "race": [("2020-al-us-senate", "2020 Alabama U.S. Senate", 1)],
        "state": [("AL", "Alabama", 1)],
        "office": [("senate", "U.S. Senate", 1)],
        "party": [("REP", "Republican Party", 1)],
        "kind": [("news", "News", 1)],
        "language": [("en", "English", 1)],
        "has_quotes": [("yes", "Yes", 1)],
        "year": [("2020", "2020", 1)],
        "month": [("2020-03", "March 2020", 1)],
        "day": [("2020-03-04", "March 4, 2020", 1)],
    }


def test_a_chosen_value_is_marked_and_stays_at_zero(archive):
    _, tommy = archive
    results = found("another", Selection("person", (tommy.pk,)))
    assert results.total == 0
    chosen = results.facet("person").selected
    assert [(one.label, one.count) for one in chosen] == [("Tommy Tuberville", 0)]


def test_a_person_hidden_since_is_not_named(archive):
    Person.objects.update(status="hidden")
    assert found().facet("person").values == ()


def test_pages_are_told(archive):
    results = search(SearchQuery(page_size=1))
    assert (results.page_count, results.has_next, results.has_previous) == (2, True, False)
    assert not results.is_cut


def test_without_an_index_the_failure_is_of_one_kind():
    with pytest.raises(EngineUnavailable):
        search(SearchQuery())


def test_queries_do_not_grow_with_hits_or_values(archive, django_assert_num_queries):
    with django_assert_num_queries(5):
        search(SearchQuery())
    for number in range(15):
        article = make_article("More")
        mention(article, make_person(f"Person {number}"))
    bring_up_to_date()
    with django_assert_num_queries(5):
        search(SearchQuery())


def test_each_process_and_place_has_one_engine(settings):
    assert get_engine() is get_engine()
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "LOCATION": "elsewhere"}
    assert get_engine().location == "elsewhere"
