"""Batches: many things at once, how far they are, and what to do about those that failed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from articles.ingestion.errors import IngestError, TooBig
from articles.ingestion.outlets import NO_OUTLET
from articles.ingestion.queue import queue_all
from articles.models import Batch, Capture, Item, Outlet, User, insert_new, url_hash

RATE_WINDOW = timedelta(minutes=5)
PATIENCE = timedelta(minutes=1)
ADDRESS = re.compile(r"(?<![\w:/@.-])https?://", re.IGNORECASE)
AROUND = "<>\"'“”‘’,;"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: a number for each state, and what is left.

    ``rate`` is Items a minute over the last minutes; None where nothing was finished in them.
    ``last_due_at`` is when the last of those has its turn that wait for one.
    """

    counts: dict[str, int]
    rate: float | None
    last_due_at: datetime | None = None

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def ended(self) -> int:
        """All that no worker has to touch any more."""
        return self.total - self.left

    @property
    def left(self) -> int:
        return self.counts[Item.State.QUEUED] + self.counts[Item.State.WORKING]

    @property
    def remaining(self) -> timedelta | None:
        """How long it will take at this rate; None where that is not known."""
        if not self.left or not self.rate:
            return None
        at_rate = timedelta(minutes=self.left / self.rate)
        waits = self.last_due_at - timezone.now() if self.last_due_at else at_rate
        return max(at_rate, waits)


def addresses_in(text: str) -> list[str]:
    """The addresses of a form's lines, each once. Raises IngestError where there are none.

    A line that holds anything else is given as it is: it will fail, and say why.
    """
    lines = [line.strip() for line in text.splitlines()]
    given = (line for line in lines if line and not line.startswith("#"))
    found = list(dict.fromkeys(address for line in given for address in _addresses_of(line)))
    if not found:
        raise IngestError("Give at least one address, each on a line of its own.")
    most = settings.INGEST_MAX_URLS
    if len(found) > most:
        raise TooBig(
            f"{len(found):,} addresses are more than the {most:,} that one batch takes "
            "(setting INGEST_MAX_URLS): give them in parts."
        )
    return found


def _addresses_of(line: str) -> list[str]:
    """Those that end a line of a list or a mail: "1. <https://a.example/1>, https://a.example/2"."""
    begin = ADDRESS.search(line)
    words = [word.strip(AROUND) for word in line[begin.start() :].split()] if begin else []
    are_all = all(map(ADDRESS.match, words))
    return words if words and are_all else [line]


@transaction.atomic
def add_urls(
    batch: Batch,
    urls: Iterable[str],
    *,
    by: User | None = None,
    origin: str = Item.Origin.URL,
    priority: int = Item.Priority.SOON,
) -> list[Item]:
    """Queues addresses to be fetched; whether one may be fetched at all the worker finds out."""
    return Item.objects.bulk_create(
        Item(
            batch=batch,
            origin=origin,
            source=url[:2000],
            url_sha256=url_hash(url[:2000]),
            priority=priority,
            added_by=by,
        )
        for url in urls
    )


def add_file(
    batch: Batch,
    file: BinaryIO,
    name: str,
    *,
    by: User | None = None,
    priority: int = Item.Priority.SOON,
) -> Item:
    """Keeps a file's bytes before anything looks at them, and queues it.

    One that is over the limit is an Item that has failed, and says so.
    """
    most = settings.INGEST_MAX_FILE_BYTES
    size = _size(file)
    row = Item(
        batch=batch, origin=Item.Origin.FILE, source=name[:2000], priority=priority, added_by=by
    )
    if size > most:
        row.state, row.error_kind = Item.State.FAILED, "too big"
        row.error = (
            f"The file has {size:,} bytes; at most {most:,} are taken in "
            "(setting INGEST_MAX_FILE_BYTES). Give it in parts."
        )
    else:
        row.capture = Capture.objects.keep_file(file, file_name=name[-255:], media_type="")
    return insert_new([row])[0]


