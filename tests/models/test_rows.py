"""Many small rows at once, and what the database holds against one."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import SketchValue, insert_rows
from tests.builders import make_article

pytestmark = pytest.mark.django_db
FIELDS = ("article", "value")


def test_rows_go_in_whatever_their_number():
    article = make_article()
    SketchValue.objects.filter(article=article).delete()
    insert_rows(SketchValue, FIELDS, ((article.pk, value) for value in range(1000)))
    assert set(article.sketch.values_list("value", flat=True)) == set(range(1000))


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_rows(SketchValue, FIELDS, ())


def test_a_row_that_the_database_refuses_takes_the_others_with_it():
    article = make_article()
    SketchValue.objects.filter(article=article).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(SketchValue, FIELDS, ((article.pk, value) for value in (1, 2, 1)))
    assert not article.sketch.exists()
