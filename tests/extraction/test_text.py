"""Cutting a text to a length without cutting a word."""

import pytest

from articles.extraction.text import beginning, ending

TEXT = "one two three"


@pytest.mark.parametrize(
    ("most", "first", "last"),
    [
        (13, TEXT, TEXT),
        (12, "one two", "two three"),
        (7, "one two", "three"),
        (5, "one", "three"),
        (4, "one", ""),
        (3, "one", ""),
        (2, "", ""),
        (0, "", ""),
    ],
)
def test_whole_words_at_either_end(most, first, last):
    assert (beginning(TEXT, most), ending(TEXT, most)) == (first, last)


def test_what_has_no_space_is_left_out_whole():
    assert (beginning("x" * 9, 5), ending("x" * 9, 5)) == ("", "")
