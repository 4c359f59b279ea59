"""What a worker does with one Item: fetch, open or read it, and store what it holds."""

import errno
import logging
from contextlib import suppress

from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, transaction

from articles.ingestion import queue
from articles.ingestion.capturing import NotNow, Unchanged, fetch_into, opened, parse_item
from articles.ingestion.containers import open_container, question_of_columns
from articles.ingestion.errors import IngestError, Unfinished
from articles.ingestion.files import kind_of
from articles.ingestion.outcome import article_of, is_clear
from articles.ingestion.understanding import Understanding, understand_parsed
from articles.models import Item

log = logging.getLogger(__name__)
HEAD_BYTES = 1 << 16
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE}
DATABASE_ERROR = (
    "The archive's database did not take this: it was locked or out of reach. Try again when it "
    "is well; its log says more."
)
DISK_ERROR = "The archive's disk could not be read or written for this ({reason}): see to the disk."
PROGRAM_ERROR = (
    "The archive's own program broke on this ({name}). Its log says more; the bytes are kept, "
    "so it can be tried again after the next update."
)


def work_on(item: Item) -> Item:
    """Brings a taken Item to its next state and gives it back.

    Whatever is wrong with the Item is written on it. What is wrong with the machine (database
    out of reach, disk full) is raised too, for the loop to wait. A full disk is never the Item's
    fault; a database that refuses one Item again and again may be.
    """
    try:
        _step(item)
    except queue.LostClaim as lost:
        log.warning("Dropped what was made of item %s: %s", item.pk, lost)
        item.refresh_from_db()
    except NotNow as turn:
        queue.put_back(item, due_at=turn.at)
    except IngestError as error:
        queue.fail(item, error)
    except (OperationalError, InterfaceError):
        with suppress(DatabaseError, InterfaceError, queue.LostClaim):
            queue.fail(item, IngestError(DATABASE_ERROR, retry=True, kind="database"))
        raise
    except OSError as error:
        with suppress(DatabaseError, InterfaceError, queue.LostClaim):
            _give_back(item, error)
        raise
    except Exception as error:  # the boundary of a batch: one bad row never sinks the others
        log.exception("Item %s (%s) broke the program.", item.pk, item.source)
        with suppress(queue.LostClaim):
            queue.fail(item, _broken(error))
    return item


def _give_back(item: Item, error: OSError) -> None:
    if error.errno in FULL:
        queue.put_back(item)
        return
    told = DISK_ERROR.format(reason=error.strerror or type(error).__name__)
    queue.fail(item, IngestError(told, retry=True, kind="disk"))


def _broken(error: Exception) -> IngestError:
    """Two writers may meet in one row once; that is the one fault that trying again mends."""
    told = PROGRAM_ERROR.format(name=type(error).__name__)
    return IngestError(told, retry=isinstance(error, IntegrityError), kind="program")


def _step(item: Item) -> None:
    if item.capture_id is None:
        try:
            fetch_into(item)
        except Unchanged as same:
            _settle_unchanged(item, same)
            return
    kind = _kind(item)
    if not kind.is_container:
        _make(item)
    elif question := question_of_columns(item, kind):
        queue.settle(item, Item.State.HELD, error=question, kind="columns")
    else:
        open_container(item, kind)


def _kind(item: Item):
    capture = item.capture
    with opened(capture) as file:
        head = file.read(HEAD_BYTES)
    return kind_of(head, capture.file_name or item.source, capture.media_type)


def _settle_unchanged(item: Item, same: Unchanged) -> None:
    before = (
        Item.objects.filter(capture=same.capture, article__isnull=False).order_by("-pk").first()
    )
    queue.settle(
        item,
        Item.State.DUPLICATE,
        error="Not changed since it was fetched last.",
        article_id=before.article_id,
        capture_id=same.capture.pk,
    )


def _make(item: Item) -> None:
    outlet = item.batch.outlet if item.batch else None
    understood = understand_parsed(parse_item(item), item.corrections, outlet)
    try:
        _store(item, understood)
    except Unfinished as lacking:
        queue.settle(item, Item.State.HELD, error=str(lacking), kind=lacking.kind)


@transaction.atomic
def _store(item: Item, understood: Understanding) -> None:
    """Stores and settles in one transaction: either both happened or neither."""
    queue.hold(item)
    outcome = article_of(item, understood, is_clear=is_clear(understood.reading))
    queue.settle(item, outcome.state, error=outcome.remark, article_id=outcome.article.pk)
