"""The address of a list with other parameters: what facet, sort and page links are made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from urllib.parse import quote_plus, urlencode

from django.http import HttpRequest
from django.urls import reverse

from articles.filters import in_order

PAGE = "page"
MARK = "\0"  # stands where a value will: in no parameter is there such a character


@dataclass(frozen=True, slots=True)
class Address:
    """A path and its parameters. Every change but of the page leads back to the first page.

    Where ``is_ordered`` the parameters are those of a filter set and stay in its order.
    """

    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    is_ordered: bool = False

    @classmethod
    def of(cls, request: HttpRequest, known: Iterable[str]) -> "Address":
        """Of the page asked for, without parameters that are empty or not ``known``."""
        given = [
            (name, value.strip())
            for name in known
            for value in dict.fromkeys(request.GET.getlist(name))
            if value.strip()
        ]
        return cls(request.path, tuple(given))

    def __str__(self) -> str:
        return f"{self.path}?{self.query}" if self.parameters else self.path

    @property
    def query(self) -> str:
        return "&".join(map(encoded, self.parameters))

    def setting(self, name: str, value: str = "") -> "Address":
        """With ``value`` as the only one of ``name``; without one, ``name`` is left out."""
        kept = [pair for pair in self.parameters if pair[0] not in (name, PAGE)]
        return self._with(kept + ([(name, value)] if value else []))

    def adding(self, name: str, value: str) -> "Address":
        return self._with([*self._on_any_page(), (name, value)])

    def with_each(self, name: str) -> Callable[[str], str]:
        """What ``adding`` a value leads to, made from pieces: a page has hundreds of these."""
        if any(pair[0] == name for pair in self.parameters):
            return lambda value: str(self.adding(name, value))  # its place depends on the others
        before, after = str(self.adding(name, MARK)).split(quote_plus(MARK))
        return lambda value: f"{before}{quote_plus(value)}{after}"

    def removing(self, name: str, value: str) -> "Address":
        return self._with([pair for pair in self._on_any_page() if pair != (name, value)])

    def without(self, *names: str) -> "Address":
        """Leaves these parameters out, whatever their values."""
        return self._with([pair for pair in self._on_any_page() if pair[0] not in names])

    def on_page(self, number: int) -> "Address":
        return self.setting(PAGE, str(number) if number > 1 else "")

    def at(self, path: str) -> "Address":
        """The same parameters at another path."""
        return replace(self, path=path)

    def _on_any_page(self) -> list[tuple[str, str]]:
        return [pair for pair in self.parameters if pair[0] != PAGE]

    def _with(self, pairs: list[tuple[str, str]]) -> "Address":
        ordered = in_order(pairs) if self.is_ordered else tuple(pairs)
        return Address(self.path, ordered, self.is_ordered)


# A page has hundreds of addresses, which differ in one parameter.
@lru_cache(maxsize=8192)
def encoded(pair: tuple[str, str]) -> str:
    return urlencode([pair])


def hidden_inputs(address: Address, *left_out: str) -> tuple[tuple[str, str], ...]:
    """What a form must carry along so that the list stays as narrow as it is."""
    return tuple(pair for pair in address.parameters if pair[0] not in (*left_out, PAGE))


def page_of(noun: str, slug: str) -> str:
    """The address of the page of an article, person, race or outlet."""
    return _around_slug(noun).format(slug)


@cache
def _around_slug(noun: str) -> str:
    return reverse(f"{noun}-detail", args=["slug"]).replace("slug", "{}")


@cache
def place_of(route: str, *arguments: str) -> str:
    """The address of a route, of which there are few."""
    return reverse(route, args=arguments)
