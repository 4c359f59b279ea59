"""What an Item costs the database on its way through the worker, so that it can't creep back."""

import gc
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.ingestion import queue
from articles.ingestion.process import work_on
from articles.ingestion.running import SELDOM, run
from articles.models import Item
from tests.ingestion.working import queue_file
from tests.pages import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rosters")]
MOST = {"txt": 42, "html": 42}
SMALL = {"SCAN articles_rosterrevision"}  # a handful of rows, however large the archive
WORDS = """
ballot county clerk river harvest winter bridge council school levy market road bus library farm
mill station budget meeting water forest signal garden paper hall square north early quiet green
"""
SAID = (  # so little of it is the same each time that no article is a copy of another
    "Sen. Doug Jones of Alabama {0}.",
    "“We will {0},” Jones said.",
    "Tommy Tuberville said that {0}.",
    "“Nobody {0},” said Dana Whitfield.",
)


def told(number: int, times: int) -> list[str]:
    """So many paragraphs of each of four kinds, in other words for each ``number``."""
    dice = random.Random(number)
    return [
        one.format(" ".join(dice.sample(WORDS.split(), 14))) for _ in range(times) for one in SAID
    ]


def text(number: int, times: int) -> str:
    body = "\n\n".join(told(number, times))
    return f"Count {number} ends\n\nBy Ann Poe\nBaxter Ledger\nAug. {number}, 2020\n\n{body}"


def web_page(number: int, times: int) -> str:
    return page(f"Count {number} ends", tuple(told(number, times)))


def statements(batch, name: str, content: str) -> list[str]:
    queue_file(batch, name, content)
    with CaptureQueriesContext(connection) as queries:
        item = work_on(queue.take("tester", batch=batch.pk))
    assert (item.state, item.error) == (Item.State.DONE, "")
    return [query["sql"] for query in queries]


@pytest.mark.parametrize(("kind", "made"), [("txt", text), ("html", web_page)])
def test_an_item_takes_few_statements_whatever_it_says(batch, kind, made):
    statements(batch, f"first.{kind}", made(1, 2))  # proposes the outlet
    short = statements(batch, f"short.{kind}", made(2, 2))
    long = statements(batch, f"long.{kind}", made(3, 12))
    assert len(long) == len(short) <= MOST[kind]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="small tables are gone through anyway")
@pytest.mark.parametrize(("kind", "made"), [("txt", text), ("html", web_page)])
def test_an_item_goes_through_no_table(batch, kind, made):
    looks = [sql for sql in statements(batch, f"1.{kind}", made(1, 2)) if "SELECT" in sql]
    with connection.cursor() as cursor:
        for sql in looks:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            gone_through = {row[-1] for row in cursor.fetchall() if row[-1].startswith("SCAN art")}
            assert gone_through <= SMALL, sql


def test_looking_for_an_item_where_none_is_due_changes_nothing(batch):
    with CaptureQueriesContext(connection) as queries:
        assert queue.take("tester") is None
    assert [query["sql"].split()[0] for query in queries] == ["SELECT"]


def test_who_works_on_items_seldom_looks_for_cycles(batch):
    before = gc.get_threshold()
    try:
        assert list(run(batch)) == []
        assert gc.get_threshold() == SELDOM
    finally:
        gc.set_threshold(*before)
