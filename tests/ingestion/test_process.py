"""Items from their queue to their final state: fetched, opened, read, stored, or told why not."""

import datetime as dt
import io
import json
import zipfile

import pytest
from django.utils import timezone

from articles.ingestion import queue
from articles.ingestion.batches import (
    add_file,
    add_urls,
    cancel,
    causes,
    failures,
    progress,
    retry,
)
from articles.ingestion.mappings import remember
from articles.models import Article, Batch, Capture, Item, Likeness, Outlet, PublishPolicy
from tests.builders import make_outlet
from tests.ingestion.working import STORY, take_in, work, work_once
from tests.pages import LEAD, MORE, page

pytestmark = pytest.mark.django_db


def zipped(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return file.getvalue()


# Addresses


def test_an_address_becomes_an_article_in_review_with_its_capture(site, batch):
    url = site.put("/count", page())
    add_urls(batch, [url])
    (item,) = work(batch)
    assert (item.state, item.error) == ("done", "")
    article = item.article
    assert article.status == Article.Status.REVIEW
    assert article.headline == "Baxter County finishes its second count"
    assert (article.url, article.rights) == (url, "excerpt")
    assert str(article.published_on) == "2020-08-11"
    assert article.outlet.name == "Baxter Ledger"
    assert article.outlet.is_proposed
    assert article.field_sources["headline"] == {"from": "h1", "by_person": False}
    assert item.capture.read() == page().encode()


def test_an_outlet_is_known_by_its_domain(site, batch):
    outlet = make_outlet("The Loopback")
    outlet.domains.create(domain="127.0.0.1")
    add_urls(batch, [site.put("/count", page())])
    assert work(batch)[0].article.outlet == outlet


def test_what_can_t_be_fetched_has_failed_and_says_why(site, batch):
    add_urls(batch, [site.url("/nowhere"), "http://10.0.0.1/", "gopher://x/", "http://[::1/"])
    items = work(batch)
    assert [item.state for item in items] == ["failed"] * 4
    assert [item.error_kind for item in items] == ["http 404", "address", "scheme", "address"]
    assert not Article.objects.exists()


def test_what_may_pass_is_tried_again_later_and_not_for_ever(site, batch, settings):
    add_urls(batch, [site.put("/count", b"", 503)])
    (item,) = work_once(batch)
    assert (item.state, item.error_kind) == ("queued", "http 503")
    assert item.due_at > timezone.now()
    for _ in range(settings.INGEST_MAX_ATTEMPTS - 1):
        Item.objects.update(due_at=None)
        work_once(batch)
    assert Item.objects.get().state == "failed"


def test_a_host_is_asked_at_its_own_pace(site, batch, settings):
    settings.FETCH_SECONDS_PER_HOST = 60
    add_urls(batch, [site.put("/one", page()), site.put("/two", page())])
    work_once(batch)
    (second,) = work_once(batch)
    assert second.state == "queued"
    assert second.attempts == 0
    assert dt.timedelta(seconds=30) < second.due_at - timezone.now() <= dt.timedelta(seconds=60)


def test_what_somebody_waits_for_goes_before_a_line_of_pages(site, batch, settings):
    settings.FETCH_SECONDS_PER_HOST = 60
    add_urls(batch, [site.put(f"/{number}", page()) for number in range(5)])
    for _ in range(5):
        work_once(batch)
    other = Batch.objects.create(name="One address")
    add_urls(other, [site.put("/urgent", page())], priority=Item.Priority.AT_ONCE)
    (urgent,) = work_once(other)
    assert urgent.due_at - timezone.now() <= dt.timedelta(seconds=60)


def test_the_remaining_time_counts_what_waits_for_its_turn(batch):
    now = timezone.now()
    rows = [Item(batch=batch, origin="url", state="failed") for _ in range(5)]
    waits = Item(batch=batch, origin="url", due_at=now + dt.timedelta(minutes=9))
    Item.objects.bulk_create([*rows, waits])
    assert progress(batch).remaining > dt.timedelta(minutes=8)


def test_whoever_comes_a_little_late_keeps_its_place(site, batch, settings, monkeypatch):
    settings.FETCH_SECONDS_PER_HOST = 8
    add_urls(batch, [site.put(f"/{number}", page()) for number in range(4)])
    now = timezone.now()
    for _ in range(4):
        work_once(batch)
    for number in range(1, 4):
        late = now + dt.timedelta(seconds=8 + (number - 1) * 10 + 1.5)
        monkeypatch.setattr("django.utils.timezone.now", lambda late=late: late)
        work_once(batch)
    assert {item.state for item in batch.items.all()} <= {"done", "duplicate"}


def test_a_page_that_asks_not_to_be_archived_is_not(site, batch):
    add_urls(batch, [site.put("/x", page(head='<meta name="robots" content="noarchive">'))])
    (item,) = work(batch)
    assert (item.state, item.error_kind) == ("failed", "noarchive")
    assert item.capture is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, "file kind"), (b"\x00\x01\x02" * 90, "no text")],
)
def test_what_calls_itself_a_page_and_is_none_is_refused(site, batch, content, kind):
    add_urls(batch, [site.put("/lies", content, Content_Type="text/html")])
    (item,) = work(batch)
    assert (item.state, item.error_kind) == ("failed", kind)


