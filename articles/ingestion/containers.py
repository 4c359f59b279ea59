"""Tables, zips and web archives: opened into one Item for each thing in them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from django.db import transaction

from articles.ingestion import queue
from articles.ingestion.capturing import opened
from articles.ingestion.errors import IngestError
from articles.ingestion.files import BadPart, FileKind, Limits, Part, Preview, parts_of, preview
from articles.ingestion.mappings import columns_for, mapping_for
from articles.models import Capture, Item, insert_new

CHUNK = 50
HEAD_BYTES = 1 << 16
TABLES = {"csv", "jsonl"}
DEEPEST = 2
CHOSEN = "columns"  # an editor's answer among an Item's corrections
UNKNOWN = "Say which column holds what: its names are not known yet."
OTHER_SENSE = (
    "Its columns are called like those remembered under “{mapping}”, but seem to hold other "
    "things: say which column holds what."
)


def preview_of(item: Item) -> Preview:
    """The first rows of a table and what its columns seem to hold. Raises IngestError."""
    with opened(item.capture) as file:
        return preview(file.read(HEAD_BYTES), item.source)


def question_of_columns(item: Item, kind: FileKind) -> str:
    """What to ask where nobody said yet which column of a table holds what; "" for nothing."""
    if kind.name not in TABLES or CHOSEN in item.corrections:
        return ""
    table = preview_of(item)
    if columns_for(table, item.batch) is not None:
        return ""
    other = mapping_for(table, item.batch)
    return OTHER_SENSE.format(mapping=other) if other else UNKNOWN


def choose_columns(item: Item, columns: Mapping[str, str]) -> None:
    """Keeps an editor's answer for this very table, whatever is remembered of others."""
    chosen = {name: field for name, field in columns.items() if field}
    item.corrections = {**item.corrections, CHOSEN: chosen}
    item.save(update_fields=["corrections", "changed_at"])


def open_container(item: Item, kind: FileKind) -> None:
    """Makes an Item of each part and settles this one; begun before, it goes on where it was.

    A part that is broken becomes an Item that has failed. Raises IngestError where the whole is
    broken, LostClaim where the Item was cancelled meanwhile.
    """
    if _depth(item) >= DEEPEST:
        raise IngestError(
            "An archive in an archive in an archive is not opened: unpack the outer ones first.",
            kind="nested",
        )
    begun = item.parts.order_by("-part").values_list("part", flat=True).first()
    start = -1 if begun is None else begun
    columns, remark = _columns_of(item) if kind.name in TABLES else (None, "")
    with opened(item.capture) as file:
        parts = parts_of(file, kind, limits=Limits.from_settings(), columns=columns)
        for chunk in _chunks(part for part in parts if part.position > start):
            _add(item, chunk)
    _settle(item, remark)


def _columns_of(item: Item) -> tuple[dict[str, str] | None, str]:
    """A table's columns by our fields, and what to say where they are those of another table."""
    if CHOSEN in item.corrections:
        return item.corrections[CHOSEN], ""
    table = preview_of(item)
    mapping = mapping_for(table, item.batch)
    told = f"Its columns are taken as remembered under “{mapping}”." if mapping else ""
    return columns_for(table, item.batch), told


def _chunks(parts: Iterable) -> Iterator[list]:
    parts = iter(parts)
    while chunk := list(islice(parts, CHUNK)):
        yield chunk


def _settle(item: Item, remark: str) -> None:
    found = item.parts.count()
    if not found:
        raise IngestError("There is nothing in it that the archive takes in.", kind="empty")
    queue.settle(item, Item.State.DONE, error=remark, parts_found=found)


@transaction.atomic
def _add(item: Item, parts: list[Part | BadPart]) -> None:
    """One chunk, whole or not at all; the lease is renewed with it."""
    queue.hold(item)
    insert_new(_row(item, part) for part in parts)
    queue.renew(item)


def _row(item: Item, part: Part | BadPart) -> Item:
    row = Item(
        batch=item.batch,
        parent=item,
        part=part.position,
        origin=Item.Origin.ROW if part.name.startswith("row ") else Item.Origin.FILE,
        source=f"{item.source} › {part.name}"[:2000],
        priority=Item.Priority.IN_BULK,
        added_by=item.added_by,
    )
    if isinstance(part, BadPart):
        row.state = Item.State.FAILED
        row.error, row.error_kind = str(part.error), part.error.kind[:30]
        return row
    charset = f"; charset={part.charset}" if part.charset else ""
    row.capture = Capture.objects.keep(
        part.content,
        media_type=f"{part.media_type}{charset}"[:100],
        url=part.url[:2000],
        file_name=part.name[-255:],
    )
    return row


def _depth(item: Item) -> int:
    depth = 0
    while item.parent_id:
        item, depth = item.parent, depth + 1
    return depth
