"""What is wrong with the parameters of a list, in words, and what may have been meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from django import forms

from articles.search.facets import BY_NAME, FacetField, Values
from articles.search.labels import Shown, labels_of_codes
from articles.search.naming import BEGINNING, rows_called, rows_like

MOST_CORRECTED = 3  # of many mistakes; looking for what was meant costs queries


@dataclass(frozen=True, slots=True)
class Correction:
    """``parameters`` to give instead of the mistaken one."""

    label: str
    parameters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    parameter: str
    message: str
    corrections: tuple[Correction, ...] = ()


def mistakes_in(form: forms.Form) -> Iterator[Mistake]:
    """One for each field that does not hold."""
    for number, (name, errors) in enumerate(form.errors.as_data().items()):
        error = errors[0]
        wrong = (error.params or {}).get("wrong", "") if number < MOST_CORRECTED else ""
        yield Mistake(name, error.messages[0], tuple(_corrections(name, wrong)) if wrong else ())


def _corrections(parameter: str, wrong: str) -> list[Correction]:
    facet = BY_NAME[parameter.removeprefix("not_")]
    return [
        Correction(shown.label, ((parameter, shown.parameter),)) for shown in _likely(facet, wrong)
    ]


def _likely(facet: FacetField, wrong: str) -> list[Shown]:
    if facet.noun in BEGINNING:
        called = list(rows_called(facet.noun, wrong).values())
        return called or rows_like(facet.noun, wrong)
    return _likely_codes(facet, wrong) if facet.values is Values.CODE else []


def _likely_codes(facet: FacetField, wrong: str) -> list[Shown]:
    labels = labels_of_codes(facet.noun)
    by_name = {label.casefold(): code for code, label in labels.items()}
    by_name |= {code.casefold(): code for code in labels}
    near = get_close_matches(wrong.casefold(), by_name, n=3)
    codes = dict.fromkeys(by_name[name] for name in near)
    return [Shown(code, labels[code]) for code in codes]
