"""One quote at its own address: its place, and the wordings in which it was printed."""

import datetime as dt

import pytest

from articles.models import Version
from tests.builders import make_article, make_person, quote
from tests.views.test_quote_list import said, same_statement

pytestmark = pytest.mark.django_db
WHOLE = "We will win this race, and nobody will stop us"


@pytest.fixture
def jones(db):
    return make_person("Doug Jones")


def shown(client, one) -> str:
    answer = client.get(one.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_words_stand_in_their_place(client, jones):
    one = said(jones, WHOLE)
    page = shown(client, one)
    assert f"“{WHOLE}”" in page
    assert f'<span class="said-here">{WHOLE}</span>,” Doug Jones said.' in page
    assert f'href="{one.passage_url}"' in page
    assert "Where it is printed" not in page


def test_each_wording_is_compared_with_the_longest(client, jones):
    cut = said(jones, "We will win this race", published_on=dt.date(2020, 3, 1))
    whole = said(jones, WHOLE, published_on=dt.date(2020, 3, 2))
    changed = said(jones, "We will win that race", published_on=dt.date(2020, 3, 3))
    same_statement(whole, cut, changed)
    answer = client.get(whole.get_absolute_url())
    assert [one.quote for one in answer.context["carriers"]] == [cut, whole, changed]
    page = answer.content.decode()
    assert "only in yours: </span>that<" in page
    assert page.count('<span class="tag">the longest wording</span>') == 1


def test_a_wording_that_may_not_be_shown_is_named_without_its_words(client, jones):
    open_one = said(jones, "We will win this race")
    hidden = said(jones, WHOLE, rights="metadata")
    same_statement(open_one, hidden)
    for one in (open_one, hidden):
        page = shown(client, one)
        assert "nobody will stop us" not in page
        assert "may not be shown here" in page


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_what_is_not_public_is_not_there(client, jones, status):
    open_one, other = said(jones, "We will win this race"), said(jones, WHOLE, status=status)
    same_statement(open_one, other)
    assert client.get(other.get_absolute_url()).status_code == 404
    assert "nobody will stop us" not in shown(client, open_one)


def test_a_rejected_quote_is_not_there(client, jones):
    one = said(jones, WHOLE)
    type(one).objects.update(state="rejected")
    assert client.get(one.get_absolute_url()).status_code == 404
    assert client.get("/quotes/999999999/").status_code == 404


def test_the_page_is_for_reading_only(client, jones):
    assert client.post(said(jones, WHOLE).get_absolute_url()).status_code == 405


def test_more_wordings_take_no_more_queries(client, jones, django_assert_max_num_queries):
    quotes = [said(jones, WHOLE) for _ in range(12)]
    same_statement(*quotes)
    with django_assert_max_num_queries(8):
        shown(client, quotes[0])


def test_a_quote_in_a_headline_leads_to_the_top_of_its_article(client, jones):
    article = make_article("“We won the day,” Jones says", body="“We won the day,” Jones said.")
    one = quote(article, jones, "We won the day")
    one.spans.update(field="headline", start=1, end=15)
    page = shown(client, one)
    assert '<span class="said-here">We won the day</span>,” Jones says' in page


def changed_to(article, body: str) -> None:
    """Gives ``article`` another text, as a newspaper does with a correction."""
    article.current_version = Version.objects.create(
        article=article, number=2, headline="As corrected", body=body, blocks=["paragraph"]
    )
    article.save()


@pytest.fixture
def former(jones):
    """A quote of a text that its article had before."""
    one = said(jones, "We will win this race")
    changed_to(
        one.version.article, "“We will win this race,” Doug Jones said. “We WILL win,” he said."
    )
    return one


def test_the_same_words_in_the_text_of_today_are_led_to(client, jones, former):
    article = former.version.article
    quote(article, jones, "We WILL win")
    today = quote(article, jones, "We will win this race")
    answer = client.get(former.get_absolute_url())
    assert (answer.status_code, answer.url) == (301, today.get_absolute_url())


def test_what_belongs_to_the_same_statement_is_led_to(client, jones, former):
    today = quote(former.version.article, jones, "We WILL win")
    same_statement(former, today)
    answer = client.get(former.get_absolute_url())
    assert (answer.status_code, answer.url) == (301, today.get_absolute_url())


def test_where_the_words_are_gone_a_page_says_so_without_them(client, jones, former):
    quote(former.version.article, jones, "We WILL win")
    answer = client.get(former.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "These words no longer stand in the article" in page
    assert former.version.article.get_absolute_url() in page
    assert "win this race" not in page


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_a_former_quote_of_what_is_not_public_is_not_there(client, former, status):
    article = former.version.article
    article.status = status
    article.save()
    assert client.get(former.get_absolute_url()).status_code == 404


def test_a_former_quote_that_was_rejected_is_not_there(client, former):
    type(former).objects.filter(pk=former.pk).update(state="rejected")
    assert client.get(former.get_absolute_url()).status_code == 404
