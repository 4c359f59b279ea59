"""The list of articles: facets, choices, mistakes, and an index that does not answer."""

import datetime as dt
from dataclasses import replace

import pytest

from articles.models import CopySet
from articles.search import EngineUnavailable
from articles.search.query import MAX_PAGE
from articles.views import lists
from tests.builders import link_race, make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db
LIST = "/articles/"


def page(client, **parameters) -> str:
    answer = client.get(LIST, parameters)
    assert answer.status_code == 200
    return answer.content.decode()


def group(groups, name: str):
    return next(one for one in groups if one.name == name)


@pytest.fixture
def story(indexed):
    person = make_person("Doug Jones")
    article = make_article("Runoff set", body="“We won,” Doug Jones said of <b>votes</b>.")
    mention(article, person, "Doug Jones")
    quote(article, person, "We won")
    link_race(article, make_race("2020-al-us-senate", person))
    make_article("Another matter", body="Rain is expected.")
    indexed()
    return article


def test_all_articles_with_their_total(client, story):
    found = client.get(LIST)
    assert found.context["total"] == 2
    assert found.context["chips"] == []


def test_words_are_found_and_marked_and_escaped(client, story):
    shown = page(client, q="votes")
    assert "Runoff set" in shown
    assert "Another matter" not in shown
    assert "<mark>votes</mark>" in shown
    assert "&lt;b&gt;" in shown


def test_a_value_of_a_facet_adds_itself_and_then_takes_itself_away(client, story):
    groups = client.get(LIST).context["groups"]
    (link,) = group(groups, "quoted").links
    assert link.url == "/articles/?quoted=doug-jones"
    chosen = client.get(link.url)
    assert chosen.context["total"] == 1
    (link,) = group(chosen.context["groups"], "quoted").links
    assert (link.state, link.url) == ("chosen", LIST)


def test_a_value_can_be_left_out_and_taken_back(client, story):
    (link,) = group(client.get(LIST).context["groups"], "quoted").links
    assert link.refuse_url == "/articles/?not_quoted=doug-jones"
    without = client.get(link.refuse_url)
    assert [row.headline for row in without.context["rows"]] == ["Another matter"]
    (link,) = group(without.context["groups"], "quoted").links
    assert (link.state, link.url, link.count) == ("refused", LIST, "1")
    assert [(chip.label, chip.value) for chip in without.context["chips"]] == [
        ("Person quoted", "not Doug Jones")
    ]


def test_a_closed_group_is_counted_when_it_is_asked_for(client, story):
    closed = group(client.get(LIST, {"state": "AL"}).context["groups"], "office")
    assert (closed.is_open, closed.links) == (False, ())
    assert closed.open_url == "/articles/?state=AL&open=office#facet-office"
    answer = client.get(closed.open_url)
    assert group(answer.context["groups"], "office").links[0].label == "U.S. Senate"
    assert answer.context["canonical"] == "http://testserver/articles/?state=AL"


def test_the_question_is_the_title(client, story):
    shown = page(client, quoted="doug-jones", sort="oldest")
    assert "<title>Articles that quote Doug Jones, oldest first · " in shown


def test_one_question_has_one_address(client, story):
    mixed = client.get("/articles/?state=al&from=2020&q=a+AND+b&person=doug-jones&sort=relevance")
    assert mixed.context["canonical"] == (
        "http://testserver/articles/?q=a+b&person=doug-jones&state=AL&from=2020"
    )
    assert '<link rel="canonical" href="http://testserver/articles/">' in page(client)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("q=won+quoted:doug-jones", "/articles/?q=won&quoted=doug-jones"),
        ('q=quoted:"doug jones"', "/articles/?quoted=doug-jones"),
        ("q=-place:al last:30d", "/articles/?not_place=AL&last=30d"),
        ("q=copies:folded sort:oldest&state=AL", "/articles/?state=AL&copies=folded&sort=oldest"),
        ("q=won&from=&to=2020-03", "/articles/?q=won&to=2020-03"),
    ],
)
def test_what_is_typed_beside_words_and_the_blanks_of_forms_lead_to_that_address(
    client, story, given, address
):
    answer = client.get(f"{LIST}?{given}")
    assert (answer.status_code, answer.url) == (302, address)


def test_dates_narrow_and_each_bar_leads_to_its_time(client, story, indexed):
    make_article("In May", published_on=dt.date(2020, 5, 2))
    indexed()
    histogram = client.get(LIST).context["histogram"]
    assert histogram.width == "month"
    march = client.get(histogram.bars[0].url)
    assert (histogram.bars[0].url, march.context["total"]) == (
        "/articles/?from=2020-03&to=2020-03",
        2,
    )
    assert march.context["sentence"] == "Articles in March 2020"
    wider = client.get(march.context["histogram"].wider_url)
    assert wider.context["sentence"] == "Articles in 2020"
    assert wider.context["histogram"].wider_url == LIST


def test_few_days_are_drawn_as_days_and_many_years_as_years(client, indexed):
    for day in (dt.date(2020, 3, 4), dt.date(2020, 3, 9)):
        make_article(published_on=day)
    indexed()
    histogram = client.get(LIST).context["histogram"]
    assert (histogram.width, len(histogram.bars)) == ("day", 6)
    make_article(published_on=dt.date(2001, 3, 4))
    indexed()
    histogram = client.get(LIST).context["histogram"]
    assert (histogram.width, len(histogram.bars)) == ("year", 20)


def test_copies_are_folded_and_told(client, indexed):
    copies = CopySet.objects.create()
    first = make_article("The wire story", copy_set=copies)
    make_article("The wire story again", copy_set=copies, published_on=dt.date(2020, 3, 5))
    indexed()
    assert "2 articles" in page(client)
    folded = page(client, copies="folded")
    assert "1 text" in folded
    assert f'<a href="{first.get_absolute_url()}#copies">and 1 copy</a>' in folded
    assert 'id="copies"' in client.get(first.get_absolute_url()).content.decode()


