"""The same words are one statement, cut, bracketed, elided or lightly changed; others never."""

import pytest

from articles.extraction.statements import Said

WHOLE = "We're going to win this race in November, and the people of Alabama know it."
SAME = [
    WHOLE,
    "We are going to win this race in November, and the people of Alabama know it",  # written out
    "we’re gonna win this race in November and the people of Alabama know it!",  # as it was heard
    "We’re going to win this race in November",  # its beginning
    "the people of Alabama know it",  # its end
    "We’re going to win ... and the people of Alabama know it",  # elided
    "We’re going to win [the Senate seat] in November, and the people of Alabama know it.",
    "Well, we’re just going to win this race in November",  # fillers
]
OTHER = [
    "We're going to win this race in October, and the people of Alabama know it.",
    "We're going to win this race in November, and the people of Georgia know it.",
    "We're not going to win this race in November, and the people of Alabama know it.",
    "They're going to lose this race in November.",
    "The people of Alabama know us",
    "know it ... we're going to win this race",  # the other way round
]


@pytest.mark.parametrize("text", SAME)
def test_the_same_words_are_the_same(text):
    assert Said.of("direct", WHOLE).is_same_as(Said.of("direct", text))


@pytest.mark.parametrize("text", OTHER)
def test_a_plain_other_sentence_is_another(text):
    assert not Said.of("direct", WHOLE).is_same_as(Said.of("direct", text))


@pytest.mark.parametrize("text", SAME)
def test_what_is_the_same_shares_a_key(text):
    assert set(Said.of("direct", WHOLE).keys) & set(Said.of("direct", text).keys)


def test_of_a_long_quote_half_of_the_keys_are_kept():
    said = Said.of("direct", " ".join(f"word{number}" for number in range(200)))
    assert 0.3 < len(said.kept_keys) / len(said.keys) < 0.7


@pytest.mark.parametrize(("kind", "text"), [("direct", "We will win"), ("indirect", WHOLE)])
def test_too_few_words_and_the_reporters_words_join_nothing(kind, text):
    assert Said.of(kind, text) is None
