"""Links to the other pages of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from articles.views.addresses import PAGE, Address

NEIGHBOURS = 2


class Rows(Protocol):
    """What can be counted and cut: a query, a list, or a sequence of one's own."""

    def __getitem__(self, part: slice) -> Sequence: ...


@dataclass(frozen=True, slots=True)
class PageLink:
    """``number`` is None for a gap."""

    number: int | None
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    number: int
    last: int
    address: Address

    @property
    def has_others(self) -> bool:
        return self.last > 1

    @property
    def is_beyond(self) -> bool:
        return self.number > max(self.last, 1)

    @property
    def previous_url(self) -> str:
        return str(self.address.on_page(self.number - 1)) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return str(self.address.on_page(self.number + 1)) if self.number < self.last else ""

    @property
    def first_url(self) -> str:
        return str(self.address.on_page(1))

    @property
    def last_url(self) -> str:
        return str(self.address.on_page(self.last))

    @property
    def links(self) -> list[PageLink]:
        found: list[PageLink] = []
        for number in self._shown():
            if found and found[-1].number != number - 1:
                found.append(PageLink(None))
            url = str(self.address.on_page(number))
            found.append(PageLink(number, url, is_current=number == self.number))
        return found

    def _shown(self) -> Sequence[int]:
        near = range(self.number - NEIGHBOURS, self.number + NEIGHBOURS + 1)
        return sorted({1, self.last, *(n for n in near if 1 <= n <= self.last)})


def pages_of(total: int, size: int, number: int, address: Address, most: int) -> Pages:
    return Pages(number, min(ceil(total / size), most), address)


def paged(request: HttpRequest, rows: Rows, size: int, address: Address) -> tuple[Page, Pages]:
    """The page asked for, or the nearest there is, with the links to the others."""
    page = Paginator(rows, size).get_page(request.GET.get(PAGE))
    return page, Pages(page.number, page.paginator.num_pages, address)
