"""The address of a list with other parameters: what facet, sort and page links are made of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest

PAGE = "page"


@dataclass(frozen=True, slots=True)
class Address:
    """A path and its parameters. Every change but of the page leads back to the first page."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()

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
        return f"{self.path}?{urlencode(self.parameters)}" if self.parameters else self.path

    def setting(self, name: str, value: str = "") -> "Address":
        """With ``value`` as the only one of ``name``; without one, ``name`` is left out."""
        kept = [pair for pair in self.parameters if pair[0] not in (name, PAGE)]
        return replace(self, parameters=(*kept, *([(name, value)] if value else [])))

    def adding(self, name: str, value: str) -> "Address":
        kept = [pair for pair in self.parameters if pair[0] != PAGE]
        return replace(self, parameters=(*kept, (name, value)))

    def removing(self, name: str, value: str) -> "Address":
        kept = [pair for pair in self.parameters if pair[0] != PAGE and pair != (name, value)]
        return replace(self, parameters=tuple(kept))

    def on_page(self, number: int) -> "Address":
        return self.setting(PAGE, str(number) if number > 1 else "")
