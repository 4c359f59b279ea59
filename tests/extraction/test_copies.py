"""Copies of one text, told from different reports on one event."""

import pytest

from articles.extraction.copies import SKETCH, likeness, sketch
from bench.copies import score
from tests.extraction.copies.labelled import HALVES
from tests.extraction.copies.pairs import all_pairs

FLOOR = 0.97
PROSE = (
    "The board of canvassers in the smaller of the two counties met for six hours on Thursday and "
    "agreed on nothing but the lunch. Its chair, who keeps bees, asked twice whether anybody had "
    "counted the envelopes from the north precinct, and was told twice that somebody had. By "
    "nightfall the figure was one that all five of them could sign, four more than at noon."
)
OTHER_PROSE = (
    "A bridge engineer of thirty years' standing took the oath before lunch and had given up hope "
    "of an answer by tea. Nobody from the governor's party came to hear him. Three reporters did."
)
SPEECH = (
    "“I have nothing to add to what I told this committee in the spring, in the summer and again "
    "in the fall, which is that the bridge was inspected, the report was read, the money was asked "
    "for, and the answer came on a postcard with a picture of another bridge on it.”"
)


@pytest.fixture(scope="module")
def figures():
    return score(all_pairs())[0]


@pytest.mark.parametrize("half", HALVES)
def test_precision_and_recall_hold_on_the_labelled_texts(figures, half):
    assert figures[half].counts[True, True] > 500
    assert figures[half].precision >= FLOOR
    assert figures[half].recall >= FLOOR


def test_a_text_is_a_copy_of_itself_whatever_its_marks_and_case():
    like = likeness(PROSE, PROSE.upper().replace(",", ""))
    assert like.is_copy
    assert like.share == 1.0


def test_a_speech_that_two_stories_quote_makes_no_copy():
    one = f"{PROSE}\n\n{SPEECH}"
    other = f"{OTHER_PROSE}\n\n{SPEECH}"
    assert not likeness(one, other).is_copy


def test_a_speech_printed_whole_by_both_is_a_copy():
    assert likeness(SPEECH, f"The letter in full:\n\n{SPEECH}").is_copy


def test_too_few_words_are_no_copy_and_have_no_sketch():
    assert not likeness("Polls are open until eight.", "Polls are open until eight.").is_copy
    assert sketch("Polls are open until eight.") == ()
    assert not likeness("", "").is_copy


def test_a_sketch_is_small_signed_and_always_the_same():
    assert len(sketch(PROSE)) == SKETCH
    assert sketch(PROSE) == sketch(PROSE.replace("\n", " ").upper())
    assert all(-(2**63) <= value < 2**63 for value in sketch(PROSE))


def test_a_sketch_is_that_of_archives_made_before():
    assert sketch(PROSE)[:2] == (243505687913063615, 490451193122793906)


def test_one_word_repeated_without_end_is_compared_in_step_with_its_length():
    """A run that stands everywhere must not be compared with itself everywhere."""
    like = likeness("vote " * 20_000, "vote " * 40_000)
    assert like.is_copy
