"""Which column of a table holds what: remembered by the names of its columns."""

import hashlib
from collections.abc import Iterable
from collections.abc import Mapping as Columns

from django.db import transaction

from articles.ingestion.errors import IngestError
from articles.ingestion.files import FIELDS_OF_ROWS, Preview
from articles.models import Batch, Mapping

NEEDED = "body"


def columns_for(table: Preview, batch: Batch | None = None) -> dict[str, str] | None:
    """The columns of ``table`` by our fields: as chosen for the batch, as remembered, or as named.

    None where an editor has to say: some column is needed that nothing points to, or what is
    remembered under these names is of another table.
    """
    chosen = mapping_for(table, batch)
    if chosen:
        fitting = _fitting(chosen, table)
        is_sure = batch is not None and batch.mapping == chosen
        return fitting if is_sure or _seem_right(fitting, table) else None
    plain = {name: name for name in table.columns if name in FIELDS_OF_ROWS}
    return plain if NEEDED in plain else None


def mapping_for(table: Preview, batch: Batch | None = None) -> Mapping | None:
    """What was chosen for the batch or is remembered for such a table, if that is enough."""
    chosen = batch.mapping if batch and batch.mapping else remembered(table.columns)
    return chosen if chosen and NEEDED in _fitting(chosen, table).values() else None


def _seem_right(columns: Columns[str, str], table: Preview) -> bool:
    """Whether the text is the longest of what is taken: two tables may name columns alike."""
    lengths = dict.fromkeys(columns, 0)
    for row in table.rows:
        for name, cell in zip(table.columns, row, strict=False):
            if name in lengths:
                lengths[name] += len(cell)
    return columns[max(lengths, key=lengths.__getitem__)] == NEEDED or not any(lengths.values())


def _fitting(chosen: Mapping, table: Preview) -> dict[str, str]:
    return {name: field for name, field in chosen.columns.items() if name in table.columns}


def remembered(columns: Iterable[str]) -> Mapping | None:
    return Mapping.objects.filter(signature=signature(columns)).order_by("-pk").first()


@transaction.atomic
def remember(columns: Columns[str, str], names: Iterable[str], *, title: str) -> Mapping:
    """Keeps which column holds what, for this table and the next one with the same columns.

    Raises IngestError where two columns claim one field or none holds the text.
    """
    chosen = {name: field for name, field in columns.items() if field}
    unknown = set(chosen.values()) - set(FIELDS_OF_ROWS)
    if unknown:
        raise IngestError(f"{', '.join(sorted(unknown))} is no field of an article.")
    twice = {field for field in chosen.values() if list(chosen.values()).count(field) > 1}
    if twice:
        raise IngestError(f"Two columns are given for {', '.join(sorted(twice))}: choose one.")
    if NEEDED not in chosen.values():
        raise IngestError("Say which column holds the article's text (body).")
    names = list(names)
    known = remembered(names)
    if known:
        known.columns = chosen
        known.save(update_fields=["columns"])
        return known
    return Mapping.objects.create(
        name=_free_name(title), columns=chosen, signature=signature(names)
    )


def signature(columns: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(columns)).encode()).hexdigest()


def _free_name(title: str) -> str:
    title = title[:180] or "Table"
    taken = set(Mapping.objects.filter(name__startswith=title).values_list("name", flat=True))
    return next(
        name
        for name in (title, *(f"{title} ({n})" for n in range(2, len(taken) + 3)))
        if name not in taken
    )
