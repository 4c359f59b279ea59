"""Taking things in, watching them, trying again, and tables that wait for their columns."""

import datetime as dt
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.ingestion import queue
from articles.ingestion.mappings import signature
from articles.ingestion.running import run
from articles.models import Article, Batch, Item, Mapping
from tests.admin.test_review import somebody
from tests.builders import make_article, make_editor
from tests.ingestion.working import STORY
from tests.pages import LEAD

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/batch/add/"


@pytest.fixture(autouse=True)
def editor(client):
    user = make_editor()
    client.force_login(user)
    return user


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def page_of(client, batch: Batch, query: str = "") -> str:
    return client.get(f"/admin/articles/batch/{batch.pk}/change/{query}").content.decode()


def test_addresses_and_files_become_a_batch_of_queued_items(client, editor):
    given = {"urls": "https://a.example/1\n\nhttps://a.example/2\nhttps://a.example/1"}
    response = client.post(ADD, {**given, "files": [file("one.txt", STORY), file("two.txt", "x")]})
    batch = Batch.objects.get()
    assert response.url == f"/admin/articles/batch/{batch.pk}/change/"
    assert batch.started_by == editor
    assert sorted(batch.items.values_list("source", "state")) == [
        ("https://a.example/1", "queued"),
        ("https://a.example/2", "queued"),
        ("one.txt", "queued"),
        ("two.txt", "queued"),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "1. <https://a.example/1>, HTTPS://a.example/2;",
            ["https://a.example/1", "HTTPS://a.example/2"],
        ),
        ("The runoff moved\thttps://a.example/1", ["https://a.example/1"]),
        ("“https://a.example/?u=https://b.example/”", ["https://a.example/?u=https://b.example/"]),
        ("https://a.example/a b.html", ["https://a.example/a b.html"]),
        ("view-source:https://a.example/", ["view-source:https://a.example/"]),
        ("mailto:ann@a.example", ["mailto:ann@a.example"]),
    ],
)
def test_addresses_are_found_in_lines_of_lists_and_mails(client, line, found):
    client.post(ADD, {"urls": line})
    assert list(Item.objects.order_by("pk").values_list("source", flat=True)) == found


def test_a_whole_folder_is_taken_in_without_its_hidden_files(client):
    hidden = [file(".DS_Store", b"\x00"), file("style.css", "p {}"), file("a.js.download", "x")]
    folder = [file("one.txt", STORY), *hidden, file("two.txt", "x")]
    client.post(ADD, {"folder": folder})
    assert sorted(Item.objects.values_list("source", flat=True)) == ["one.txt", "two.txt"]
    assert "webkitdirectory" in client.get(ADD).content.decode()


@pytest.mark.parametrize("given", [{}, {"urls": "  \n"}])
def test_nothing_given_is_said(client, given):
    response = client.post(ADD, given)
    assert response.status_code == 422
    assert "at least one address or one file" in response.content.decode()


def test_too_many_addresses_name_the_limit(client, settings):
    settings.INGEST_MAX_URLS = 1
    response = client.post(ADD, {"urls": "https://a.example/1\nhttps://a.example/2"})
    assert "INGEST_MAX_URLS" in response.content.decode()
    assert not Batch.objects.exists()


