"""Items and what is wrong with the machine; workers that die, hang, or meet in one Item."""

import datetime as dt
import io
import os

import pytest
from django.db import DataError, IntegrityError, OperationalError
from django.utils import timezone

from articles.ingestion import queue
from articles.ingestion.batches import add_file, add_urls
from articles.ingestion.errors import FetchFailed
from articles.models import Article, Capture, Item
from tests.ingestion.working import STORY, work, work_once
from tests.pages import page

pytestmark = pytest.mark.django_db


def test_a_database_that_fails_is_tried_again_and_not_for_ever(batch, monkeypatch, settings):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    monkeypatch.setattr("articles.ingestion.process.article_of", _raise(OperationalError("locked")))
    for number in range(1, settings.INGEST_MAX_ATTEMPTS + 1):
        with pytest.raises(OperationalError):
            work_once(batch)
        assert batch.items.get().attempts == number
        Item.objects.update(due_at=None)
    item = batch.items.get()
    assert (item.state, item.error_kind) == ("failed", "database")
    assert "locked" in item.error


def test_bytes_that_can_t_be_read_hold_up_no_other(batch, monkeypatch):
    bad = add_file(batch, io.BytesIO(b"unreadable"), "bad.txt")
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    opened = Capture.open

    def broken(capture):
        if capture.sha256 == bad.capture.sha256:
            raise OSError(5, "Input/output error")
        return opened(capture)

    monkeypatch.setattr(Capture, "open", broken)
    with pytest.raises(OSError, match="Input/output"):
        work_once(batch)
    bad.refresh_from_db()
    assert (bad.state, bad.error_kind) == ("queued", "disk")
    assert [item.state for item in work_once(batch)] == ["done"]


def test_a_full_disk_while_fetching_puts_the_item_back(site, batch, monkeypatch):
    add_urls(batch, [site.put("/count", page())])
    monkeypatch.setattr("articles.models.captures.os.fsync", _raise(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space left"):
        work(batch)
    assert batch.items.get().state == "queued"
    monkeypatch.undo()
    assert [item.state for item in work(batch)] == ["done"]


@pytest.mark.parametrize(("error", "state"), [(DataError, "failed"), (IntegrityError, "queued")])
def test_what_the_database_refuses_is_no_trouble_of_the_machine(batch, monkeypatch, error, state):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    monkeypatch.setattr("articles.ingestion.process.article_of", _raise(error("refused")))
    (item,) = work_once(batch)
    assert (item.state, item.error_kind) == (state, "program")


def test_a_fault_of_our_own_fails_one_item_and_no_other(batch, monkeypatch):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    monkeypatch.setattr("articles.ingestion.process.article_of", _raise(ZeroDivisionError()))
    (item,) = work(batch)
    assert (item.state, item.error_kind) == ("failed", "program")
    assert "ZeroDivisionError" in item.error


def _raise(error: Exception):
    def broken(*_, **__):
        raise error

    return broken


def test_bytes_that_are_lost_are_told(batch):
    item = add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    item.capture.sha256 = "0" * 64
    item.capture.save()
    (item,) = work(batch)
    assert item.error_kind == "lost bytes"


# Two workers


def test_one_item_is_taken_once(batch):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    assert queue.take("one", batch=batch.pk) is not None
    assert queue.take("two", batch=batch.pk) is None


def test_what_a_dead_worker_left_is_queued_again(batch):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    queue.take("elsewhere:1:x", batch=batch.pk)
    assert queue.return_deserted() == 0
    Item.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    assert queue.return_deserted() == 1
    assert [item.state for item in work(batch)] == ["done"]


def test_a_process_of_this_machine_that_is_gone_is_not_waited_for(batch):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    machine = queue.new_worker().split(":")[0]
    queue.take(f"{machine}:4194304:x", batch=batch.pk)  # above any process number
    assert queue.return_deserted() == 1


def test_a_process_that_hangs_is_known_before_its_lease_ends(batch, settings):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    item = queue.take(queue.new_worker(), batch=batch.pk)
    assert queue.stuck_processes() == set()
    Item.objects.update(lease_until=timezone.now() + dt.timedelta(seconds=1))
    assert queue.stuck_processes() == {os.getpid()}
    queue.renew(item)
    assert queue.stuck_processes() == set()


def test_what_stops_its_workers_each_time_has_failed_in_the_end(batch, settings):
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    for _ in range(settings.INGEST_MAX_ATTEMPTS):
        queue.take("elsewhere:1:x", batch=batch.pk)
        Item.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
        queue.return_deserted()
    item = batch.items.get()
    assert (item.state, item.error_kind) == ("failed", queue.STOPPED)


def test_a_worker_that_lost_its_claim_stores_nothing(batch, monkeypatch):
    """It slept beyond its lease, and somebody else has the Item now."""
    from articles.ingestion import process

    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    slow = queue.take("slow", batch=batch.pk)
    Item.objects.update(state="queued", claim="", lease_until=None)
    queue.take("quick", batch=batch.pk)
    process.work_on(slow)
    assert not Article.objects.exists()
    assert batch.items.get().claim == "quick"


def test_a_failure_that_may_pass_waits_as_long_as_it_was_told(batch):
    add_urls(batch, ["https://example.org/"])
    item = queue.take("tester", batch=batch.pk)
    error = FetchFailed("Not now.", retry=True)
    error.seconds = 3600
    queue.fail(item, error)
    assert batch.items.get().due_at > timezone.now() + dt.timedelta(minutes=59)
