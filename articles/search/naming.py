"""Rows by what readers call them: by slug, by exact name, or by how their names begin."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.extraction.names import fold
from articles.models import Author, OldSlug, Outlet, Person, PersonName, Race
from articles.models.coverage import linked_mentions
from articles.search.facets import SLUG_FORM
from articles.search.labels import ROWS, Shown
from articles.search.query import FacetKey

MOST_WORDS, SHORTEST = 6, 2
LONGEST = 100
ALIKE = 0.6
LOOKED_AT = 100


class Named(NamedTuple):
    """A row that may be meant."""

    noun: str
    shown: Shown


def keys_of_slugs(noun: str, slugs: Iterable[str]) -> dict[str, FacetKey]:
    """Primary keys by slug; a slug a row had before leads to it still."""
    asked = [slug for slug in slugs if SLUG_FORM.fullmatch(slug)]
    found = dict(ROWS[noun]().filter(slug__in=asked).values_list("slug", "pk"))
    former = [slug for slug in asked if slug not in found]
    if former:
        old = OldSlug.objects.filter(kind=noun, slug__in=former).values_list("slug", "target_id")
        targets = dict(old)
        live = set(ROWS[noun]().filter(pk__in=targets.values()).values_list("pk", flat=True))
        found |= {slug: pk for slug, pk in targets.items() if pk in live}
    return found


def rows_called(noun: str, name: str, limit: int = 9) -> dict[FacetKey, Shown]:
    """The rows that carry exactly this name, whichever of their names it is."""
    return _shown(noun, CALLED[noun](name[:LONGEST]), limit)


def rows_beginning(noun: str, typed: str, limit: int) -> dict[FacetKey, Shown]:
    """The rows one of whose names has, for every word typed, a word that begins so."""
    words = _words(typed)
    return BEGINNING[noun](words, limit) if words else {}


def rows_like(noun: str, typed: str, limit: int = 5) -> list[Shown]:
    """The rows that were most likely meant by a name that nothing carries, the likest first."""
    found = rows_beginning(noun, typed, limit)
    if found:
        return list(found.values())
    longest = max(_words(typed), key=len, default="")
    near = rows_beginning(noun, longest[:3], LOOKED_AT) if len(longest) > 3 else {}
    rated = [(_likeness(longest, shown.label), shown) for shown in near.values()]
    rated = sorted(rated, key=lambda pair: (-pair[0], pair[1].label))
    return [shown for rate, shown in rated[:limit] if rate >= ALIKE]


def people_with_family_names(names: Sequence[str], limit: int) -> dict[FacetKey, Shown]:
    """Those named in articles first."""
    folded = [fold(name) for name in names]
    keys = PersonName.objects.filter(Q(family__in=folded) | Q(folded__in=folded))
    return _covered_first(keys.order_by().values("person"), limit)


def _words(typed: str) -> list[str]:
    """Folded, a slug's hyphens apart; none where there is too little to go by."""
    words = fold(typed[:LONGEST].replace("-", " ")).replace('"', " ").split()[:MOST_WORDS]
    return words if max(map(len, words), default=0) >= SHORTEST else []


def _likeness(word: str, name: str) -> float:
    return max(SequenceMatcher(None, word, one).ratio() for one in fold(name).split() or [""])


def _shown(noun: str, rows: QuerySet, limit: int) -> dict[FacetKey, Shown]:
    values = ("pk", "pk", "name") if noun == "author" else ("pk", "slug", "name")
    found = rows.values_list(*values)[:limit]
    return {pk: Shown(str(parameter), name) for pk, parameter, name in found}


def _people_called(name: str) -> QuerySet:
    names = PersonName.objects.filter(folded=fold(name)).values("person")
    return Person.objects.public().filter(pk__in=names)


CALLED = {
    "person": _people_called,
    "outlet": lambda name: Outlet.objects.named(name),
    "race": lambda name: Race.objects.filter(name__iexact=name),
    "author": lambda name: Author.objects.filter(name__iexact=name),
}


def _people_beginning(words: Sequence[str], limit: int) -> dict[FacetKey, Shown]:
    names = PersonName.objects.all()
    for word in words:
        names = names.filter(_begins("folded", word))
    return _covered_first(names.order_by().values("person"), limit)


def _covered_first(keys: QuerySet, limit: int) -> dict[FacetKey, Shown]:
    is_covered = Exists(linked_mentions().filter(person=OuterRef("pk")))
    people = Person.objects.public().filter(pk__in=keys).annotate(covered=is_covered)
    return _shown("person", people.order_by("-covered", "name", "pk"), limit)


def _races_beginning(words: Sequence[str], limit: int) -> dict[FacetKey, Shown]:
    races = Race.objects.all()
    for word in words:
        races = races.filter(_begins("name", word))
    return _shown("race", races.order_by("-year", "name"), limit)


def _outlets_beginning(words: Sequence[str], limit: int) -> dict[FacetKey, Shown]:
    """Outlets are few: their names are folded here, since they have no folded column."""
    names = Outlet.objects.order_by("name").values_list("pk", "name", "other_names__name")
    keys = [
        pk
        for pk, *called in names
        if any(_has_all(words, fold(name)) for name in called if name is not None)
    ]
    return _shown("outlet", Outlet.objects.public().filter(pk__in=keys[:LOOKED_AT]), limit)


def _authors_beginning(words: Sequence[str], limit: int) -> dict[FacetKey, Shown]:
    authors = Author.objects.all()
    for word in words:
        authors = authors.filter(_begins("name", word))
    return _shown("author", authors.order_by("name"), limit)


BEGINNING = {
    "person": _people_beginning,
    "race": _races_beginning,
    "outlet": _outlets_beginning,
    "author": _authors_beginning,
}


def _begins(field: str, word: str) -> Q:
    """A word of ``field`` begins so."""
    within = Q(**{f"{field}__icontains": f" {word}"}) | Q(**{f"{field}__icontains": f"-{word}"})
    return Q(**{f"{field}__istartswith": word}) | within


def _has_all(words: Sequence[str], name: str) -> bool:
    text = f" {name.replace('-', ' ')}"
    return all(f" {word}" in text for word in words)