def test_too_many_files_name_the_limit(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = settings.INGEST_MAX_FILES = 2
    response = client.post(ADD, {"files": [file(f"{n}.txt", STORY) for n in range(3)]})
    assert response.status_code == 400
    assert "more than 2 files" in response.content.decode()
    assert "INGEST_MAX_FILES" in response.content.decode()
    assert not Batch.objects.exists()


def test_a_text_too_long_to_be_read_at_all_names_the_limit(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = client.post("/admin/articles/item/add/", {"text": "x" * 2000})
    assert response.status_code == 400
    assert "PASTE_MAX_CHARACTERS" in response.content.decode()


def test_an_empty_file_is_taken_in_and_says_so(client):
    client.post(ADD, {"files": [file("empty.txt", "")]})
    list(run(Batch.objects.get()))
    assert Item.objects.get().error == "The file is empty."


def test_the_page_tells_progress_causes_and_remarks(client):
    client.post(ADD, {"files": [file("a.txt", STORY), file("b.txt", b"\x00\x01")]})
    batch = Batch.objects.get()
    assert "<strong>0 of 2</strong> ended" in page_of(client, batch)
    list(run(batch))
    text = page_of(client, batch)
    assert "<strong>2 of 2</strong> ended" in text
    assert "1 × no text" in text
    assert "Try it again" in text
    assert "control characters" in page_of(client, batch, "?state=failed")


def test_a_batch_that_nobody_works_on_says_so(client):
    client.post(ADD, {"files": [file("a.txt", STORY), file("b.txt", "x")]})
    batch = Batch.objects.get()
    assert "Nobody works on it" not in page_of(client, batch)
    then = timezone.now() - dt.timedelta(minutes=2)
    Item.objects.update(changed_at=then)
    assert "Nobody works on it" in page_of(client, batch)
    item = queue.take("a worker")
    assert "Nobody works on it" not in page_of(client, batch)
    queue.put_back(item, due_at=timezone.now() + dt.timedelta(hours=1))
    Item.objects.exclude(pk=item.pk).delete()
    assert "Nobody works on it" not in page_of(client, batch)


def test_the_live_part_stops_asking_when_nothing_is_left(client):
    client.post(ADD, {"files": [file("a.txt", STORY)]})
    batch = Batch.objects.get()
    address = f"/admin/articles/batch/{batch.pk}/progress/"
    live = client.get(address)
    assert live.status_code == 200
    assert "hx-get" in live.content.decode()
    list(run(batch))
    ended = client.get(address)
    assert ended.status_code == 286
    assert 'id="items"' in ended.content.decode()  # what became of each thing comes with it
    assert "(in review)" in ended.content.decode()


def test_a_name_can_t_run_as_markup(client):
    client.post(ADD, {"files": [file("<script>alert(1)</script>.txt", STORY)]})
    assert "<script>alert" not in page_of(client, Batch.objects.get())


def test_failures_can_be_downloaded_and_tried_again(client):
    client.post(ADD, {"files": [file("b.txt", b"\x00\x01")]})
    batch = Batch.objects.get()
    list(run(batch))
    rows = client.get(f"/admin/articles/batch/{batch.pk}/failures/").content.decode("utf-8")
    assert rows.startswith("\ufeff")
    assert "b.txt,failed,no text" in rows
    act = f"/admin/articles/batch/{batch.pk}/act/"
    client.post(act, {"act": "retry", "kind": "no text"})
    assert batch.items.get().state == "queued"
    client.post(act, {"act": "cancel"})
    assert batch.items.get().state == "cancelled"
    client.post(act, {"act": "retry", "item": batch.items.get().pk})
    assert batch.items.get().state == "queued"


def test_all_that_was_cancelled_is_taken_up_again(client):
    client.post(ADD, {"files": [file("a.txt", STORY), file("b.txt", STORY + " More.")]})
    batch = Batch.objects.get()
    act = f"/admin/articles/batch/{batch.pk}/act/"
    client.post(act, {"act": "cancel"})
    assert "Take up what was cancelled" in page_of(client, batch)
    client.post(act, {"act": "retry", "cancelled": "yes"})
    assert set(batch.items.values_list("state", flat=True)) == {"queued"}


def test_one_answer_gives_the_outlet_of_all_that_wait_for_it(client):
    texts = [file(f"{n}.txt", f"A head here {n}\n\n{LEAD} {n}") for n in range(2)]
    client.post(ADD, {"files": [*texts, file("stories.csv", "Title,Text\n")]})
    batch = Batch.objects.get()
    list(run(batch))
    assert "2 do not say which outlet published them" in page_of(client, batch)
    act = f"/admin/articles/batch/{batch.pk}/act/"
    client.post(act, {"act": "outlet", "outlet": " "})
    assert batch.items.filter(state="held").count() == 3
    client.post(act, {"act": "outlet", "outlet": "Baxter Ledger"})
    list(run(batch))
    assert {article.outlet.name for article in Article.objects.all()} == {"Baxter Ledger"}
    assert Article.objects.count() == 2
    assert batch.items.get(source="stories.csv").state == "held"
    assert "which outlet published" not in page_of(client, batch)


def test_the_articles_of_a_batch_are_published_together(client):
    client.post(ADD, {"files": [file("a.txt", STORY), file("b.txt", b"\x00\x01")]})
    make_article("Of another way in", status="review")
    batch = Batch.objects.get()
    list(run(batch))
    its = f"/admin/articles/article/?items__batch__id__exact={batch.pk}"
    assert its in page_of(client, batch)
    article = batch.items.get(source="a.txt").article
    assert [row.pk for row in client.get(its).context["cl"].result_list] == [article.pk]
    chosen = {"action": "publish_chosen", "_selected_action": [article.pk], "select_across": "1"}
    client.post(its, chosen)
    assert list(Article.objects.public()) == [article]


def test_acts_are_posted_and_need_permission(client):
    client.post(ADD, {"files": [file("a.txt", STORY)]})
    batch = Batch.objects.get()
    act = f"/admin/articles/batch/{batch.pk}/act/"
    assert client.get(act).status_code == 405
    client.force_login(somebody("Read-only staff"))
    assert client.post(act, {"act": "cancel"}).status_code == 403
    assert page_of(client, batch)
    assert "Cancel the rest" not in page_of(client, batch)


def test_a_reviewer_s_batch_publishes_nothing_by_itself(client):
    """Only who may publish may let a batch publish."""
    editor = somebody("Editors")
    editor.groups.first().permissions.remove(
        *editor.groups.first().permissions.filter(codename="publish_article")
    )
    client.force_login(editor)
    client.post(ADD, {"files": [file("a.txt", STORY)], "publish_policy": "publish"})
    list(run(Batch.objects.get()))
    assert Article.objects.get().status == "review"


def test_a_table_asks_for_its_columns_with_a_preview(client):
    rows = f'Title,Text,Paper\nOne,"{LEAD}",Baxter Ledger\n'
    client.post(ADD, {"files": [file("stories.csv", rows)]})
    batch = Batch.objects.get()
    list(run(batch))
    item = batch.items.get()
    address = f"/admin/articles/item/{item.pk}/change/"
    text = client.get(address).content.decode()
    assert '<option value="headline" selected>' in text
    assert "Baxter Ledger" in text
    chosen = {"column-0": "headline", "column-1": "body", "column-2": "outlet", "name": "Baxter"}
    client.post(address, chosen)
    list(run(batch))
    assert Article.objects.get().headline == "One"
    assert Mapping.objects.get().name == "Baxter"


def test_a_table_with_the_same_names_and_another_sense_is_asked_about(client):
    Mapping.objects.create(
        name="Baxter", columns={"A": "headline", "B": "body"}, signature=signature(["A", "B"])
    )
    like, other = f'A,B\nOne,"{LEAD}"\n', f'A,B\n"{LEAD}",Two\n'
    client.post(ADD, {"files": [file("like.csv", like), file("other.csv", other)]})
    batch = Batch.objects.get()
    list(run(batch))
    assert "taken as remembered under “Baxter”" in page_of(client, batch)
    asked = batch.items.get(state="held", error_kind="columns")
    assert (asked.source, "other things" in asked.error) == ("other.csv", True)
    chosen = {"column-0": "body", "column-1": "headline", "name": "Other"}
    client.post(f"/admin/articles/item/{asked.pk}/change/", chosen)
    list(run(batch))
    rows = batch.items.filter(origin="row").order_by("pk")
    kept = [json.loads(words_of(row)) for row in rows]
    assert kept == [{"body": LEAD, "headline": "One"}, {"body": LEAD, "headline": "Two"}]


def words_of(row: Item) -> bytes:
    with row.capture.open() as kept:
        return kept.read()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"column-0": "headline"}, "which column holds"),
        ({"column-0": "body", "column-1": "body"}, "Two columns are given for body"),
        ({"column-0": "body", "column-1": "nonsense"}, "no field of an article"),
    ],
)
def test_columns_that_make_no_sense_are_told(client, chosen, said):
    client.post(ADD, {"files": [file("stories.csv", f'Title,Text\nOne,"{LEAD}"\n')]})
    list(run(Batch.objects.get()))
    item = Item.objects.get()
    response = client.post(f"/admin/articles/item/{item.pk}/change/", chosen)
    assert said in response.content.decode()
    assert Item.objects.get().state == "held"


