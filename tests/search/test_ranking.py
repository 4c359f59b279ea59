"""What is about the words asked for comes before what names them in passing."""

import datetime as dt

import pytest

from articles.search import SearchQuery, Sort, search
from articles.search.indexing import bring_up_to_date
from articles.search.syntax import parse
from tests.builders import make_article, make_person, mention, quote

pytestmark = pytest.mark.django_db
PADDING = "Nothing of note was said. " * 20


@pytest.fixture(autouse=True)
def other_articles():
    for day in range(8):
        make_article(f"Quiet day {day}", body=PADDING)


def order(text: str, **fields) -> list[str]:
    bring_up_to_date()
    results = search(SearchQuery(words=parse(text), text=text, **fields))
    return [slug_of(key) for key in results.ids]


def slug_of(key: int) -> str:
    return STORIES[key]


STORIES: dict[int, str] = {}


def story(name: str, headline: str = "A day", body: str = PADDING, **fields):
    article = make_article(headline, body=body, **fields)
    STORIES[article.pk] = name
    return article


def test_headline_then_deck_then_body():
    story("body", body=f"{PADDING}\n\nThe levee held.")
    story("deck", deck="The levee held")
    story("headline", "The levee held")
    assert order("levee") == ["headline", "deck", "body"]


def test_the_first_paragraph_before_the_last():
    story("last", body=f"{PADDING}\n\nThe levee held.")
    story("first", body=f"The levee held.\n\n{PADDING}")
    assert order("levee") == ["first", "last"]


def test_who_speaks_before_who_is_named():
    person = make_person("Marguerita Sallow")
    passing = story("passing", body=f"{PADDING}\n\nMarguerita Sallow was there. {PADDING}")
    mention(passing, person, "Marguerita Sallow")
    speaks = story("speaks", body=f"{PADDING}\n\n“No,” Marguerita Sallow said. {PADDING}")
    quote(speaks, person, "No")
    assert order("sallow") == ["speaks", "passing"]
    assert order('"marguerita sallow"') == ["speaks", "passing"]


def test_who_is_quoted_often_before_who_is_quoted_once():
    person = make_person("Marguerita Sallow")
    body = f"“No,” Marguerita Sallow said. “Never.” “Not so.” {PADDING}"
    once = story("once", body=body)
    quote(once, person, "No")
    often = story("often", body=body)
    for words in ("No", "Never.", "Not so."):
        quote(often, person, words)
    assert order("sallow") == ["often", "once"]


def test_a_surname_in_the_headline_counts_for_a_whole_name():
    story("body", body=f"{PADDING}\n\nJeff Sessions was there.")
    story("headline", "Sessions concedes", body=f"{PADDING}\n\nJeff Sessions was there.")
    assert order('"jeff sessions"') == ["headline", "body"]


def test_words_together_before_words_apart():
    story("apart", body=f"The water is low. {PADDING} Members have rights.")
    story("together", body=f"The talk was of low levels. {PADDING} Water rights are dear.")
    assert order("water rights") == ["together", "apart"]


def test_a_name_of_two_words_counts_however_it_is_written():
    story("apart", body=f"North of here, {PADDING} Carolina Reaper peppers.")
    story("short", body=f"North winds. RALEIGH, N.C. {PADDING} Carolina.")
    assert order("north carolina")[0] == "short"


def test_the_newer_of_equals_first_but_no_newer_mention_before_an_old_headline():
    story("old", "The jail bond passes", published_on=dt.date(1998, 11, 4))
    story("new", "The jail bond passes", published_on=dt.date(2020, 11, 4))
    passing = f"{PADDING}\n\nHe recalled the jail bond."
    story("passing", body=passing, published_on=dt.date(2021, 1, 1))
    assert order("jail bond") == ["new", "old", "passing"]


def test_what_moves_an_article_does_not_find_it():
    person = make_person("Marguerita Sallow")
    quote(story("quoted", body="“No,” she said."), person, "No")
    story("lead", body="Levees hold.")
    assert order('"marguerita levees"') == []
    assert order("marguerita levees") == []
    assert order("body:sallow") == []


def test_other_orders_take_no_notice():
    story("headline", "The levee held", published_on=dt.date(1998, 11, 4))
    story("body", body=f"{PADDING} The levee held.")
    assert order("levee", sort=Sort.NEWEST) == ["body", "headline"]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("runoff", ["runoff"]),
        ('"deep red"', ["deep", "red"]),
        ("off", ["off", "off"]),
    ],
)
def test_parts_of_a_phrase_are_marked_beside_one_another_alone(words, marked):
    text = (
        "A runoff, or run-off, is to run again. It was put off in a deep-red state, red as a rose."
    )
    story("short", body=text)
    bring_up_to_date()
    (hit,) = search(SearchQuery(words=parse(words))).hits
    assert [one.text for one in hit.snippet if one.is_match] == marked


def test_another_way_to_write_it_is_marked_where_there_is_no_other():
    story("short", body="It was put off. They run again. A run-off is due.")
    bring_up_to_date()
    (hit,) = search(SearchQuery(words=parse("runoff"))).hits
    assert [one.text for one in hit.snippet if one.is_match] == ["run", "off"]


def test_the_ways_a_word_is_written_are_marked_in_snippets():
    article = story("short", body="MOBILE, Ala. — The U.S. Senate’s race.")
    bring_up_to_date()
    (hit,) = search(SearchQuery(words=parse("alabama united states"))).hits
    assert hit.key == article.pk
    assert [one.text for one in hit.snippet if one.is_match] == ["Ala"]
