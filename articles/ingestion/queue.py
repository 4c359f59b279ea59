"""Who works on which Item: taken up under a lease, and given back by whoever did not return.

The Item row is the queue. There is no second one that could disagree with it.
"""

import datetime as dt
import os
import secrets
import socket
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.ingestion.errors import IngestError
from articles.models import Batch, Capture, Item, change_rows, instances_of, rows_of

STOPPED = "stopped"
SOON_OVER = 0.1  # of a lease: whoever lets it come so far does not renew it any more
FIRST_PAUSE = dt.timedelta(seconds=30)
LONGEST_PAUSE = dt.timedelta(hours=2)
# Queued and not waiting for a later moment, in the order they are taken up.
DUE = """
SELECT {columns} FROM articles_item
LEFT JOIN articles_batch ON articles_batch.id = articles_item.batch_id
LEFT JOIN articles_capture ON articles_capture.id = articles_item.capture_id
WHERE articles_item.state = 'queued' AND (due_at IS NULL OR due_at <= %s)
"""
FIRST = " ORDER BY priority, articles_item.id LIMIT 1"
NEXT, NEXT_OF_BATCH = DUE + FIRST, f"{DUE} AND articles_item.batch_id = %s{FIRST}"
OURS = "SELECT 1 FROM articles_item WHERE id = %s AND state = 'working' AND claim = %s"


class LostClaim(Exception):
    """Somebody else has this Item now, or it was cancelled: what was made of it is dropped."""


def new_worker() -> str:
    """A name for one worker, never the same twice; it tells machine and process."""
    return f"{_machine()}:{os.getpid()}:{secrets.token_hex(6)}"


def take(worker: str, *, batch: int | None = None) -> Item | None:
    """The next Item that is due, now this worker's under a lease; None where there is none.

    Looking locks nothing: whoever changes the row first has it, and the other looks again.
    """
    while item := _next(batch):
        if _claim(item, worker):
            return item
    return None


def _next(batch: int | None) -> Item | None:
    """With its batch and its capture."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    sql, values = (NEXT, [now]) if batch is None else (NEXT_OF_BATCH, [now, batch])
    found = instances_of((Item, Batch, Capture), sql, values)
    for item, item.batch, item.capture in found:
        return item
    return None


def _claim(item: Item, worker: str) -> bool:
    """Makes the Item this worker's; False if it is not as it was when it was looked at."""
    return _write(
        item,
        {"state": item.state, "changed_at": item.changed_at},
        state=Item.State.WORKING,
        claim=worker,
        lease_until=_lease_end(),
        attempts=item.attempts + 1,
    )


def hold(item: Item) -> None:
    """Locks the Item until the transaction ends; raises LostClaim if it is not ours."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    if not rows_of(OURS + lock, [item.pk, item.claim]):
        raise LostClaim(f"Item {item.pk} is somebody else's by now.")


def renew(item: Item) -> None:
    """Another lease, for what takes long; raises LostClaim if the Item is not ours."""
    _change(item, lease_until=_lease_end())


def settle(item: Item, state: str, *, error: str = "", kind: str = "", **changed) -> None:
    """The Item's next state; raises LostClaim if it is not ours."""
    _change(
        item,
        state=state,
        error=error,
        error_kind=kind[:30],
        claim="",
        lease_until=None,
        due_at=None,
        **changed,
    )


def put_back(item: Item, *, due_at: dt.datetime | None = None) -> None:
    """Not the Item's fault: it is queued again, and the attempt does not count."""
    _change(
        item,
        state=Item.State.QUEUED,
        claim="",
        lease_until=None,
        due_at=due_at,
        attempts=max(0, item.attempts - 1),
    )


def fail(item: Item, error: IngestError) -> None:
    """Failed; or, where trying again may help, queued for later while attempts are left."""
    if not error.retry or item.attempts >= settings.INGEST_MAX_ATTEMPTS:
        settle(item, Item.State.FAILED, error=str(error), kind=error.kind)
        return
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 4 ** (item.attempts - 1))
    _change(
        item,
        state=Item.State.QUEUED,
        claim="",
        lease_until=None,
        due_at=timezone.now() + max(pause, dt.timedelta(seconds=getattr(error, "seconds", 0) or 0)),
        error=str(error),
        error_kind=error.kind[:30],
    )


def queue_again(item: Item) -> bool:
    """A held Item whose question is answered goes on; whether it was still held."""
    return bool(queue_all(Item.objects.filter(pk=item.pk, state=Item.State.HELD)))


def queue_all(items: QuerySet[Item]) -> int:
    """Queues the Items again, with all their attempts; gives their number."""
    return items.update(
        state=Item.State.QUEUED,
        attempts=0,
        due_at=None,
        error="",
        error_kind="",
        changed_at=timezone.now(),
    )


def return_deserted() -> int:
    """Queues again what a dead worker left; what stopped workers too often has failed."""
    working = Item.objects.filter(state=Item.State.WORKING)
    if not working.exists():
        return 0
    dead = [claim for claim in set(working.values_list("claim", flat=True)) if _is_dead(claim)]
    return _return(working.filter(Q(lease_until__lt=timezone.now()) | Q(claim__in=dead)))


@transaction.atomic
def _return(deserted) -> int:
    now = timezone.now()
    failed = deserted.filter(attempts__gte=settings.INGEST_MAX_ATTEMPTS).update(
        state=Item.State.FAILED,
        claim="",
        lease_until=None,
        error="The worker stopped each time it worked on this. Look at the file, then try again.",
        error_kind=STOPPED,
        changed_at=now,
    )
    returned = deserted.update(
        state=Item.State.QUEUED, claim="", lease_until=None, due_at=None, changed_at=now
    )
    return failed + returned


def stuck_processes() -> set[int]:
    """Processes of this machine whose lease is about to end: what they are at has no end.

    One that lives renews its lease long before; only its parent can stop one that does not.
    """
    margin = dt.timedelta(seconds=SOON_OVER * settings.INGEST_LEASE_SECONDS)
    late = Item.objects.filter(
        state=Item.State.WORKING, lease_until__lt=timezone.now() + margin
    ).values_list("claim", flat=True)
    return {process for claim in late if (process := _process_here(claim))}


def _machine() -> str:
    return socket.gethostname().replace(":", "-")[:30]


def _is_dead(claim: str) -> bool:
    """Whether the claim is of a process of this machine that is gone; others' leases decide."""
    process = _process_here(claim)
    if process is None:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _process_here(claim: str) -> int | None:
    """The number of the process that made the claim; None for one of another machine."""
    machine, _, rest = claim.partition(":")
    process = rest.partition(":")[0]
    return int(process) if machine == _machine() and process.isdigit() else None


def _lease_end() -> dt.datetime:
    return timezone.now() + dt.timedelta(seconds=settings.INGEST_LEASE_SECONDS)


def _change(item: Item, **changed) -> None:
    if not _write(item, {"state": Item.State.WORKING, "claim": item.claim}, **changed):
        raise LostClaim(f"Item {item.pk} is somebody else's by now.")


def _write(item: Item, unless_other: dict[str, Any], **changed) -> bool:
    """Changes the row and the Item alike, in one statement; False if the row is not like that."""
    now = timezone.now()
    if not change_rows(Item, {"id": item.pk, **unless_other}, **changed, changed_at=now):
        return False
    for name, value in changed.items():
        setattr(item, name, value)
    return True
