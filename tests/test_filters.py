"""Parameters of a list of articles: what they ask, and what they can't."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.filters import ORDER, ArticleFilterSet, QuoteFilterSet, parameters_of
from articles.models import Author, Outlet, Party, Person
from articles.search.errors import BadQuery
from articles.search.facets import facets_of
from articles.search.labels import names_of_chosen
from articles.search.nodes import Word
from articles.search.periods import Period, parse_date, parse_rolling
from articles.search.query import MAX_PAGE, SearchQuery, Selection, Sort, Unit
from articles.search.syntax import parse
from tests.builders import make_article, make_outlet, make_person, make_race

pytestmark = pytest.mark.django_db


def asked(parameters: str = "") -> SearchQuery:
    return ArticleFilterSet(QueryDict(parameters)).search_query()


def refusal(parameters: str) -> BadQuery:
    with pytest.raises(BadQuery) as caught:
        asked(parameters)
    return caught.value


def public_outlet(name: str = "") -> Outlet:
    outlet = make_outlet(name)
    make_article(outlet=outlet)
    return outlet


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
    outlet, race = public_outlet("The Plain Register"), make_race()
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


def test_values_are_excluded():
    outlet = public_outlet("The Plain Register")
    query = asked(f"not_outlet={outlet.slug}&not_state=al&state=GA")
    assert query.refused("outlet") == (outlet.pk,)
    assert query.selection("state") == Selection("state", ("GA",), ("AL",))


def test_a_period_has_ends_or_rolls():
    assert asked("from=2020-03&to=2020-07-14").period == Period(
        parse_date("2020-03"), parse_date("2020-07-14")
    )
    assert asked("last=30d").period == Period(rolling=parse_rolling("30d"))


def test_copies_are_folded_when_it_is_asked_for():
    assert (asked().folded, asked("copies=folded").folded) == (False, True)


def test_a_row_is_known_by_a_name_that_it_alone_has():
    person, outlet = make_person("José Ávila"), public_outlet("The Plain Register")
    assert asked("person=jose+avila").selected("person") == (person.pk,)
    assert asked("outlet=the+plain+register").selected("outlet") == (outlet.pk,)
    assert asked("state=alabama").selected("state") == ("AL",)
    author = Author.objects.create(name="Jane Doe")
    make_article().bylines.create(name=author.name, author=author)
    assert asked("author=jane+doe").selected("author") == (author.pk,)


def test_a_name_that_several_have_is_refused_with_all_of_them():
    first, second = make_person("Mike Rogers"), make_person("Mike Rogers")
    (mistake,) = ArticleFilterSet(QueryDict("quoted=mike+rogers")).mistakes
    assert mistake.message == "Several carry the name “mike rogers”."
    assert [one.parameters for one in mistake.corrections] == [
        (("quoted", first.slug),),
        (("quoted", second.slug),),
    ]


@pytest.mark.parametrize("typed", ["tommy", "tubervile", "tommy-tubervill"])
def test_an_unknown_name_comes_with_the_likely_ones(typed):
    person = make_person("Tommy Tuberville")
    (mistake,) = ArticleFilterSet(QueryDict(f"quoted={typed}")).mistakes
    assert [one.parameters for one in mistake.corrections] == [(("quoted", person.slug),)]


def test_what_stands_beside_the_words_joins_the_parameters():
    person = make_person("Tommy Tuberville")
    query = asked('q=trade+quoted:"Tommy+Tuberville"+-state:AL+last:30d+copies:folded&state=GA')
    assert (query.words, query.text) == (Word("trade"), "trade")
    assert query.selected("quoted") == (person.pk,)
    assert query.selection("state") == Selection("state", ("GA",), ("AL",))
    assert (query.folded, str(query.period.rolling)) == (True, "30d")


def test_all_mistakes_are_named_and_the_rest_is_understood():
    filters = ArticleFilterSet(QueryDict("q=a+OR&state=ZZ&year=x&kind=news&from=2021&to=2020"))
    assert [one.parameter for one in filters.mistakes] == ["q", "state", "year", "from"]
    assert filters.understood_query() == SearchQuery(selections=(Selection("kind", ("news",)),))
    assert filters.mistakes[-1].corrections[0].parameters == (("from", "2020"), ("to", "2021"))


def test_many_values_in_all_are_refused_unread(django_assert_num_queries):
    many = "&".join(f"{name}=x{n}" for name in ("outlet", "person", "race") for n in range(40))
    with django_assert_num_queries(0):
        assert refusal(many).message == "Choose at most 100 values in all."


def test_quotes_have_their_own_facets():
    query = QuoteFilterSet(QueryDict("said=direct&not_state=AL")).search_query()
    assert query.unit is Unit.QUOTES
    assert (query.selected("said"), query.refused("state")) == (("direct",), ("AL",))
    assert {f"not_{facet.name}" for facet in facets_of(Unit.QUOTES)} <= set(
        QuoteFilterSet.base_filters
    )


CODES = {"state": ("AL", "GA", "ME"), "kind": ("news", "opinion"), "year": (2019, 2020)}
SELECTIONS = st.sampled_from(sorted(CODES)).flatmap(
    lambda name: st.builds(
        Selection,
        st.just(name),
        st.lists(st.sampled_from(CODES[name]), min_size=1, unique=True).map(tuple),
        st.lists(st.sampled_from(CODES[name]), unique=True).map(tuple),
    )
)
PERIODS = st.sampled_from(
    [
        Period(),
        Period(start=parse_date("2020-03")),
        Period(parse_date("2020"), parse_date("2021-07-14")),
        Period(rolling=parse_rolling("3m")),
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["", "a b", "a OR NOT b", "headline:(a NEAR/5 b)"]),
    st.lists(SELECTIONS, unique_by=lambda one: one.facet, max_size=3),
    PERIODS,
    st.booleans(),
    st.sampled_from(Sort),
    st.integers(1, 3),
    st.randoms(),
)
def test_a_question_has_one_address_that_asks_it_again(
    text, selections, period, folded, sort, page, chance
):
    query = SearchQuery(
        words=parse(text),
        selections=tuple(selections),
        period=period,
        folded=folded,
        sort=sort,
        page=page,
    )
    pairs = list(parameters_of(query, names_of_chosen(query)))
    again = asked(urlencode(pairs))
    assert again.matching() == _sorted(query).matching()
    assert again.page == page
    chance.shuffle(pairs)
    mixed = asked(urlencode(pairs))
    assert list(parameters_of(mixed, names_of_chosen(mixed))) == sorted(pairs, key=_place)


def _sorted(query: SearchQuery) -> SearchQuery:
    """Values in the order of addresses."""
    ordered = (
        Selection(one.facet, tuple(sorted(one.any_of)), tuple(sorted(one.none_of)))
        for one in query.selections
    )
    return replace(query, selections=tuple(ordered))


def _place(pair: tuple[str, str]) -> tuple[int, str]:
    return ORDER.index(pair[0]), pair[1]


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
    outlets = [public_outlet() for _ in range(values)]
    parameters = "&".join(f"outlet={outlet.slug}" for outlet in outlets)
    with django_assert_num_queries(2):
        asked(parameters)