def progress(batch: Batch) -> Progress:
    """Two queries, whatever the batch's size."""
    counts = dict.fromkeys(Item.State.values, 0)
    rows = batch.items.values_list("state").annotate(Count("pk"), Max("due_at")).order_by()
    due = {}
    for state, number, last_due_at in rows:
        counts[state], due[state] = number, last_due_at
    return Progress(counts, _rate(batch), due.get(Item.State.QUEUED))


def _rate(batch: Batch) -> float | None:
    since = timezone.now() - RATE_WINDOW
    ended = batch.items.filter(
        state__in=[*Item.FINAL, Item.State.HELD], changed_at__gte=since
    ).aggregate(number=Count("pk"), first=Min("changed_at"))
    if ended["number"] < 2:
        return None
    seconds = (timezone.now() - ended["first"]).total_seconds()
    return ended["number"] / max(seconds, 0.1) * 60


def is_deserted(batch: Batch) -> bool:
    """Whether something in it has been due for a while and no worker is at anything."""
    now = timezone.now()
    due = Q(due_at=None, changed_at__lt=now - PATIENCE) | Q(due_at__lt=now - PATIENCE)
    if not batch.items.filter(due, state=Item.State.QUEUED).exists():
        return False
    return not Item.objects.filter(state=Item.State.WORKING, lease_until__gt=now).exists()


@dataclass(frozen=True, slots=True)
class Cause:
    """Items of a batch that failed for one reason; ``example`` is one of their messages."""

    kind: str
    number: int
    example: str


def causes(batch: Batch) -> list[Cause]:
    """Why Items failed, the commonest cause first."""
    rows = (
        batch.items.filter(state=Item.State.FAILED)
        .values("error_kind")
        .annotate(number=Count("pk"), example=Min("error"))
        .order_by("-number", "error_kind")
    )
    return [Cause(row["error_kind"], row["number"], row["example"]) for row in rows]


def retry(items) -> int:
    """Queues failed or cancelled Items again, with all their attempts; gives their number.

    A broken part of a table or an archive has no bytes of its own: the whole is to be mended.
    """
    return queue_all(
        items.filter(state__in=[Item.State.FAILED, Item.State.CANCELLED], article=None)
        .exclude(capture=None, parent__isnull=False)
        .exclude(capture=None, origin=Item.Origin.FILE)
    )


def without_outlet(batch: Batch) -> int:
    """How many of its Items wait to be told their outlet."""
    return _waiting_for_outlet(batch).count()


def _waiting_for_outlet(batch: Batch):
    return batch.items.filter(state=Item.State.HELD, error_kind=NO_OUTLET)


@transaction.atomic
def give_outlet(batch: Batch, outlet: Outlet) -> int:
    """The outlet of all that waits in the batch to be told one; gives their number."""
    batch.outlet = outlet
    batch.save(update_fields=["outlet"])
    return queue_all(_waiting_for_outlet(batch))


def cancel(batch: Batch) -> int:
    """Cancels what has not ended; a worker that has one of them drops what it made of it.

    An archive that is being opened is cancelled first, so that no further part of it comes.
    """
    rest = batch.items.filter(state__in=[Item.State.QUEUED, Item.State.WORKING])
    return sum(_cancelled(items) for items in (rest.filter(parent=None), rest))


def _cancelled(items) -> int:
    return items.update(
        state=Item.State.CANCELLED, claim="", lease_until=None, changed_at=timezone.now()
    )


def _size(file: BinaryIO) -> int:
    size = getattr(file, "size", None)
    if size is None:
        size = file.seek(0, 2)
        file.seek(0)
    return size


FAILURE_COLUMNS = ("source", "state", "kind", "what was wrong and what to do", "attempts")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def failures(batch: Batch) -> Iterator[tuple]:
    """The rows of a CSV of what failed or is held: a head, then one for each Item."""
    yield FAILURE_COLUMNS
    wrong = batch.items.filter(state__in=[Item.State.FAILED, Item.State.HELD]).order_by("pk")
    for item in wrong.iterator(1000):
        row = (item.source, item.state, item.error_kind, item.error, item.attempts)
        yield tuple(_harmless(value) for value in row)


def _harmless(value):
    """A spreadsheet takes a cell that begins so for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else value
