"""All values of one facet: searched, paged, chosen, and as a group alone."""

import pytest

from articles.search import EngineUnavailable
from articles.views import facet_pages
from tests.builders import make_article, make_outlet, make_person, mention, quote

pytestmark = pytest.mark.django_db
PEOPLE = "/articles/facet/person/"


@pytest.fixture
def people(indexed):
    named = [make_person(name) for name in ("José Ávila", "Doug Jones", "Roy Moore")]
    for number in range(3):
        article = make_article(f"Number {number}", body="“We won,” Doug Jones said.")
        for person in named[: number + 1]:
            mention(article, person)
        quote(article, named[1], "We won")
    indexed()
    return named


def labels(answer) -> list[tuple[str, str]]:
    return [(link.label, link.count) for link in answer.context["links"]]


def test_all_values_the_most_frequent_first(client, people):
    answer = client.get(PEOPLE)
    assert labels(answer) == [("José Ávila", "3"), ("Doug Jones", "3"), ("Roy Moore", "1")]
    assert answer.context["links"][1].url == "/articles/?person=doug-jones"


def test_they_are_searched_whatever_the_accents(client, people):
    assert labels(client.get(PEOPLE, {"find": "avila"})) == [("José Ávila", "3")]
    assert labels(client.get("/articles/facet/kind/", {"find": "NEW"})) == [("News", "3")]
    assert labels(client.get("/articles/facet/month/", {"find": "march"})) == [("March 2020", "3")]


def test_they_belong_to_the_list_they_came_from(client, people):
    answer = client.get(PEOPLE, {"q": "won", "not_person": "roy-moore"})
    assert answer.context["list_url"] == "/articles/?q=won&not_person=roy-moore"
    assert [link.state for link in answer.context["links"]] == ["", "", "refused"]
    assert '<input type="hidden" name="not_person" value="roy-moore">' in answer.content.decode()


def test_they_are_paged(client, indexed, monkeypatch):
    monkeypatch.setattr(facet_pages, "SIZE", 2)
    for number in range(3):
        make_article(outlet=make_outlet(f"Outlet {number}"))
    indexed()
    outlets = "/articles/facet/outlet/"
    first, second = client.get(outlets), client.get(outlets, {"page": 2, "find": "outlet"})
    assert (len(first.context["links"]), len(second.context["links"])) == (2, 1)
    assert first.context["pages"].next_url == f"{outlets}?page=2"
    assert second.context["pages"].previous_url == f"{outlets}?find=outlet"
    assert client.get(outlets, {"page": "²"}).status_code == 200
    assert client.get(outlets, {"page": 99}).context["links"] == []


def test_a_group_alone_is_given_to_a_page_that_opens_it(client, people):
    answer = client.get(PEOPLE, headers={"HX-Request": "true"})
    shown = answer.content.decode()
    assert shown.startswith('<details class="facet" id="facet-person" open>')
    assert "HX-Request" in answer["Vary"]


def test_what_is_not_there_says_so(client, people):
    assert "has “zebra” in its name" in client.get(PEOPLE, {"find": "zebra"}).content.decode()


@pytest.mark.parametrize("name", ["said", "nonsense", "q"])
def test_what_is_no_facet_of_articles_is_not_found(client, name):
    assert client.get(f"/articles/facet/{name}/").status_code == 404


def test_a_mistake_is_told(client, people):
    answer = client.get(PEOPLE, {"state": "ZZ"})
    assert answer.status_code == 400
    assert "knows no state" in answer.content.decode()


def test_without_its_index_it_says_so(client, people, monkeypatch):
    def unavailable(*asked, **options):
        raise EngineUnavailable("no index")

    monkeypatch.setattr(facet_pages, "values_of", unavailable)
    assert client.get(PEOPLE).status_code == 503
