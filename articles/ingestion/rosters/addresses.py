"""Which namesake gets the plain address: the better known one, whatever was loaded first.

Somebody already stored keeps the address. Of those that come in one load, officeholders of this
century go first, then candidates on the ballot, then everybody else, the youngest first.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.text import slugify

from articles.models import OldSlug, Person
from articles.models.slugs import MAX_SLUG

if TYPE_CHECKING:
    from articles.ingestion.rosters.directory import Known

RECENT = dt.date(2000, 1, 1)


def assign_slugs(people: "Iterable[Known]") -> None:
    """Gives each an address that nobody has or had."""
    waiting = [known for known in people if not known.person.slug]
    if not waiting:
        return
    taken = set(Person.objects.exclude(slug="").values_list("slug", flat=True))
    taken |= set(OldSlug.objects.filter(kind=OldSlug.Kind.PERSON).values_list("slug", flat=True))
    for known in sorted(waiting, key=_prominence):
        known.person.slug = _free(known.person.name, taken)
        taken.add(known.person.slug)


def _free(name: str, taken: set[str]) -> str:
    base = slugify(name)[: MAX_SLUG - 8].strip("-") or "person"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _prominence(known: "Known") -> tuple:
    recent = any(position.start and position.start >= RECENT for position in known.positions)
    on_ballot = any(candidacy.status == "statutory" for candidacy in known.races.values())
    born = known.person.born_on or (RECENT if known.races else dt.date.min)
    return (not recent, not on_ballot, -born.toordinal(), known.person.name)
