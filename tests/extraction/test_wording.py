"""What differs between words given and words in print, and what makes no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.wording import Kind, compare, pieces_of, spoken_keys


def steps(said: str, printed: str) -> list[tuple[str, str]]:
    return [(step.kind.value, step.text) for step in compare(said, printed).steps]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("We won the day", "“We won the day,” he said."),
        ("we WON the day.", "We won — the day"),  # case and marks
        ("We can't wait", "We can’t wait"),  # apostrophes
        ("to see Elise there", "to see Élise there"),  # accents
        ("We won … the day", "We won, after all, the day"),  # what an ellipsis leaves out
        ("We won ... the day", "We won the day"),  # an ellipsis where nothing is left out
        ("[Our party] won the day", "It won the day"),  # brackets for a word
        ("He thinks that it won the day", "He thinks that [our party] won the day"),
        ("We [finally] won the day", "We won the day"),  # a word put in
        ("We won the day", "We [finally] won the day"),
        ("We won the day", "We won … the day"),  # the parts of a quote that was interrupted
    ],
)
def test_what_makes_no_difference(said, printed):
    compared = compare(said, printed)
    assert (compared.is_exact, compared.percent) == (True, 100)


@pytest.mark.parametrize(
    ("said", "printed", "percent", "found"),
    [
        # A word left out without a sign turns the sense round.
        (
            "I will support him",
            "I will not support him, ever.",
            88,
            [("same", "I will"), ("cut", "not"), ("same", "support him")],
        ),
        (
            "I will surely support him",
            "I will support him",
            88,
            [("same", "I will"), ("added", "surely"), ("same", "support him")],
        ),
        (
            "tariffs hurt our farmers",
            "Those tariffs hurt our growers.",
            75,
            [("same", "tariffs hurt our"), ("cut", "growers"), ("added", "farmers")],
        ),
        (
            "tariffs hurt our farmers most",
            "Those tariffs hurt our growers most.",
            80,
            [
                ("same", "tariffs hurt our"),
                ("cut", "growers"),
                ("added", "farmers"),
                ("same", "most"),
            ],
        ),
    ],
)
def test_what_is_marked_and_told(said, printed, percent, found):
    assert steps(said, printed) == found
    assert (compare(said, printed).percent, compare(said, printed).is_exact) == (percent, False)


def test_an_ellipsis_shows_what_it_left_out():
    assert steps("We won … in July", "We won every county in July") == [
        ("same", "We won"),
        ("elided", "every county"),
        ("same", "in July"),
    ]


def test_words_around_a_quote_are_no_change_of_it():
    assert steps("he told the county that evening we won", "We won, and more.") == [
        ("added", "he told the county that evening"),
        ("same", "We won"),
    ]


def test_a_frequent_word_far_away_is_no_part_of_it():
    printed = "The vote was close, and nobody knew on that night what would become of the county."
    compared = compare("the vote was very close", printed)
    assert printed[compared.start : compared.end] == "The vote was close"


def test_nothing_in_common_is_no_comparison():
    assert compare("zebras run", "The vote was close.") is None
    assert compare("", "The vote was close.") is None
    assert compare("zebras run", "…") is None


def test_brackets_that_never_close_hide_nothing():
    assert not compare("We won [the long and bitter day", "We won").is_exact


def test_the_words_that_are_sought():
    assert spoken_keys("“We [the people] can’t … WAIT”") == ["we", "can't", "wait"]
    assert pieces_of("We won … the day [again] in July.") == ["we won", "the day", "in july"]
    assert pieces_of("[all of it]") == []


TEXTS = st.text(alphabet="ab c[]….“’", max_size=40)


@given(TEXTS, TEXTS)
def test_a_comparison_lies_in_print_and_is_only_whole_where_nothing_differs(said, printed):
    compared = compare(said, printed)
    if compared is None:
        return
    assert 0 <= compared.start < compared.end <= len(printed)
    assert 0 < compared.likeness <= 1
    differs = any(step.kind in (Kind.CUT, Kind.ADDED) for step in compared.steps)
    assert differs == (compared.percent < 100) == (not compared.is_exact)


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text):
    compared = compare(text, text)
    assert compared is None or compared.is_exact
