"""Form fields: each cleans one parameter of a list into what a SearchQuery takes."""

from collections.abc import Callable, Iterable

from django import forms

from articles.search.facets import MAX_SELECTED, FacetField, Values, key_of
from articles.search.labels import labels_of_codes
from articles.search.naming import keys_of_slugs, rows_called
from articles.search.query import FacetKey

LONGEST_SAID = 60


class FacetValuesField(forms.Field):
    """Values of one facet, chosen or refused: cleaned, they are what the index holds.

    A row is given by its slug, or by a name that it alone has; a code by itself or its label.
    """

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
        if self.facet.values is Values.CODE:
            return self._codes(given)
        if self.facet.values is Values.KEY:
            keys = keys_of_slugs(self.facet.noun, given) if given else {}
            return [keys[one] if one in keys else self._called(one) for one in given]
        return [self._key(one) for one in given]

    def _codes(self, given: list[str]) -> Iterable[FacetKey]:
        if not given:
            return []
        labels = labels_of_codes(self.facet.noun)
        by_name = {label.casefold(): code for code, label in labels.items()}
        by_name |= {code.casefold(): code for code in labels}
        return [self._known(one, by_name.get(one.casefold())) for one in given]

    def _key(self, given: str) -> FacetKey:
        if self.facet.values is Values.NUMBER and not given.isdecimal():
            return self._called(given)
        try:
            return key_of(self.facet, given[:LONGEST_SAID])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None

    def _called(self, name: str) -> FacetKey:
        found = list(rows_called(self.facet.noun, name, limit=2)) if "\0" not in name else []
        if len(found) > 1:
            raise self._refusal(f"Several carry the name “{name[:LONGEST_SAID]}”.", name)
        return self._known(name, found[0] if found else None)

    def _known(self, given: str, key: FacetKey | None) -> FacetKey:
        if key is None:
            noun = self.facet.label.lower()
            raise self._refusal(f"The archive knows no {noun} “{given[:LONGEST_SAID]}”.", given)
        return key

    def _refusal(self, message: str, wrong: str) -> forms.ValidationError:
        return forms.ValidationError(message, params={"wrong": wrong.replace("\0", "")})


class ReadField(forms.CharField):
    """A parameter that ``read`` makes something of, or refuses with a ValueError."""

    def __init__(self, *, read: Callable[[str], object], **options) -> None:
        super().__init__(**options)
        self.read = read

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
