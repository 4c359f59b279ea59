"""Rows in plain SQL: they are what Django would have written, and the database guards them."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import (
    Article,
    Author,
    Batch,
    Capture,
    IndexChange,
    Item,
    Outlet,
    SketchValue,
    change_rows,
    insert_new,
    insert_rows,
    insert_told,
    instances_of,
    note_added,
    outlets_named,
    rows_by_key,
)
from tests.builders import make_article, make_outlet

pytestmark = pytest.mark.django_db
FIELDS = ("article", "value")
AN_HOUR_AGO = dt.timedelta(hours=1)


def values_of(row, *but: str) -> dict:
    """As the database has the row."""
    stored = type(row).objects.filter(pk=row.pk).values().get()
    return {name: value for name, value in stored.items() if name not in but}


# Many small ones


def test_rows_go_in_whatever_their_number():
    article = make_article()
    SketchValue.objects.filter(article=article).delete()
    insert_rows(SketchValue, FIELDS, ((article.pk, value) for value in range(1000)))
    assert set(article.sketch.values_list("value", flat=True)) == set(range(1000))


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_rows(SketchValue, FIELDS, ())
        assert insert_new([]) == []
        assert insert_told(Author, []) == []
        assert rows_by_key("SELECT 1 WHERE 1 IN ({keys})", []) == []


def test_a_row_that_the_database_refuses_takes_the_others_with_it():
    article = make_article()
    SketchValue.objects.filter(article=article).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(SketchValue, FIELDS, ((article.pk, value) for value in (1, 2, 1)))
    assert not article.sketch.exists()


def test_a_row_that_is_known_stays_as_it_is():
    outlet = make_outlet()
    insert_rows(Author, ("name", "outlet"), [("Ann Poe", outlet.pk)])
    rows = [("Ann Poe", outlet.pk), ("Ben Roe", outlet.pk), ("Ben Roe", outlet.pk)]
    insert_rows(Author, ("name", "outlet"), rows, unless_known=True)
    assert sorted(outlet.authors.values_list("name", flat=True)) == ["Ann Poe", "Ben Roe"]


# Instances


def test_a_new_row_is_what_saving_it_would_have_written():
    batch = Batch.objects.create(name="A batch")
    told = {"batch": batch, "origin": "file", "source": "a ‘name’", "corrections": {"fields": {}}}
    told["due_at"] = timezone.now() - AN_HOUR_AGO
    saved = Item.objects.create(**told)
    (row,) = insert_new([Item(**told)])
    moments = ("id", "created_at", "changed_at")
    assert values_of(row, *moments) == values_of(saved, *moments)
    assert abs(row.created_at - saved.created_at) < AN_HOUR_AGO
    row.refresh_from_db()
    row.source = "another"
    row.save()
    assert Item.objects.count() == 2


def test_each_of_many_has_its_own_key():
    rows = insert_new(IndexChange(article_id=number) for number in range(2000))
    found = IndexChange.objects.in_bulk([row.pk for row in rows])
    assert [found[row.pk].article_id for row in rows] == list(range(2000))


def test_told_values_are_what_saving_them_would_have_written():
    batch, now = Batch.objects.create(name="A batch"), timezone.now()
    told = {"batch": batch.pk, "origin": "file", "source": "a ‘name’", "due_at": now}
    told["corrections"] = {"fields": {"url": ""}}
    saved = Item.objects.create(**(told | {"batch": batch}))
    keys = insert_told(Item, [told, told | {"source": "another", "due_at": None}])
    first, second = (Item.objects.get(pk=key) for key in keys)
    moments = ("id", "created_at", "changed_at")
    assert values_of(first, *moments) == values_of(saved, *moments)
    assert abs(first.created_at - saved.created_at) < AN_HOUR_AGO
    assert (second.source, second.due_at) == ("another", None)


def test_a_reference_is_told_under_either_name():
    outlet = make_outlet()
    keys = [
        insert_told(Author, [{"name": f"by {name}", name: outlet.pk}])[0]
        for name in ("outlet", "outlet_id")
    ]
    assert outlet.authors.filter(pk__in=keys).count() == 2


def test_what_no_noun_has_is_told_in_vain():
    with pytest.raises(KeyError):
        insert_told(Author, [{"name": "Ann Poe", "colour": "blue"}])


def test_a_new_row_that_the_database_refuses_is_not_there():
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_new([Item(origin="file"), Item(origin="air")])
    assert not Item.objects.exists()


def test_the_first_entry_of_a_history_is_that_of_a_saved_row():
    saved = make_outlet("The Saved Record")
    (row,) = insert_new([Outlet(name="The Other Record", slug="other")])
    note_added(row, "Added")
    first, other = saved.history.get(), row.history.get()
    assert (other.history_type, other.history_change_reason) == (first.history_type, "Added")
    assert (other.name, other.slug, other.history_user) == ("The Other Record", "other", None)


# Changing and reading


def test_a_change_meets_only_rows_that_are_as_said():
    item = Item.objects.create(origin="file", state="failed", error="broken")
    end = timezone.now()
    assert change_rows(Item, {"id": item.pk, "state": "held"}, error="") == 0
    such = {"id": item.pk, "state": "failed", "changed_at": item.changed_at}
    changed = {"error": "", "lease_until": end, "due_at": None, "corrections": {"blocks": {}}}
    assert change_rows(Item, such, **changed) == 1
    item.refresh_from_db()
    assert (item.error, item.lease_until, item.due_at) == ("", end, None)
    assert item.corrections == {"blocks": {}}


def test_joined_rows_come_as_instances():
    batch = Batch.objects.create(name="A batch")
    item = Item.objects.create(batch=batch, origin="file", corrections={"fields": {"url": ""}})
    ((found, its_batch, capture),) = instances_of(
        [Item, Batch, Capture],
        "SELECT {columns} FROM articles_item"
        " LEFT JOIN articles_batch ON articles_batch.id = articles_item.batch_id"
        " LEFT JOIN articles_capture ON articles_capture.id = articles_item.capture_id"
        " WHERE articles_item.id = %s",
        [item.pk],
    )
    item.refresh_from_db()
    assert (found, its_batch, capture) == (item, batch, None)
    assert (found.created_at, found.corrections) == (item.created_at, item.corrections)


def test_any_number_of_keys_may_be_asked_for():
    articles = [make_article() for _ in range(2)]
    keys = [*range(-2000, 0), *(article.pk for article in articles)]
    sql = "SELECT id FROM articles_article WHERE id IN ({keys}) AND status = %s"
    found = rows_by_key(sql, keys, Article.Status.PUBLISHED)
    assert sorted(key for (key,) in found) == sorted(article.pk for article in articles)


def test_an_outlet_is_found_by_each_of_its_names_in_any_case():
    outlet = make_outlet("Gulf Pines Courier")
    outlet.other_names.create(name="The Courier")
    assert outlets_named("gulf pines COURIER") == outlets_named("THE courier") == [outlet]
    assert list(Outlet.objects.named("the courier")) == [outlet]
    assert outlets_named("Courier") == []
    (found,) = outlets_named("The Courier")
    assert (found.is_proposed, found.is_sample) == (outlet.is_proposed, outlet.is_sample)
