"""Check my quote: the same words, nearly the same, printed otherwise, or not in this archive."""

import datetime as dt

import pytest

from articles.models import Person
from articles.search import EngineUnavailable
from articles.views import quote_checks
from tests.builders import make_article, make_person, quote
from tests.views.test_quote_list import said, same_statement

pytestmark = pytest.mark.django_db
CHECK = "/quotes/check/"
WORDS = "We will not support the tariffs on our farmers"


def checked(client, words: str, status: int = 200):
    answer = client.get(CHECK, {"words": words})
    assert answer.status_code == status
    return answer


def passages(client, words: str):
    return checked(client, words).context["rows"]


@pytest.fixture
def jones(db):
    return make_person("Doug Jones")


@pytest.fixture
def tariffs(jones, indexed):
    one = said(jones, WORDS, published_on=dt.date(2020, 3, 4))
    said(jones, "Rain is what our farmers support", published_on=dt.date(2020, 6, 1))
    indexed()
    return one


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        f"“{WORDS},” he said.",
        "'we WILL not support the tariffs'",
        "We will not … support the tariffs on [all] our farmers",
        "We will not support ... our farmers",
    ],
)
def test_the_same_words_are_found_whatever_their_marks(client, tariffs, words):
    (passage,) = passages(client, words)
    assert passage.passage.is_exact
    assert passage.likenesses[0].quote == tariffs
    page = checked(client, words).content.decode()
    assert "the same words" in page
    assert 'href="/people/doug-jones/"' in page
    assert f'href="{tariffs.passage_url}"' in page


def test_nearly_the_same_words_are_found_with_what_differs(client, tariffs):
    (passage,) = passages(client, "“We will support the tariffs on the farmers”")
    nearest = passage.likenesses[0]
    assert (nearest.quote, nearest.is_exact, nearest.percent) == (tariffs, False, 82)
    page = checked(client, "“We will support the tariffs on the farmers”").content.decode()
    assert "Not with these very words. The nearest:" in page
    assert "only in print: </span>not<" in page
    assert "only in yours: </span>the<" in page
    assert "only in print: </span>our<" in page


def test_what_was_said_around_the_words_is_shown(client, tariffs):
    (passage,) = passages(client, "not support the tariffs")
    assert (passage.likenesses[0].before, passage.likenesses[0].after) == (
        "We will ",
        " on our farmers",
    )


def test_words_that_were_printed_but_not_said(client, tariffs, indexed):
    article = make_article(
        "Town meets", body="Rain fell. The clerk counted every ballot twice. Then all left."
    )
    indexed()
    (passage,) = passages(client, "the clerk counted every ballot")
    assert not passage.likenesses
    (printed,) = passage.passage.printed
    assert (printed.article, printed.before, printed.after) == (
        article,
        "Rain fell. ",
        " twice. Then all left.",
    )


def test_what_is_not_in_the_archive_is_said_with_what_was_searched(client, tariffs):
    page = checked(client, "zebras run over the moon at night").content.decode()
    assert "Not in this archive:" in page
    assert "2 quotes in 2 articles, March 4, 2020 to June 1, 2020" in page


def test_an_empty_archive_can_be_asked(client, indexed):
    indexed()
    assert "0 quotes in 0 articles." in checked(client, "zebras run").content.decode()


def test_each_quoted_passage_of_a_draft_is_checked(client, tariffs):
    draft = f"He said “{WORDS}” but also “zebras run over the moon.” The rest is mine."
    first, second = passages(client, draft)
    assert (first.passage.is_exact, second.likenesses, second.passage.articles) == (True, (), 0)


def test_a_draft_with_too_many_passages_says_how_many_are_left(client, tariffs):
    draft = " ".join(f"“Words of the number {number} here.”" for number in range(11))
    answer = checked(client, draft)
    assert len(answer.context["rows"]) == 8
    assert "3 more passages of this draft were not checked" in answer.content.decode()


def test_a_statement_is_one_answer_with_the_number_of_its_articles(client, jones, indexed):
    cut = said(jones, "We will not support the tariffs", published_on=dt.date(2020, 3, 1))
    whole = said(jones, WORDS, published_on=dt.date(2020, 3, 2))
    same_statement(whole, cut)
    indexed()
    (passage,) = passages(client, WORDS)
    (only,) = passage.likenesses
    assert (only.quote, only.elsewhere) == (whole, 1)


def test_longer_than_a_draft_may_be_is_refused(client, tariffs):
    page = checked(client, "word " * 500, status=400).content.decode()
    assert "at most 2,000 characters" in page


@pytest.mark.parametrize("words", ["word", "…", "“”", "!!!"])
def test_nothing_to_look_up_is_said(client, tariffs, words):
    assert "There is nothing to look up in this" in checked(client, words).content.decode()


def test_what_is_no_text_is_left_out(client, tariffs):
    (passage,) = passages(client, f"\x00{WORDS}\x00")
    assert passage.passage.is_exact


def test_without_words_there_is_the_form_alone(client, db):
    answer = client.get(CHECK)
    assert "checked" not in answer.context
    assert "<textarea" in answer.content.decode()
    assert client.post(CHECK).status_code == 405


def test_words_are_escaped(client, tariffs):
    page = checked(client, "“<script>alert(1)</script> is what we said”").content.decode()
    assert "<script>alert" not in page


HIDDEN = "Filler goes on. " * 60 + f"“{WORDS},” Doug Jones said."


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_hidden_words_are_named_and_not_shown(client, jones, indexed, rights):
    one = said(jones, WORDS, body=HIDDEN, rights=rights)
    indexed()
    page = checked(client, "We will not support the tariffs").content.decode()
    assert "In an article whose words may not be shown here." in page
    assert f'href="{one.get_absolute_url()}"' in page
    assert "on our farmers" not in page


def test_hidden_words_that_are_no_quote_are_named_and_not_shown(client, indexed):
    make_article("Town meets", body="The clerk counted every ballot twice.", rights="metadata")
    indexed()
    page = checked(client, "the clerk counted every ballot").content.decode()
    assert "In an article whose words may not be shown here." in page
    assert "twice" not in page


@pytest.mark.parametrize(
    "hide",
    [
        lambda one: one.version.article.__class__.objects.update(status="withdrawn"),
        lambda one: one.version.article.__class__.objects.update(status="draft"),
        lambda one: one.__class__.objects.update(state="rejected"),
    ],
    ids=["withdrawn", "draft", "rejected"],
)
def test_what_went_since_it_was_indexed_is_not_found(client, tariffs, hide):
    hide(tariffs)
    assert not [one for one in passages(client, f"“{WORDS}”")[0].likenesses if one.is_exact]


def test_a_person_hidden_since_is_named_as_printed(client, tariffs):
    Person.objects.update(status="hidden")
    type(tariffs).objects.update(speaker_text="the candidate")
    page = checked(client, WORDS).content.decode()
    assert "The candidate" in page
    assert "/people/doug-jones/" not in page


def test_an_index_that_does_not_answer_is_said(client, db, monkeypatch):
    def unavailable(draft):
        raise EngineUnavailable("no index")

    monkeypatch.setattr(quote_checks, "check", unavailable)
    checked(client, WORDS, status=503)


def test_more_passages_and_matches_take_no_more_queries(
    client, jones, indexed, django_assert_max_num_queries
):
    for number in range(12):
        article = make_article(body=f"“{WORDS} {number},” Doug Jones said. “{WORDS},” he said.")
        quote(article, jones, WORDS)
    indexed()
    draft = " ".join(f"“{WORDS} {number}” " for number in range(8))
    with django_assert_max_num_queries(9):
        checked(client, draft)
