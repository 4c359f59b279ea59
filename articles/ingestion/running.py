"""A batch worked on by this very process, beside whatever workers there are."""

import gc
import time
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from articles.ingestion import queue
from articles.ingestion.process import work_on
from articles.models import Batch, Item

PAUSE = 0.2
NEAR = 90  # seconds for which it is worth waiting: a host's turn, a second attempt


SELDOM = (10_000, 20, 50)  # new objects before Python looks for cycles among them; rounds of each


def collect_seldom() -> None:
    """For a process that works on Items: each makes many objects and leaves few cycles behind.

    As often as Python looks by itself, a twentieth of the work is looking through what stays.
    """
    gc.set_threshold(*SELDOM)


def run(batch: Batch) -> Iterator[Item]:
    """Works on the Items of ``batch`` until none is due soon; yields each."""
    collect_seldom()
    worker = queue.new_worker()
    while True:
        item = queue.take(worker, batch=batch.pk)
        if item is not None:
            yield work_on(item)
        elif _may_come(batch):
            queue.return_deserted()
            time.sleep(PAUSE)
        else:
            return


def _may_come(batch: Batch) -> bool:
    """Whether something is due soon, or may still be made by what another worker has."""
    if batch.items.filter(state=Item.State.WORKING).exists():
        return True
    soon = timezone.now() + timedelta(seconds=NEAR)
    return batch.items.filter(state=Item.State.QUEUED, due_at__lte=soon).exists()
