"""Counts from an engine become facets a reader can read: one query for each kind of row."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.conf.locale import LANG_INFO

from articles.extraction.gazetteer import STATES
from articles.models import Article, Author, Office, Outlet, Party, Person, Quote, Race, Stage
from articles.models.prepared import Prepared
from articles.search.engines.base import FacetCounts
from articles.search.facets import BY_NAME, FACETS, FacetField, parameter_of
from articles.search.periods import parse_date
from articles.search.query import FacetKey, SearchQuery
from articles.search.results import Facet, FacetValue


class Shown(NamedTuple):
    parameter: str
    label: str


Names = Mapping[FacetKey, Shown]


def labelled(counts: Mapping[str, FacetCounts], query: SearchQuery) -> tuple[Facet, ...]:
    """The facets of a page, in their declared order; a value without a public row is left out."""
    names = names_for(counts)
    return tuple(
        _facet(facet, counts[facet.name], names[facet.noun], query)
        for facet in FACETS
        if facet.name in counts
    )


def names_for(counts: Mapping[str, FacetCounts]) -> dict[str, Names]:
    """By noun, what stands for each counted value: its parameter and label."""
    keys: dict[str, set[FacetKey]] = {}
    for name, counted in counts.items():
        noun, found = BY_NAME[name].noun, dict(counted.values)
        only_chosen = {key for key, count in found.items() if not count}
        shown = (found.keys() - only_chosen) | public_keys(noun, only_chosen)
        keys.setdefault(noun, set()).update(shown)
    return {noun: _names(noun, found) for noun, found in keys.items()}


def names_of_chosen(query: SearchQuery) -> dict[str, Names]:
    """By facet, what stands for each value that was chosen or refused; gone rows are left out."""
    keys: dict[str, set[FacetKey]] = {}
    for one in query.selections:
        keys.setdefault(BY_NAME[one.facet].noun, set()).update(one.any_of, one.none_of)
    names = {noun: _names(noun, public_keys(noun, found)) for noun, found in keys.items()}
    return {one.facet: names[BY_NAME[one.facet].noun] for one in query.selections}


def public_keys(noun: str, keys: Iterable[FacetKey]) -> set[FacetKey]:
    """Those whose rows a reader may see named: not who stands in drafts alone.

    What an index counts is public as it comes; what a reader asks for by key or name is not.
    """
    asked = set(keys)
    if noun not in PUBLIC or not asked:
        return asked
    rows = PUBLIC[noun]().filter(pk__in=asked).order_by()
    return set(rows.values_list("pk", flat=True))


def labels_of_codes(noun: str) -> dict[str, str]:
    """The label of every code a facet of codes may have."""
    return CODES[noun]()


def _facet(facet: FacetField, counted: FacetCounts, names: Names, query: SearchQuery) -> Facet:
    chosen, refused = set(query.selected(facet.name)), set(query.refused(facet.name))
    values = tuple(
        FacetValue(names[key].parameter, names[key].label, count, key in chosen, key in refused)
        for key, count in counted.values
        if key in names
    )
    label = facet.label_for(query.unit)
    return Facet(facet.name, label, values, counted.exact, counted.has_more)


def _names(noun: str, keys: Iterable[FacetKey]) -> Names:
    if noun in NAMED:
        return {pk: Shown(str(parameter), name) for pk, parameter, name in NAMED[noun](keys)}
    if noun in TIMES:
        parameters = {key: parameter_of(BY_NAME[noun], key) for key in keys}
        return {key: Shown(text, parse_date(text).written) for key, text in parameters.items()}
    labels = CODES[noun]() if noun in CODES else {}
    return {key: Shown(str(key), labels.get(key, str(key))) for key in keys}


def capitalised(labels: Mapping[str, str]) -> dict[str, str]:
    return {code: label[:1].upper() + label[1:] for code, label in labels.items()}


SAID = {
    Quote.Kind.DIRECT.value: "In direct speech",
    Quote.Kind.MIXED.value: "Quoted in part",
    Quote.Kind.INDIRECT.value: "Paraphrased",
    Quote.Kind.POST.value: "In a post",
}
TIMES = ("year", "month", "day")
# What a reader may choose from, by noun.
ROWS = {
    "outlet": Outlet.objects.all,
    "person": Person.objects.public,
    "race": Race.objects.all,
}
PUBLIC = {"outlet": Outlet.objects.public, "author": Author.objects.public}
NAMED = {
    noun: Prepared(
        lambda keys, rows=rows: (
            rows().filter(pk__in=keys).order_by().values_list("pk", "slug", "name")
        )
    )
    for noun, rows in ROWS.items()
} | {
    "author": Prepared(
        lambda keys: Author.objects.filter(pk__in=keys).order_by().values_list("pk", "pk", "name")
    )
}
CODES = {
    "state": lambda: {"US": "National"} | {code: names[0] for code, names in STATES.items()},
    "office": lambda: dict(Office.choices),
    "party": lambda: dict(Party.objects.values_list("code", "name")),
    "kind": lambda: capitalised(dict(Article.Kind.choices)),
    "outlet_kind": lambda: capitalised(dict(Outlet.Kind.choices)),
    "stage": lambda: capitalised(dict(Stage.Kind.choices)),
    "said": lambda: SAID,
    "language": lambda: {code: info["name"] for code, info in LANG_INFO.items() if "name" in info},
    "yes_or_no": lambda: {"yes": "Yes", "no": "No"},
}
