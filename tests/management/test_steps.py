"""What the worker's loops do at each turn."""

import datetime as dt
import shutil

import pytest
from django.db import connection
from django.utils import timezone

from articles.management.steps import EmbargoStep, IndexStep, StatisticsStep
from articles.models import Article, IndexChange
from articles.search import get_engine
from tests.builders import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def engine():
    engine = get_engine()
    yield engine
    engine.close()


def test_the_first_step_makes_the_index(engine):
    article = make_article()
    IndexStep(engine)()
    assert set(engine.fingerprints()) == {article.pk}


def test_a_step_says_whether_it_carried_something(engine):
    step = IndexStep(engine)
    step()
    make_article()
    assert step() is True
    assert step() is False


def test_an_index_that_is_gone_is_made_again_once_it_is_looked_at(engine):
    article = make_article()
    step = IndexStep(engine)
    step()
    shutil.rmtree(engine.location)
    step._looked_at = 0
    engine.close()
    step()
    assert set(engine.fingerprints()) == {article.pk}


def test_an_embargo_that_ends_between_two_steps_is_told():
    article = make_article(embargo_until=timezone.now() + dt.timedelta(hours=1))
    step = EmbargoStep()
    IndexChange.objects.all().delete()
    step()
    assert not IndexChange.objects.exists()
    Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now())
    step()
    step()
    assert list(IndexChange.objects.values_list("article_id", flat=True)) == [article.pk]


def test_statistics_let_articles_be_fetched_by_their_keys():
    for _ in range(30):
        make_article()
    StatisticsStep()()
    if connection.vendor != "sqlite":
        return
    plan = Article.objects.public().filter(pk__in=[1, 2, 3]).explain()
    assert "rowid=?" in plan.splitlines()[0]
