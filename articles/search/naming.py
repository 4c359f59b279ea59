"""Rows by what readers call them: by slug, by exact name, or by how their names begin."""

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.extraction.names import fold
from articles.models import Author, OldSlug, Outlet, Person, PersonName, Race, outlets_named
from articles.models.coverage import linked_mentions
from articles.models.prepared import Prepared
from articles.search.facets import SLUG_FORM
from articles.search.labels import ROWS, Shown, public_keys
from articles.search.query import FacetKey

MOST_WORDS, SHORTEST = 6, 2
LONGEST = 100
MOST_CALLED, MOST_OF_FAMILY = 9, 4
ALIKE = 0.6
LOOKED_AT = 100


class Named(NamedTuple):
    """A row that may be meant."""

    noun: str
    shown: Shown


def keys_of_slugs(noun: str, slugs: Iterable[str]) -> dict[str, FacetKey]:
    """Primary keys by slug; a slug a row had before leads to it still."""
    asked = [slug for slug in slugs if SLUG_FORM.fullmatch(slug)]
    found = dict(BY_SLUG[noun](asked))
    former = [slug for slug in asked if slug not in found]
    if former:
        old = OldSlug.objects.filter(kind=noun, slug__in=former).values_list("slug", "target_id")
        targets = dict(old)
        live = set(ROWS[noun]().filter(pk__in=targets.values()).values_list("pk", flat=True))
        found |= {slug: pk for slug, pk in targets.items() if pk in live}
    public = public_keys(noun, found.values())
    return {slug: pk for slug, pk in found.items() if pk in public}


def rows_called(noun: str, name: str, limit: int = MOST_CALLED) -> dict[FacetKey, Shown]:
    """The rows that carry exactly this name, whichever of their names it is; a few at most."""
    rows = list(CALLED[noun](name[:LONGEST]))
    public = public_keys(noun, (row[0] for row in rows))
    return _as_shown([row for row in rows if row[0] in public][:limit])


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


def people_with_family_names(names: Iterable[str]) -> dict[FacetKey, Shown]:
    """A few of them, those named in articles first."""
    return _as_shown(OF_FAMILIES([fold(name) for name in names]))


def family_names_among(words: Iterable[str]) -> set[str]:
    """Those of the folded words that are family names of people with a page."""
    public = Person.objects.public().filter(pk=OuterRef("person"))
    names = PersonName.objects.filter(Exists(public), family__in=list(words))
    return set(names.values_list("family", flat=True))


def _words(typed: str) -> list[str]:
    """Folded, a slug's hyphens apart; none where there is too little to go by."""
    words = fold(typed[:LONGEST].replace("-", " ")).replace('"', " ").split()[:MOST_WORDS]
    return words if max(map(len, words), default=0) >= SHORTEST else []


def _likeness(word: str, name: str) -> float:
    return max(SequenceMatcher(None, word, one).ratio() for one in fold(name).split() or [""])


def _shown(noun: str, rows: QuerySet, limit: int) -> dict[FacetKey, Shown]:
    return _as_shown(_named(noun, rows)[:limit])


def _named(noun: str, rows: QuerySet) -> QuerySet:
    return rows.values_list("pk", "pk" if noun == "author" else "slug", "name")


def _as_shown(rows: Iterable[tuple]) -> dict[FacetKey, Shown]:
    return {pk: Shown(str(parameter), name) for pk, parameter, name in rows}


def _people_called(names: Sequence[str]) -> QuerySet:
    """The first of the folded ``names``."""
    keys = PersonName.objects.filter(folded=names[0]).order_by().values("person")
    return _named("person", Person.objects.public().filter(pk__in=keys))[:MOST_CALLED]


def _people_of_families(names: Sequence[str]) -> QuerySet:
    keys = PersonName.objects.filter(Q(family__in=names) | Q(folded__in=names)).order_by()
    return _named("person", _covered_first(keys.values("person")))[:MOST_OF_FAMILY]


PEOPLE_CALLED, OF_FAMILIES = Prepared(_people_called), Prepared(_people_of_families)
CALLED: dict[str, Callable[[str], Sequence[tuple]]] = {
    "person": lambda name: PEOPLE_CALLED([fold(name)]),
    "outlet": lambda name: [(one.pk, one.slug, one.name) for one in outlets_named(name)],
    "race": lambda name: _named("race", Race.objects.filter(name__iexact=name))[:MOST_CALLED],
    "author": lambda name: _named("author", Author.objects.filter(name__iexact=name))[:MOST_CALLED],
}
BY_SLUG = {
    noun: Prepared(
        lambda slugs, rows=rows: rows().filter(slug__in=slugs).order_by().values_list("slug", "pk")
    )
    for noun, rows in ROWS.items()
}


def _people_beginning(words: Sequence[str], limit: int) -> dict[FacetKey, Shown]:
    names = PersonName.objects.all()
    for word in words:
        names = names.filter(_begins("folded", word))
    return _shown("person", _covered_first(names.order_by().values("person")), limit)


def _covered_first(keys: QuerySet) -> QuerySet:
    is_covered = Exists(linked_mentions().filter(person=OuterRef("pk")))
    people = Person.objects.public().filter(pk__in=keys).annotate(covered=is_covered)
    return people.order_by("-covered", "name", "pk")


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
    authors = Author.objects.public()
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
