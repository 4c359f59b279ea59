"""Many keys given to the database as one value."""

import pytest

from articles.models import Article
from articles.models.keys import Keys
from tests.builders import make_article

pytestmark = pytest.mark.django_db


def test_it_names_the_rows_of_those_keys_alone():
    first, second, _ = (make_article() for _ in range(3))
    named = Article.objects.filter(pk__in=Keys({first.pk, second.pk, second.pk + 1000}))
    assert {article.pk for article in named} == {first.pk, second.pk}


def test_it_takes_relations_and_can_be_refused():
    article, other = make_article(), make_article()
    of_outlet = Article.objects.filter(outlet__in=Keys([article.outlet_id]))
    assert article in of_outlet
    assert list(Article.objects.exclude(pk__in=Keys([article.pk]))) == [other]


def test_more_keys_than_a_query_has_parameters():
    article = make_article()
    assert Article.objects.get(pk__in=Keys(range(article.pk + 300_000))) == article


def test_no_keys_need_no_query(django_assert_num_queries):
    make_article()
    with django_assert_num_queries(0):
        assert list(Article.objects.filter(pk__in=Keys([]))) == []