def test_the_same_address_again_leads_to_the_article(site, batch):
    url = site.put("/count", page())
    add_urls(batch, [url, url])
    first, second = work(batch)
    assert (first.state, second.state) == ("done", "duplicate")
    assert first.article == second.article


def test_an_unchanged_page_is_not_even_sent_again(site, batch):
    url = site.put("/count", page(), ETag='"7"')
    add_urls(batch, [url])
    work(batch)
    site.put("/count", b"", 304)
    add_urls(batch, [url])
    again = work(batch)[0]
    assert site.headers[-1]["If-None-Match"] == '"7"'
    assert (again.state, again.error) == ("duplicate", "Not changed since it was fetched last.")


# Files


def test_a_file_becomes_an_article_with_its_full_text(batch):
    item = take_in(batch, "story.txt", STORY)
    assert (item.state, item.article.rights) == ("done", "full")
    assert item.article.outlet.name == "Baxter Ledger"


def test_the_same_text_at_the_same_outlet_is_a_duplicate(batch):
    first = take_in(batch, "story.txt", STORY)
    second = take_in(batch, "copy.txt", STORY.replace("counts again", "is counting again"))
    assert second.state == "duplicate"
    assert second.article == first.article


def test_the_same_text_at_another_outlet_is_an_article_of_the_same_copy_set(batch):
    long = "\n\n".join([LEAD, *MORE])
    first = take_in(batch, "a.txt", f"One head\n\nBy Ann Poe\nBaxter Ledger\n\n{long}")
    second = take_in(batch, "b.txt", f"Another head\n\nBy Ann Poe\nNorth County Herald\n\n{long}")
    assert second.state == "done"
    first.article.refresh_from_db()
    assert second.article.copy_set == first.article.copy_set is not None
    likeness = Likeness.objects.get()
    assert likeness.share == 1
    assert likeness.decision == "none"


def test_without_an_outlet_it_waits_for_an_editor(batch):
    item = take_in(batch, "story.txt", "Words that nobody claims to have printed, and more.")
    assert item.state == "held"
    assert "give the outlet" in item.error


def test_the_batch_s_outlet_is_whose_it_is_where_the_text_is_silent(batch):
    batch.outlet = make_outlet("Gulf Gazette")
    batch.save()
    silent = take_in(batch, "story.txt", "Words that nobody claims to have printed, and more.")
    assert silent.article.outlet.name == "Gulf Gazette"
    assert take_in(batch, "own.txt", STORY).article.outlet.name == "Baxter Ledger"


def test_a_zip_becomes_an_item_for_each_file_and_bad_ones_sink_no_others(batch):
    content = zipped(a__txt=STORY, b__bin="\x00\x01", c__html=page("Another count"))
    add_file(batch, io.BytesIO(content), "stories.zip")
    work(batch)
    whole, *parts = batch.items.order_by("pk")
    assert (whole.state, whole.parts_found) == ("done", 3)
    assert [part.state for part in parts] == ["done", "failed", "done"]
    assert parts[0].source == "stories.zip › a.txt"
    assert progress(batch).counts["failed"] == 1


def test_archives_in_archives_are_opened_two_deep(batch):
    inner = zipped(story__txt=STORY)
    twice = zipped_bytes("two.zip", zipped_bytes("one.zip", inner))
    take_in(batch, "three.zip", twice)
    states = {item.source.split(" › ")[-1]: item for item in batch.items.all()}
    assert states["two.zip"].state == "done"
    assert (states["one.zip"].state, states["one.zip"].error_kind) == ("failed", "nested")
    assert "unpack the outer ones" in states["one.zip"].error


