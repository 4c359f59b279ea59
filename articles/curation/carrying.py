"""The links of one version, given to the next at the same words."""

from dataclasses import dataclass, field

from django.db.models import Model

from articles.extraction.changes import Carrier
from articles.models import Decision, Mention, Quote, RaceLink, TextField, Version

NOUNS = {Mention: "mention", RaceLink: "link", Quote: "quote"}
Place = tuple[str, int]


@dataclass(slots=True)
class Carried:
    """Rows of the new version, and the rows of the old one whose words it does not have."""

    rows: list[Model] = field(default_factory=list)
    lost: list[Model] = field(default_factory=list)


def carry_links(old: Version, new: Version, *, decided_only: bool = False) -> Carried:
    """Copies links of ``old`` to ``new`` wherever their words still stand."""
    carriers = {name: Carrier(old.text_of(name), new.text_of(name)) for name in TextField.values}
    carried = Carried()
    for noun in NOUNS:
        rows = noun.objects.filter(version=old)
        if decided_only:
            rows = rows.exclude(decision=Decision.NONE)
        for row in rows.prefetch_related("spans"):
            was = noun.objects.get(pk=row.pk)
            if _carry(row, new, carriers):
                carried.rows.append(row)
            else:
                carried.lost.append(was)
    return carried


def _carry(row: Model, new: Version, carriers: dict[str, Carrier]) -> bool:
    """Makes ``row`` a new row of ``new``; False where none of its words stand there."""
    noun, spans = type(row), list(row.spans.all())
    moved = [(span, carriers[span.field].carry(span.start, span.end)) for span in spans]
    found = [(span, place) for span, place in moved if place]
    if spans and not found:
        return False
    if noun is Quote and len(found) < len(spans):
        return False  # half a quotation is another quotation
    rivals = list(row.rivals.all()) if noun is Mention else []
    related = {one.name: list(getattr(row, one.name).all()) for one in row._meta.many_to_many}
    if noun is Quote:
        _carry_speaker(row, carriers)
    _copy(row, version=new)
    for span, (start, end) in found:
        _copy(span, **{NOUNS[noun]: row, "start": start, "end": end})
    for rival in rivals:
        _copy(rival, mention=row)
    for name, values in related.items():
        getattr(row, name).set(values)
    return True


def _carry_speaker(quote: Quote, carriers: dict[str, Carrier]) -> None:
    """The speaker's words may be gone while the quotation stands: the speaker stays."""
    if quote.speaker_start is None:
        return
    carrier = carriers[quote.speaker_field or TextField.BODY]
    place = carrier.carry(quote.speaker_start, quote.speaker_end)
    quote.speaker_start, quote.speaker_end = place or (None, None)
    quote.speaker_field = quote.speaker_field if place else ""


def _copy(row: Model, **changed) -> None:
    """Stores ``row`` as a new one."""
    row.pk, row._state.adding = None, True
    row._prefetched_objects_cache = {}
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)
