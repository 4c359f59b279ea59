"""Taking in, watching, reviewing, caring: in a browser, by keyboard, live, without scripts."""

import io

import pytest

from articles.ingestion.batches import add_file, add_urls
from articles.ingestion.running import run
from articles.models import Article, Batch, Item, Mention, Person
from tests.admin.test_review import ambiguous
from tests.browser.editors import SCREENS, findings
from tests.builders import make_article, make_outlet
from tests.ingestion.working import STORY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "Doug Jones spoke in Mobile on Friday, the county clerk said."
TABLE = b"Title,Words\nOne,A first story of some length\n"


@pytest.fixture
def batch(db):
    """One of each: an article, a failure, a table that waits, an address still queued."""
    batch = Batch.objects.create(name="a folder")
    add_file(batch, io.BytesIO(STORY.encode()), "story.txt")
    add_file(batch, io.BytesIO(bytes(range(256))), "scan.bin")
    add_file(batch, io.BytesIO(TABLE), "table.csv")
    list(run(batch))
    add_urls(batch, ["https://a.example/1"])
    return batch


@pytest.fixture
def waiting(signed_in):
    """A mention that may be one of two people."""
    people = Person.objects.filter(name__endswith="Jones")[:2]
    return ambiguous(make_article(body=BODY, outlet=make_outlet("A Paper")), *people)


def pages(batch: Batch, mention: Mention) -> dict[str, str]:
    person, table = mention.rivals.first().person_id, batch.items.get(source="table.csv")
    article = Article.objects.exclude(current_version=None).first()
    return {
        "index": "/admin/",
        "take in": "/admin/articles/batch/add/",
        "batch": f"/admin/articles/batch/{batch.pk}/change/",
        "columns": f"/admin/articles/item/{table.pk}/change/",
        "review": "/admin/review/",
        "question": "/admin/review/mention/",
        "many": f"/admin/review/person/{person}/all/",
        "versions": f"/admin/articles/article/{article.pk}/versions/",
        "merge": f"/admin/care/person/{person}/merge/?who=Jones",
        "merge outlets": f"/admin/care/outlet/{article.outlet_id}/merge/?who=a",
        "split": f"/admin/care/person/{person}/split/",
        "lists": "/admin/care/rosters/",
    }


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    signed_in, live_server, batch, waiting, screen
):
    page, found = signed_in("/admin/", **screen), {}
    for name, address in pages(batch, waiting).items():
        assert page.goto(live_server.url + address).status == 200, name
        found[name] = findings(page) + page.violations
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, name
    assert not any(found.values()), found


def test_the_batch_page_follows_the_work_without_being_loaded_again(signed_in, batch):
    page = signed_in(f"/admin/articles/batch/{batch.pk}/change/")
    page.evaluate("window.sameDocument = true")
    assert "3 of 4 ended" in page.inner_text("#progress")
    batch.items.filter(state=Item.State.QUEUED).update(state=Item.State.CANCELLED)
    page.wait_for_selector("#progress:has-text('1 waits for an editor')", timeout=20_000)
    assert page.evaluate("window.sameDocument")
    assert "queued" not in page.inner_text("#items")
    assert page.locator("text=Cancel the rest").count() == 0
    assert page.violations == []


def test_failures_are_tried_again_without_scripts(signed_in, batch):
    page = signed_in(f"/admin/articles/batch/{batch.pk}/change/", java_script_enabled=False)
    page.click("text=Try all failures again")
    assert batch.items.get(source="scan.bin").state == Item.State.QUEUED
    page.click("text=Cancel the rest")
    assert batch.items.get(source="scan.bin").state == Item.State.CANCELLED


def test_a_question_is_answered_with_one_key(signed_in, live_server, waiting):
    page = signed_in("/admin/review/mention/")
    with page.expect_navigation():
        page.keyboard.press("1")
    waiting.refresh_from_db()
    assert (waiting.decision, waiting.person) == ("yes", waiting.rivals.first().person)
    assert "Nothing waits here" in page.inner_text("#content")


def test_a_digit_written_into_a_field_answers_nothing(signed_in, waiting):
    page = signed_in("/admin/review/mention/")
    page.fill("[name=who]", "")
    page.focus("[name=who]")
    page.keyboard.press("1")
    assert page.input_value("[name=who]") == "1"
    waiting.refresh_from_db()
    assert waiting.decision == "none"
