"""Finds the person, outlet or race an editor names in words."""

from dataclasses import dataclass

from django.db.models import Q

from articles.extraction.names import fold, parse_name
from articles.models import Outlet, Person, PersonName, Race

MOST = 12


@dataclass(frozen=True, slots=True)
class Lookup:
    """``one`` if the words name exactly one; ``several`` to choose from otherwise."""

    words: str
    one: Person | Outlet | Race | None = None
    several: tuple[Person | Outlet | Race, ...] = ()


def find_person(words: str) -> Lookup:
    """By address, by any whole name, else by family name."""
    words = " ".join(words.split())
    exact = Person.objects.filter(slug=words.lower()).first()
    if exact:
        return Lookup(words, exact)
    named = _people(Q(folded=fold(words)))
    if len(named) == 1:
        return Lookup(words, named[0])
    family = fold(parse_name(words).family)
    return Lookup(words, None, tuple(named or (_people(Q(family=family)) if family else ())))


def _people(named: Q) -> list[Person]:
    names = PersonName.objects.filter(named).values("person")
    rows = Person.objects.filter(pk__in=names).exclude(status=Person.Status.HIDDEN)
    return list(rows.prefetch_related("positions", "candidacies__race")[:MOST])


def find_outlet(words: str) -> Lookup:
    """By address, by any whole name, by domain, else by a part of its name."""
    words = " ".join(words.split())
    rows = Outlet.objects.prefetch_related("domains")
    whole = Q(slug=words.lower()) | Q(domains__domain=words.lower().removeprefix("www."))
    exact = rows.filter(whole).first() or rows.named(words).first()
    if exact:
        return Lookup(words, exact)
    return Lookup(words, None, tuple(rows.filter(name__icontains=words)[:MOST]) if words else ())


def find_race(words: str) -> Lookup:
    words = " ".join(words.split())
    exact = Race.objects.filter(Q(slug=words.lower()) | Q(name__iexact=words)).first()
    if exact:
        return Lookup(words, exact)
    near = Race.objects.all()
    for word in words.split():
        near = near.filter(Q(name__icontains=word) | Q(slug__icontains=word))
    found = tuple(near[:MOST]) if words else ()
    return Lookup(words, found[0]) if len(found) == 1 else Lookup(words, None, found)


def propose_person(name: str) -> Person:
    """Somebody the archive does not know: no public page before an editor confirms."""
    person = Person.objects.create(name=name[:200], status=Person.Status.PROPOSED)
    PersonName.objects.create(person=person, text=name[:200], kind=PersonName.Kind.COMMON)
    return person
