"""The list of what was said: found by words, speaker, place, time; each in its own place."""

import datetime as dt

import pytest

from articles.models import CopySet, Person, Statement
from tests.builders import link_race, make_article, make_outlet, make_person, make_race, quote

pytestmark = pytest.mark.django_db
LIST = "/quotes/"
PRIMARY, RUNOFF = dt.date(2020, 3, 3), dt.date(2020, 7, 14)
TRADE = "Trade with China has hurt the farmers of Alabama"


def page(client, **parameters) -> str:
    answer = client.get(LIST, parameters)
    assert answer.status_code == 200
    return answer.content.decode()


def said(person: Person, words: str, **fields):
    """A quote in an article of its own."""
    body = fields.pop(
        "body", f"The crowd listened.\n\n“{words},” {person.name} said.\n\nIt rained."
    )
    return quote(make_article(body=body, **fields), person, words)


def same_statement(*quotes) -> Statement:
    statement = Statement.objects.create(words=quotes[0].words)
    for one in quotes:
        one.statement = statement
        one.save()
    return statement


@pytest.fixture
def trade(indexed):
    """What Tuberville said about trade in an Alabama paper, among what else was said."""
    tuberville, sessions = make_person("Tommy Tuberville"), make_person("Jeff Sessions")
    race = make_race("2020-al-us-senate", tuberville, sessions)
    register = make_outlet("The Plain Register", state="AL")
    second = make_outlet("The Second Register", state="AL")
    elsewhere = make_outlet("The Far Paper", state="GA")
    between = {"published_on": dt.date(2020, 5, 5)}
    first = said(tuberville, TRADE, outlet=register, **between)
    copy = said(tuberville, TRADE, outlet=second, published_on=dt.date(2020, 5, 6))
    same_statement(first, copy)
    said(tuberville, f"{TRADE}, I say", outlet=elsewhere, **between)
    said(
        tuberville,
        "Trade was a word of the winter",
        outlet=register,
        published_on=dt.date(2020, 3, 1),
    )
    said(tuberville, "Football is what I know", outlet=register, **between)
    said(sessions, "Trade is what I know", outlet=register, **between)
    for one in (first, copy):
        link_race(one.version.article, race)
    indexed()
    return first


def test_what_tuberville_said_about_trade_between_the_votes_by_typing(client, trade):
    typed = (
        'trade person:"Tommy Tuberville" place:alabama from:2020-03-03 to:2020-07-14 copies:folded'
    )
    answer = client.get(LIST, {"q": typed}, follow=True)
    assert [row.quote for row in answer.context["rows"]] == [trade]
    assert answer.context["numbered"] == "1 statement"


def link(context, group: str, label: str):
    links = next(one for one in context["groups"] if one.name == group).links
    return next(one for one in links if one.label == label)


def test_what_tuberville_said_about_trade_between_the_votes_by_clicking(client, trade):
    race = trade.version.race_links.get().race
    race.stages.create(kind="primary", date=PRIMARY)
    race.stages.create(kind="runoff", date=RUNOFF)
    between = client.get(race.get_absolute_url()).context["stages"][0].until_next
    found = client.get(between.quotes_url)
    assert found.context["total"] == 2
    for group, label in (("person", "Tommy Tuberville"), ("place", "Alabama")):
        found = client.get(link(found.context, group, label).url)
    unique = next(one for one in found.context["copies"] if not one.is_current)
    found = client.get(f"{unique.url}&q=trade")
    assert [row.quote for row in found.context["rows"]] == [trade]


def test_a_quote_is_shown_in_its_paragraph_with_the_words_marked(client, trade):
    shown = page(client, q="farmers")
    assert "hurt the <mark>farmers</mark> of Alabama</span>,” Tommy Tuberville said." in shown
    assert "It rained" not in shown
    assert f'href="{trade.passage_url}"' in shown
    assert (
        f'id="{trade.anchor}"'
        in client.get(trade.version.article.get_absolute_url()).content.decode()
    )


def test_words_are_sought_in_what_was_said_alone(client, trade):
    assert client.get(LIST, {"q": "crowd"}).context["total"] == 0


def test_folded_a_statement_counts_once_and_tells_where_else_it_is(client, trade):
    answer = client.get(LIST, {"q": "farmers", "place": "AL", "copies": "folded"})
    assert [row.quote for row in answer.context["rows"]] == [trade]
    assert "also in 1 other article<" in answer.content.decode()


def test_folded_a_paraphrase_in_wire_copy_counts_once(client, indexed):
    tuberville, wire = make_person(), CopySet.objects.create()
    body = "Tommy Tuberville said he would end the tariffs on trade."
    copies = [make_article(body=body, copy_set=wire) for _ in range(2)]
    for article in (*copies, make_article(body=body)):
        quote(article, tuberville, "he would end the tariffs on trade", kind="indirect")
    indexed()
    assert client.get(LIST, {"q": "trade"}).context["total"] == 3
    assert client.get(LIST, {"q": "trade", "copies": "folded"}).context["total"] == 2


def test_speakers_who_are_not_linked_are_shown_as_printed(client, indexed):
    one = said(
        make_person("Pat Quiet"), "Nobody asked me", body="“Nobody asked me,” the clerk said."
    )
    type(one).objects.update(state="unresolved", person=None, speaker_text="the clerk")
    indexed()
    shown = page(client)
    assert "The clerk" in shown
    assert "Pat Quiet" not in shown


def test_facets_of_quotes_are_offered(client, trade):
    names = [group.name for group in client.get(LIST).context["groups"]]
    assert {"person", "said", "outlet", "place", "race", "state"} <= set(names)
    assert "has_quotes" not in names
    values = client.get("/quotes/facet/person/").content.decode()
    assert "Jeff Sessions" in values


def test_the_list_is_kept_out_of_search_engines(client, trade):
    assert '<meta name="robots" content="noindex, follow">' in page(client)
    assert "Disallow: /quotes/" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"q": '"trade'}, "quotation mark"),
        ({"person": "nobody-at-all"}, "nobody-at-all"),
        ({"q": "headline:trade"}, "headline"),
        ({"said": "shouted"}, "shouted"),
    ],
)
def test_a_mistake_is_explained(client, trade, parameters, told):
    answer = client.get(LIST, parameters)
    assert answer.status_code == 400
    assert told in answer.content.decode()


def test_a_long_quote_is_cut_about_its_match(client, indexed):
    words = "One word after another. " * 60 + "Then a zebra. " + "And so on for ever. " * 60
    said(make_person(), words.strip())
    indexed()
    shown = page(client, q="zebra")
    assert "<mark>zebra</mark>" in shown
    assert (
        len(shown.partition('<blockquote class="said-words">')[2].partition("</blockquote>")[0])
        < 1500
    )


def test_nothing_found_says_what_to_try(client, trade):
    assert "No quote has all of this." in page(client, q="zebra")


def test_the_words_of_an_excerpt_that_are_hidden_are_not_shown(client, indexed):
    body = "Filler goes on. " * 60 + "“A hidden word,” Doug Jones said."
    said(make_person("Doug Jones"), "A hidden word", body=body, rights="excerpt")
    indexed()
    shown = page(client, q="hidden")
    assert "In an article whose words may not be shown here." in shown
    assert "A hidden word" not in shown
