"""The list of articles: facets, choices, mistakes, and an index that does not answer."""

import pytest

from articles.search import EngineUnavailable
from articles.views import article_lists
from tests.builders import link_race, make_article, make_person, make_race, mention, quote

pytestmark = pytest.mark.django_db
LIST = "/articles/"


def page(client, **parameters) -> str:
    answer = client.get(LIST, parameters)
    assert answer.status_code == 200
    return answer.content.decode()


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
    (link,) = next(group for group in groups if group.name == "quoted").links
    assert link.url == "/articles/?quoted=doug-jones"
    chosen = client.get(link.url)
    assert chosen.context["total"] == 1
    (link,) = next(group for group in chosen.context["groups"] if group.name == "quoted").links
    assert (link.is_selected, link.url) == (True, LIST)


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


def test_nothing_found_says_what_to_try(client, story):
    shown = page(client, q="zebra")
    assert "No article has all of this." in shown
    assert 'href="/articles/"' in shown


def test_a_page_beyond_the_last_leads_back(client, story):
    assert "the last is page 1" in page(client, page=9)


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"q": '"deep-red'}, "quotation mark"),
        ({"person": "nobody-at-all"}, "nobody-at-all"),
        ({"page": "x"}, "page"),
        ({"month": "2020-13"}, "2020-13"),
        ({"sort": "best"}, "order"),
    ],
)
def test_a_mistake_is_explained_and_finds_nothing(client, story, parameters, told):
    shown = page(client, **parameters)
    assert "could not be understood" in shown
    assert told in shown
    assert "Runoff set" not in shown


def test_a_mistake_comes_with_a_question_that_works(client, story):
    found = client.get(LIST, {"q": '"We won', "state": "AL"})
    corrected = client.get(found.context["suggestion_url"])
    assert [row.article for row in corrected.context["rows"]] == [story]


def test_without_its_index_the_list_says_so_and_the_front_page_still_works(
    client, story, monkeypatch
):
    def unavailable(query):
        raise EngineUnavailable("no index")

    monkeypatch.setattr(article_lists, "search", unavailable)
    answer = client.get(LIST, {"q": "won"})
    assert answer.status_code == 503
    assert "No article is lost" in answer.content.decode()
    assert "Runoff set" in client.get("/").content.decode()


def test_an_empty_archive_says_what_would_fill_it(client, indexed):
    indexed()
    assert "No article has been published yet" in page(client)
