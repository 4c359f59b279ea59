"""The parameters of every list of articles, validated once: pages, API and feeds share it.

filters = ArticleFilterSet(request.GET)
results = search(filters.search_query())      # BadQuery tells the reader what is wrong
"""

import re
from collections.abc import Iterable

import django_filters
from django import forms

from articles.models import Article, OldSlug
from articles.search.errors import BadQuery
from articles.search.facets import MAX_SELECTED, FacetField, Values, facets_of, key_of
from articles.search.labels import ROWS, known_codes
from articles.search.nodes import Node
from articles.search.query import MAX_PAGE, FacetKey, SearchQuery, Selection, Sort, Unit
from articles.search.syntax import MAX_LENGTH, parse

SLUG_FORM = re.compile(r"[-\w]{1,120}", re.ASCII)
NO_SUCH_PAGE = f"The page must be a number from 1 to {MAX_PAGE}: narrow the search to go deeper."


class WordsField(forms.CharField):
    """The search box: cleaned, it is (what was typed, its words)."""

    def clean(self, value) -> tuple[str, Node | None]:
        typed = super().clean(value)
        try:
            return typed, parse(typed)
        except BadQuery as mistake:
            raise forms.ValidationError(
                mistake.message, code="words", params={"suggestion": mistake.suggestion}
            ) from None


class FacetValuesField(forms.Field):
    """Chosen values of one facet: cleaned, they are what the index holds."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, facet: FacetField, **options) -> None:
        super().__init__(**options)
        self.facet = facet

    def clean(self, value) -> tuple[FacetKey, ...]:
        given = list(dict.fromkeys(one.strip() for one in value or () if one.strip()))
        if len(given) > MAX_SELECTED:
            raise forms.ValidationError(
                f"Choose at most {MAX_SELECTED} values of {self.facet.label.lower()}."
            )
        return tuple(dict.fromkeys(self._keys(given)))

    def _keys(self, given: list[str]) -> Iterable[FacetKey]:
        if not given:
            return ()
        if self.facet.values is Values.KEY:
            return self._known(given, keys_of_slugs(self.facet.noun, given))
        if self.facet.values is Values.CODE:
            by_name = {code.lower(): code for code in known_codes(self.facet.noun)}
            return self._known([one.lower() for one in given], by_name)
        return [self._number(one) for one in given]

    def _known(self, given: list[str], keys: dict[str, FacetKey]) -> list[FacetKey]:
        for one in given:
            if one not in keys:
                noun = self.facet.label.lower()
                raise forms.ValidationError(f"The archive knows no {noun} “{one[:60]}”.")
        return [keys[one] for one in given]

    def _number(self, parameter: str) -> FacetKey:
        try:
            return key_of(self.facet, parameter[:60])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class WordsFilter(django_filters.Filter):
    field_class = WordsField


class FacetFilter(django_filters.Filter):
    field_class = FacetValuesField


class PageFilter(django_filters.Filter):
    field_class = forms.IntegerField


class ParameterFilterSet(django_filters.FilterSet):
    """Validates; what is asked is answered by the search engine, never by filtering rows."""

    q = WordsFilter(
        label="Search",
        max_length=MAX_LENGTH,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={"max_length": f"Search for at most {MAX_LENGTH} characters."},
    )
    sort = django_filters.ChoiceFilter(
        label="Order",
        choices=[(sort.value, sort.value.capitalize()) for sort in Sort],
        empty_label=None,
        error_messages={"invalid_choice": "The order can be relevance, newest or oldest."},
    )
    page = PageFilter(
        label="Page",
        min_value=1,
        max_value=MAX_PAGE,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_SUCH_PAGE),
    )

    def __init__(self, data=None) -> None:
        super().__init__({} if data is None else data, queryset=Article.objects.none())

    def search_query(self) -> SearchQuery:
        """The question these parameters ask. Raises BadQuery naming what is wrong."""
        if not self.is_valid():
            raise self._mistake()
        given = self.form.cleaned_data
        text, words = given["q"]
        return SearchQuery(
            words=words,
            text=text,
            selections=tuple(
                Selection(facet.name, given[facet.name])
                for facet in facets_of(Unit.ARTICLES)
                if given[facet.name]
            ),
            sort=Sort(given["sort"] or Sort.RELEVANCE),
            page=given["page"] or 1,
        )

    def filter_queryset(self, queryset):
        raise TypeError("Articles are found by search(filters.search_query()).")

    def _mistake(self) -> BadQuery:
        first = next(iter(self.errors.as_data().values()))[0]
        return BadQuery(first.messages[0], (first.params or {}).get("suggestion", ""))


ArticleFilterSet = type(
    "ArticleFilterSet",
    (ParameterFilterSet,),
    {facet.name: FacetFilter(label=facet.label, facet=facet) for facet in facets_of(Unit.ARTICLES)}
    | {"__doc__": ParameterFilterSet.__doc__, "__module__": __name__},
)


def keys_of_slugs(noun: str, slugs: list[str]) -> dict[str, FacetKey]:
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