def test_a_held_text_is_answered_on_its_page(client):
    client.post(ADD, {"files": [file("story.txt", f"A head here\n\n{LEAD}")]})
    list(run(Batch.objects.get()))
    item = Item.objects.get()
    assert item.state == "held"
    assert "1 waits for an editor" in page_of(client, item.batch)
    address = f"/admin/articles/item/{item.pk}/change/"
    assert LEAD[:40] in client.get(address).content.decode()
    client.post(address, {"act": "fields", "outlet": "Baxter Ledger", "was_outlet": ""})
    client.post(address, {"act": "save"})
    item.refresh_from_db()
    assert (item.state, item.article.outlet.name) == ("done", "Baxter Ledger")
    assert "nothing is left to do" in page_of(client, item.batch)


def test_the_list_of_batches_asks_no_more_for_more(client, django_assert_max_num_queries):
    for number in range(15):
        Batch.objects.create(name=f"Batch {number}")
    with django_assert_max_num_queries(8):
        client.get("/admin/articles/batch/")


def test_a_full_disk_is_told_and_nothing_is_half_kept(client, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("articles.models.captures.os.fsync", full)
    response = client.post(ADD, {"files": [file("a.txt", STORY)], "urls": ""})
    assert response.status_code == 422
    assert "No space left on device" in response.content.decode()
    assert not Item.objects.exists()