def zipped_bytes(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def test_a_table_with_our_own_columns_is_read_at_once(batch):
    head = "headline,body,outlet,published\n"
    rows = f'{head}One,"{LEAD}",Baxter Ledger,2020-08-11\nTwo,,Baxter Ledger,\n'
    add_file(batch, io.BytesIO(rows.encode()), "stories.csv")
    work(batch)
    states = list(batch.items.order_by("pk").values_list("state", "error_kind"))
    assert states == [("done", ""), ("done", ""), ("failed", "no text")]
    assert str(Article.objects.get().published_on) == "2020-08-11"


def test_a_table_with_other_columns_waits_and_is_remembered(batch):
    rows = f'Title;Text;Paper\nOne;"{LEAD}";Baxter Ledger\n'
    item = take_in(batch, "stories.csv", rows)
    assert (item.state, item.error_kind) == ("held", "columns")
    columns = {"Title": "headline", "Text": "body", "Paper": "outlet"}
    remember(columns, ["Title", "Text", "Paper"], title="Baxter")
    queue.queue_again(item)
    work(batch)
    assert Article.objects.get().headline == "One"
    again = rows.replace("One;", "Two;").replace("Tuesday", "Wednesday and Thursday")
    assert take_in(batch, "more.csv", again).article.headline == "Two"


def test_json_lines_with_a_bad_line(batch):
    lines = [json.dumps({"headline": "One", "body": LEAD, "outlet": "Baxter Ledger"}), "{oops"]
    add_file(batch, io.BytesIO("\n".join(lines).encode()), "stories.jsonl")
    work(batch)
    assert sorted(batch.items.values_list("state", flat=True)) == ["done", "done", "failed"]
    assert batch.items.get(state="failed").error == "Line 2 is no JSON."


def test_a_file_that_is_too_big_is_refused_by_its_limit(batch, settings):
    settings.INGEST_MAX_FILE_BYTES = 10
    item = add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    assert item.state == "failed"
    assert "INGEST_MAX_FILE_BYTES" in item.error
    assert not Capture.objects.exists()


# Publishing by policy


@pytest.mark.parametrize(
    ("policy", "status"), [("", "review"), ("hold", "review"), ("publish", "published")]
)
def test_the_policy_says_what_is_published(batch, policy, status):
    batch.publish_policy = policy
    batch.save()
    assert take_in(batch, "story.txt", STORY).article.status == status


def test_when_clear_publishes_only_what_leaves_no_question(batch):
    outlet = make_outlet("Baxter Ledger", publish_policy=PublishPolicy.WHEN_CLEAR)
    nobody_named = STORY.replace(MORE[0], MORE[2])
    clear = take_in(batch, "clear.txt", nobody_named)
    assert clear.article.outlet == outlet
    assert clear.article.status == "published"
    open_question = STORY.replace(LEAD, "“We won,” said Jordan Blake, who ran for clerk.")
    assert take_in(batch, "open.txt", open_question).article.status == "review"


def test_a_proposed_outlet_s_story_is_never_clear(batch):
    batch.publish_policy = PublishPolicy.WHEN_CLEAR
    batch.save()
    assert take_in(batch, "story.txt", STORY).article.status == "review"
    assert Outlet.objects.get().is_proposed


# What to do about failures


def test_failures_are_told_by_cause_and_tried_again_by_kind(site, batch):
    add_urls(batch, [site.url("/nowhere"), "http://10.0.0.1/"])
    work(batch)
    assert {cause.kind: cause.number for cause in causes(batch)} == {"http 404": 1, "address": 1}
    site.put("/nowhere", page())
    assert retry(batch.items.filter(error_kind="http 404")) == 1
    assert [item.state for item in work(batch)] == ["done"]


def test_cancelling_stops_a_table_that_is_being_opened(batch, monkeypatch):
    from articles.ingestion import containers

    rows = "".join(f'Row {number},"{STORY}",Ledger\n' for number in range(120))
    add_file(batch, io.BytesIO(f"headline,body,outlet\n{rows}".encode()), "stories.csv")
    add_chunk = containers._add

    def cancelled_meanwhile(item, parts):
        add_chunk(item, parts)
        cancel(batch)

    monkeypatch.setattr(containers, "_add", cancelled_meanwhile)
    work(batch)
    assert set(batch.items.values_list("state", flat=True)) == {"cancelled"}
    assert batch.items.count() == 1 + 50
    monkeypatch.undo()
    retry(batch.items.all())
    work(batch)
    assert batch.items.count() == 1 + 120
    assert batch.items.filter(state="cancelled").count() == 0


def test_the_rest_can_be_cancelled(batch):
    for number in range(3):
        add_file(batch, io.BytesIO(STORY.encode()), f"{number}.txt")
    work_once(batch)
    assert cancel(batch) == 2
    assert work(batch) == []
    now = progress(batch)
    assert (now.counts["done"], now.counts["cancelled"], now.left) == (1, 2, 0)


def test_failures_as_csv_can_t_run_as_formulas(batch):
    take_in(batch, "=cmd.txt", b"\x00\x01")
    head, row = failures(batch)
    assert head[0] == "source"
    assert row[0] == "'=cmd.txt"
