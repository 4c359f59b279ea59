"""What tests of Items share: a story, and the work on a batch."""

import io

from articles.ingestion import queue
from articles.ingestion.batches import add_file
from articles.ingestion.process import work_on
from articles.ingestion.running import run
from articles.models import Batch, Item
from tests.pages import LEAD, MORE

STORY = (
    f"Baxter County counts again\n\nBy Ann Poe\nBaxter Ledger\nAug. 11, 2020\n\n{LEAD}\n\n{MORE[0]}"
)


def work(batch: Batch) -> list[Item]:
    return list(run(batch))


def queue_file(batch: Batch, name: str, content: bytes | str) -> Item:
    content = content.encode() if isinstance(content, str) else content
    return add_file(batch, io.BytesIO(content), name)


def take_in(batch: Batch, name: str, content: bytes | str) -> Item:
    queue_file(batch, name, content)
    return work(batch)[-1]


def work_once(batch: Batch) -> list[Item]:
    item = queue.take("tester", batch=batch.pk)
    return [work_on(item)] if item else []
