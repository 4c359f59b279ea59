"""Parameters of a list of articles: what they ask, and what they can't."""

import pytest
from django.http import QueryDict

from articles.filters import ArticleFilterSet
from articles.models import Party, Person
from articles.search.errors import BadQuery
from articles.search.facets import facets_of
from articles.search.nodes import Word
from articles.search.query import MAX_PAGE, SearchQuery, Selection, Sort, Unit
from tests.builders import make_outlet, make_person, make_race

pytestmark = pytest.mark.django_db


def asked(parameters: str = "") -> SearchQuery:
    return ArticleFilterSet(QueryDict(parameters)).search_query()


def refusal(parameters: str) -> BadQuery:
    with pytest.raises(BadQuery) as caught:
        asked(parameters)
    return caught.value


def test_no_parameters_ask_for_everything():
    assert asked() == SearchQuery()
    assert asked().is_everything


def test_there_is_one_filter_for_each_facet():
    assert {facet.name for facet in facets_of(Unit.ARTICLES)} <= set(ArticleFilterSet.base_filters)


def test_words_sort_and_page():
    query = asked("q=runoff&sort=newest&page=3")
    assert (query.words, query.text) == (Word("runoff"), "runoff")
    assert (query.sort, query.page, query.offset) == (Sort.NEWEST, 3, 40)


def test_people_outlets_and_races_are_given_by_slug():
    tommy, donald = make_person("Tommy Tuberville"), make_person("Donald Trump")
    outlet, race = make_outlet("The Plain Register"), make_race()
    query = asked(
        f"person={tommy.slug}&person={donald.slug}&quoted={donald.slug}"
        f"&outlet={outlet.slug}&race={race.slug}"
    )
    assert query.selected("person") == (tommy.pk, donald.pk)
    assert query.selected("quoted") == (donald.pk,)
    assert (query.selected("outlet"), query.selected("race")) == ((outlet.pk,), (race.pk,))


def test_codes_years_and_months():
    Party.objects.get_or_create(code="REP", defaults={"name": "Republican Party"})
    query = asked("state=al&office=senate&party=rep&kind=opinion&year=2020&month=2020-03")
    assert query.selections == (
        Selection("state", ("AL",)),
        Selection("office", ("senate",)),
        Selection("party", ("REP",)),
        Selection("kind", ("opinion",)),
        Selection("year", (2020,)),
        Selection("month", (202003,)),
    )


def test_blanks_and_repetitions_count_once():
    assert asked("q=&state=&state=AL&state=al&sort=&page=").selections == (
        Selection("state", ("AL",)),
    )


def test_a_former_slug_still_leads_to_the_person():
    person = make_person("Jeff Sessions")
    former, person.slug = person.slug, "jefferson-sessions"
    person.save()
    assert asked(f"person={former}").selected("person") == (person.pk,)


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ("person=nobody", "The archive knows no person “nobody”."),
        ("quoted=no%20slug%00", "The archive knows no person quoted"),
        ("outlet=%F0%9F%97%9E", "The archive knows no outlet"),
        ("race=1%27%20OR%201=1", "The archive knows no race"),
        ("state=ZZ", "The archive knows no state “ZZ”."),
        ("party=%00", "The archive knows no party"),
        ("kind=poem", "The archive knows no kind of article “poem”."),
        ("year=20", "“20” is no year: write it like 2020."),
        ("year=2020%0A", None),
        ("month=2020-13", "“2020-13” is no month: write it like 2020-03."),
        ("month=March", "“March” is no month"),
        ("sort=best", "The order can be relevance, newest or oldest."),
        ("page=0", f"The page must be a number from 1 to {MAX_PAGE}"),
        ("page=x", f"The page must be a number from 1 to {MAX_PAGE}"),
        (f"page={MAX_PAGE + 1}", f"The page must be a number from 1 to {MAX_PAGE}"),
        ("page=99999999999999999999", "The page must be a number"),
        ("q=" + "x" * 1001, "The search is longer than 1000 characters"),
        ("&".join(f"state={n}" for n in range(21)), "Choose at most 20 values of state."),
    ],
)
def test_what_makes_no_sense_is_told(parameters, says):
    if says is None:
        assert asked(parameters).selections
        return
    assert refusal(parameters).message.startswith(says)


def test_a_mistaken_search_comes_with_a_corrected_one():
    mistake = refusal("q=(runoff+OR")
    assert "needs a word" in mistake.message
    assert mistake.suggestion == "(runoff)"


def test_only_public_people_can_be_asked_for():
    hidden = make_person("Somebody Private", status=Person.Status.HIDDEN)
    assert "knows no person" in refusal(f"person={hidden.slug}").message


def test_rows_are_never_filtered():
    with pytest.raises(TypeError, match="search_query"):
        ArticleFilterSet(QueryDict("state=AL")).qs.count()


@pytest.mark.parametrize("values", [1, 20])
def test_queries_do_not_grow_with_the_values_chosen(values, django_assert_num_queries):
    outlets = [make_outlet() for _ in range(values)]
    parameters = "&".join(f"outlet={outlet.slug}" for outlet in outlets)
    with django_assert_num_queries(1):
        asked(parameters)