def test_each_choice_is_a_chip_with_the_address_without_it(client, story):
    found = client.get(LIST, {"q": "won", "person": "doug-jones", "state": "al"})
    assert [(chip.label, chip.value, chip.url) for chip in found.context["chips"]] == [
        ("Words", "won", "/articles/?person=doug-jones&state=AL"),
        ("Person", "Doug Jones", "/articles/?q=won&state=AL"),
        ("State", "Alabama", "/articles/?q=won&person=doug-jones"),
    ]


def test_the_search_box_keeps_the_choices(client, story):
    assert '<input type="hidden" name="person" value="doug-jones">' in page(
        client, person="doug-jones"
    )


def test_relevance_is_offered_where_there_are_words(client, story):
    assert [sort.label for sort in client.get(LIST).context["sorts"]] == ["Newest", "Oldest"]
    sorts = client.get(LIST, {"q": "won"}).context["sorts"]
    assert [sort.label for sort in sorts if sort.is_current] == ["Relevance"]


def test_nothing_found_says_what_to_take_away(client, story):
    shown = page(client, q="won zebra", person="doug-jones", not_state="GA", last="9999y")
    assert "No article has all of this." in shown
    answer = client.get(LIST, {"q": "won zebra", "person": "doug-jones"})
    assert [(one.found, one.condition, one.url) for one in answer.context["advice"]] == [
        ("1 article", "without “zebra”", "/articles/?q=won&person=doug-jones")
    ]


def test_each_kind_of_condition_can_be_the_one_too_many(client, story):
    for given, condition in (
        ({"q": "rain", "person": "doug-jones"}, "whatever the person"),
        ({"q": "rain", "from": "2021"}, "at any time"),
        ({"q": "won", "not_quoted": "doug-jones"}, "with Doug Jones as well"),
        ({"q": "rain -expected"}, "with or without “expected”"),
    ):
        advice = client.get(LIST, given).context["advice"]
        assert condition in [one.condition for one in advice]


def test_names_among_the_words_are_offered_as_links(client, story):
    assert '<a href="/people/doug-jones/">Doug Jones</a>' in page(client, q="jones won")
    assert client.get(LIST, {"q": "jon"}).context["meant"] == [
        ("People", [("Doug Jones", "/people/doug-jones/")])
    ]


def test_a_page_beyond_the_last_leads_back(client, story):
    assert "the last is page 1" in page(client, page=9)


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"person": "nobody-at-all"}, "nobody-at-all"),
        ({"page": "x"}, "page"),
        ({"month": "2020-13"}, "2020-13"),
        ({"sort": "best"}, "order"),
        ({"from": "yesterday"}, "yesterday"),
        ({"last": "long"}, "long"),
        ({"from": "2021", "to": "2020"}, "begin in 2021"),
        ({"copies": "some"}, "Copies"),
    ],
)
def test_a_mistake_is_explained_and_left_out_of_the_list(client, story, parameters, told):
    answer = client.get(LIST, parameters | {"state": "AL"})
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "could not be understood" in shown
    assert told in shown
    assert [row.headline for row in answer.context["rows"]] == [story.headline]


@pytest.mark.parametrize("words", ['"deep-red', "won OR outlet:x", "won NEAR/3 won"])
def test_mistaken_words_find_nothing(client, story, words):
    answer = client.get(LIST, {"q": words})
    assert answer.status_code == 400
    assert "This search could not be understood." in answer.content.decode()
    assert "rows" not in answer.context


def test_every_mistake_is_named_with_what_may_have_been_meant(client, story):
    answer = client.get(LIST, {"quoted": "dug-jones", "state": "alabma", "page": "0"})
    links = [link for _, corrections in answer.context["mistakes"] for link in corrections]
    assert len(answer.context["mistakes"]) == 3
    assert ("Doug Jones", "/articles/?quoted=doug-jones") in links
    assert ("Alabama", "/articles/?state=AL") in links


def test_a_mistake_comes_with_a_question_that_works(client, story):
    found = client.get(LIST, {"q": '"We won', "state": "AL"})
    ((_, ((_, url),)),) = found.context["mistakes"]
    corrected = client.get(url)
    assert [row.headline for row in corrected.context["rows"]] == [story.headline]


def test_without_its_index_the_list_says_so_and_the_front_page_still_works(
    client, story, monkeypatch
):
    def unavailable(*asked):
        raise EngineUnavailable("no index")

    monkeypatch.setattr(lists, "search", unavailable)
    answer = client.get(LIST, {"q": "won"})
    assert answer.status_code == 503
    assert "No article is lost" in answer.content.decode()
    assert "Runoff set" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("sort", "words", "url"),
    [
        ("newest", "Older than March 4, 2020", "/articles/?to=2020-03-04"),
        ("oldest", "Newer than March 4, 2020", "/articles/?from=2020-03-04&sort=oldest"),
    ],
)
def test_from_the_last_page_one_goes_on_by_date(client, story, monkeypatch, sort, words, url):
    whole = lists.search

    def endless(query, *others):
        return replace(whole(replace(query, page=1), *others), query=query, total=1_000_000)

    monkeypatch.setattr(lists, "search", endless)
    answer = client.get(LIST, {"page": MAX_PAGE, "sort": sort})
    assert answer.context["beyond"] == (words, url)
    assert client.get(LIST, {"page": 3}).context["beyond"] is None


def test_an_empty_archive_says_what_would_fill_it(client, indexed):
    indexed()
    assert "No article has been published yet" in page(client)
