"""Who works on which Item: taken up under a lease, and given back by whoever did not return.

The Item row is the queue. There is no second one that could disagree with it.
"""

import datetime as dt
import os
import secrets
import socket

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.ingestion.errors import IngestError
from articles.models import Item

STOPPED = "stopped"
SOON_OVER = 0.1  # of a lease: whoever lets it come so far does not renew it any more
FIRST_PAUSE = dt.timedelta(seconds=30)
LONGEST_PAUSE = dt.timedelta(hours=2)


class LostClaim(Exception):
    """Somebody else has this Item now, or it was cancelled: what was made of it is dropped."""


def new_worker() -> str:
    """A name for one worker, never the same twice; it tells machine and process."""
    return f"{_machine()}:{os.getpid()}:{secrets.token_hex(6)}"


def take(worker: str, *, batch: int | None = None) -> Item | None:
    """The next Item that is due, now this worker's under a lease; None where there is none.

    Looking locks nothing: whoever changes the row first has it, and the other looks again.
    """
    while item := due_items(batch).select_related("batch", "capture").first():
        if _claim(item, worker):
            return item
    return None


def due_items(batch: int | None = None):
    return Item.objects.due() if batch is None else Item.objects.due().filter(batch=batch)


def _claim(item: Item, worker: str) -> bool:
    """Makes the Item this worker's; False if it is not as it was when it was looked at."""
    unchanged = Item.objects.filter(pk=item.pk, state=item.state, changed_at=item.changed_at)
    return _write(
        unchanged,
        item,
        state=Item.State.WORKING,
        claim=worker,
        lease_until=_lease_end(),
        attempts=item.attempts + 1,
    )


def hold(item: Item) -> None:
    """Locks the Item until the transaction ends; raises LostClaim if it is not ours."""
    ours = Item.objects.filter(pk=item.pk, state=Item.State.WORKING, claim=item.claim)
    if not ours.select_for_update().values_list("pk").order_by():
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
    held = Item.objects.filter(pk=item.pk, state=Item.State.HELD)
    return bool(
        held.update(
            state=Item.State.QUEUED, error="", error_kind="", attempts=0, changed_at=timezone.now()
        )
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
    ours = Item.objects.filter(pk=item.pk, state=Item.State.WORKING, claim=item.claim)
    if not _write(ours, item, **changed):
        raise LostClaim(f"Item {item.pk} is somebody else's by now.")


def _write(row: QuerySet, item: Item, **changed) -> bool:
    """Changes the one row and the Item alike, in one statement; False if the row is not there."""
    if not row.update(**changed, changed_at=timezone.now()):
        return False
    for name, value in changed.items():
        setattr(item, name, value)
    return True
