"""Quotes of different articles that carry the same words are one Statement with its variants."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.extraction import PersonReading, QuoteReading, Span
from articles.ingestion.statements import statements_for
from articles.models import Quote, Statement
from tests.builders import make_article, make_person

pytestmark = pytest.mark.django_db
WHOLE = "We are going to win this race in November, and the people of Alabama know it."
CUT = "the people of Alabama know it"


def said(text: str, number: int = 0, **fields) -> QuoteReading:
    fields.setdefault("kind", "direct")
    span = Span("body", 0, len(text))
    return QuoteReading(spans=(span,), text=text, statement=number, state="linked", **fields)


def store(*quotes: QuoteReading, speakers=None) -> list[int]:
    found = statements_for(list(quotes), speakers or {})
    return [found[one.statement] for one in quotes]


@pytest.mark.parametrize(("first", "second"), [(WHOLE, CUT), (CUT, WHOLE)])
def test_a_cut_form_in_another_article_is_the_same_statement(first, second):
    assert store(said(first)) == store(said(second))
    row = Statement.objects.get()
    assert row.words == WHOLE  # the longest form seen


def test_another_sentence_is_another_statement():
    assert store(said(WHOLE)) != store(said(WHOLE.replace("Alabama", "Georgia")))
    assert Statement.objects.count() == 2


def test_the_same_words_of_another_person_are_another_statement():
    one, other = make_person("Doug Jones"), make_person("Roy Moore")
    speakers = {
        person.name: PersonReading(
            key=person.name, name=person.name, state="linked", person_id=person.pk
        )
        for person in (one, other)
    }
    first = store(said(WHOLE, speaker_key="Doug Jones"), speakers=speakers)
    second = store(said(WHOLE, speaker_key="Roy Moore"), speakers=speakers)
    third = store(said(CUT, speaker_key="Doug Jones"), speakers=speakers)
    assert first == third != second


def test_indirect_speech_joins_nothing():
    assert store(said(WHOLE)) != store(said(WHOLE, kind="indirect"))


def test_a_statement_knows_its_variants_from_the_first_printed_on():
    (pk,) = store(said(CUT))
    for day, words in ((9, CUT), (4, WHOLE)):
        article = make_article(body=words, published_on=dt.date(2020, 3, day))
        Quote.objects.create(version=article.current_version, kind="direct", statement_id=pk)
    days = [one.version.article.published_on.day for one in Statement.objects.get().appearances()]
    assert days == [4, 9]


def queries_for(quote: QuoteReading) -> int:
    with CaptureQueriesContext(connection) as asked:
        store(quote)
    return len(asked)


def test_more_statements_take_no_more_queries():
    store(said(WHOLE))
    few = queries_for(said(CUT))
    for number in range(60):
        store(said(f"Number {number} of the things that the people of Alabama know it costs."))
    assert queries_for(said(CUT)) == few


def test_words_that_many_use_lead_to_no_more_than_some():
    for number in range(40):
        store(said(f"The people of this great state want change, number {number} told me today."))
    with CaptureQueriesContext(connection) as asked:
        store(said("The people of this great state want change, nobody told me anything."))
    assert Statement.objects.count() == 41
    assert len(asked) < 10
