"""Links between the pages of a list."""

import pytest

from articles.views.addresses import Address
from articles.views.paging import Pages, pages_of

HERE = Address("/articles/", (("q", "vote"),))


def numbers(pages: Pages) -> list:
    return [link.number for link in pages.links]


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_the_first_the_last_and_the_neighbours_are_shown(number, last, shown):
    assert numbers(Pages(number, last, HERE)) == shown


def test_a_list_of_one_page_needs_no_links():
    assert not pages_of(20, 20, 1, HERE, 500).has_others
    assert pages_of(21, 20, 1, HERE, 500).has_others


def test_there_is_nothing_before_the_first_nor_after_the_last():
    first, last = Pages(1, 2, HERE), Pages(2, 2, HERE)
    assert (first.previous_url, first.next_url) == ("", "/articles/?q=vote&page=2")
    assert (last.previous_url, last.next_url) == ("/articles/?q=vote", "")


def test_no_list_goes_deeper_than_the_search_does():
    assert pages_of(100_000, 20, 1, HERE, 500).last == 500


def test_a_page_beyond_the_last_is_told():
    assert pages_of(10, 20, 2, HERE, 500).is_beyond
    assert not pages_of(0, 20, 1, HERE, 500).is_beyond
