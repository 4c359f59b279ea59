"""One filter set for each unit, made from its facets."""

from collections.abc import Mapping
from functools import cached_property

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from articles.filters.fields import FacetValuesField, ReadField
from articles.filters.mistakes import Correction, Mistake, mistakes_in
from articles.filters.parameters import FOLDED, ORDER
from articles.models import Article
from articles.search.errors import BadQuery
from articles.search.facets import facets_of
from articles.search.periods import ALWAYS, Period, parse_date, parse_rolling
from articles.search.query import MAX_PAGE, SearchQuery, Selection, Sort, Unit
from articles.search.syntax import SETTINGS, Box, read_box

MAX_VALUES = 100
NO_SUCH_PAGE = f"The page must be a number from 1 to {MAX_PAGE}: narrow the list to go deeper."


class FacetFilter(django_filters.Filter):
    field_class = FacetValuesField


class ReadFilter(django_filters.Filter):
    field_class = ReadField


class PageFilter(django_filters.Filter):
    field_class = forms.IntegerField


class ListFilterSet(django_filters.FilterSet):
    """Validates; what is asked is answered by the search engine, never by filtering rows.

    What the search box holds beside words is taken out of it and joins the other parameters.
    """

    unit: Unit

    def __init__(self, data: QueryDict | None = None) -> None:
        given = MultiValueDict() if data is None else data
        self.box, self.misread = _read(given.get("q", "").replace("\0", ""))
        parameters, self.too_many = _bounded(_joined(given, self.box))
        # Of forty-odd filters a page needs a few: the others are neither copied nor validated.
        self.base_filters = {
            name: one for name, one in type(self).base_filters.items() if name in parameters
        }
        super().__init__(parameters, queryset=Article.objects.none())

    def search_query(self) -> SearchQuery:
        """The question these parameters ask. Raises BadQuery naming what is wrong."""
        if self.mistakes:
            raise BadQuery(self.mistakes[0].message, self.suggestion)
        return self.understood_query()

    @cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """All that is wrong, the search box first."""
        found = [one for one in (self.misread, self.too_many) if one]
        return (*found, *mistakes_in(self.form), *self._mistakes_of_period())

    @property
    def suggestion(self) -> str:
        """The text of the search box as it was most likely meant, where it could not be read."""
        corrections = self.misread.corrections if self.misread else ()
        return corrections[0].label if corrections else ""

    @property
    def has_mistaken_words(self) -> bool:
        return self.misread is not None

    def understood_query(self) -> SearchQuery:
        """The question of those parameters that can be understood."""
        self.form.is_valid()
        given = self.form.cleaned_data
        return SearchQuery(
            words=self.box.words,
            text=self.box.text,
            selections=self._selections(given),
            period=ALWAYS if self._mistakes_of_period() else _period(given),
            folded=given.get("copies") == FOLDED,
            sort=Sort(given.get("sort") or Sort.RELEVANCE),
            page=given.get("page") or 1,
            unit=self.unit,
        )

    def filter_queryset(self, queryset):
        raise TypeError("What is listed is found by search(filters.search_query()).")

    def _selections(self, given: Mapping) -> tuple[Selection, ...]:
        chosen = (
            Selection(facet.name, given.get(facet.name, ()), given.get(f"not_{facet.name}", ()))
            for facet in facets_of(self.unit)
        )
        return tuple(one for one in chosen if one.any_of or one.none_of)

    def _mistakes_of_period(self) -> list[Mistake]:
        self.form.is_valid()
        period = _period(self.form.cleaned_data)
        if period.rolling and (period.start or period.end):
            last = Correction(f"last:{period.rolling}", (("last", str(period.rolling)),))
            return [Mistake("last", "Give either “last” or “from” and “to”.", (last,))]
        if period.start and period.end and period.start.first > period.end.last:
            turned = (("from", str(period.end)), ("to", str(period.start)))
            label = f"from {period.end} to {period.start}"
            message = f"The list can’t begin in {period.start} and end in {period.end}."
            return [Mistake("from", message, (Correction(label, turned),))]
        return []


def _read(typed: str) -> tuple[Box, Mistake | None]:
    try:
        return read_box(typed), None
    except BadQuery as mistake:
        better = mistake.suggestion
        corrections = (Correction(better, (("q", better),)),) if better else ()
        return Box(), Mistake("q", mistake.message, corrections)


def _joined(given: MultiValueDict, box: Box) -> MultiValueDict:
    """The parameters that are given, and what was typed beside the words."""
    joined = MultiValueDict()
    for name in ORDER:
        values = [one for one in given.getlist(name) if one.strip()] if name in given else []
        if values and name != "q":
            joined.setlist(name, values)
    for one in box.narrowings:
        if one.name in SETTINGS:
            joined[one.name] = one.value
        else:
            joined.appendlist(one.parameter, one.value)
    return joined


def _bounded(parameters: MultiValueDict) -> tuple[MultiValueDict, Mistake | None]:
    """Without any, where there are more values than a list takes in all."""
    if sum(len(values) for _, values in parameters.lists()) <= MAX_VALUES:
        return parameters, None
    return MultiValueDict(), Mistake("q", f"Choose at most {MAX_VALUES} values in all.")


def _period(given: Mapping) -> Period:
    ends = given.get("from"), given.get("to"), given.get("last")
    return Period(*ends) if any(ends) else ALWAYS


SETTING_FILTERS = {
    "from": ReadFilter(label="From", read=parse_date),
    "to": ReadFilter(label="To", read=parse_date),
    "last": ReadFilter(label="Last", read=parse_rolling),
    "copies": django_filters.ChoiceFilter(
        choices=[(FOLDED, "Unique texts")],
        error_messages={"invalid_choice": "Copies can be folded, or each listed: leave it out."},
    ),
    "sort": django_filters.ChoiceFilter(
        choices=[(sort.value, sort.value.capitalize()) for sort in Sort],
        error_messages={"invalid_choice": "The order can be relevance, newest or oldest."},
    ),
    "page": PageFilter(
        min_value=1,
        max_value=MAX_PAGE,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_SUCH_PAGE),
    ),
}


def filter_set(name: str, unit: Unit) -> type[ListFilterSet]:
    """The filter set of a unit: each facet to choose and to refuse, and the settings."""
    facets = facets_of(unit)
    chosen = {facet.name: FacetFilter(label=facet.label, facet=facet) for facet in facets}
    refused = {
        f"not_{facet.name}": FacetFilter(label=f"Not {facet.label}", facet=facet)
        for facet in facets
    }
    own = {"unit": unit, "__doc__": ListFilterSet.__doc__, "__module__": __name__}
    return type(name, (ListFilterSet,), chosen | refused | SETTING_FILTERS | own)


ArticleFilterSet = filter_set("ArticleFilterSet", Unit.ARTICLES)
QuoteFilterSet = filter_set("QuoteFilterSet", Unit.QUOTES)
