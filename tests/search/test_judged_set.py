"""The judged set is whole: every question has its need, its grades and articles that exist."""

import datetime as dt
from collections import Counter

import pytest

from articles.search.syntax import parse
from bench.relevance import made
from bench.relevance.gain import ndcg
from bench.relevance.judgments import questions

QUESTIONS = questions()


def test_there_are_enough_and_each_is_asked_once():
    asked = Counter((one.archive, one.typed) for one in QUESTIONS)
    assert len(asked) >= 60
    assert set(asked.values()) == {1}
    assert {one.archive for one in QUESTIONS} == {"demo", "made"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.typed)
def test_each_can_be_asked_and_has_an_answer(question):
    assert parse(question.typed) is not None
    assert question.need.endswith(".")
    assert max(question.grades.values()) == 3


def test_controlled_stories_exist_and_are_the_same_each_time():
    documents, slugs = made.documents()
    named = {slug for one in QUESTIONS if one.archive == "made" for slug in one.grades}
    assert named <= set(slugs.values())
    assert made.documents() == (documents, slugs)
    assert all(isinstance(one.published_on, dt.date) for one in documents[: len(slugs)])


def test_the_best_order_is_worth_1_and_a_worse_one_less():
    grades = {"a": 3, "b": 1}
    assert ndcg(["a", "b"], grades) == 1
    assert 0 < ndcg(["b", "c", "a"], grades) < 1
    assert ndcg(["c"], grades) == 0
