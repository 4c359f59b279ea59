"""What there is to check in a draft."""

import pytest

from articles.extraction.drafts import passages_of

SENTENCE = "The county counted every ballot twice on the night of the vote. "


@pytest.mark.parametrize(
    ("draft", "passages"),
    [
        ("We won the day", ["We won the day"]),
        ("“We won,” he said. “It was a fair fight.”", ["We won,", "It was a fair fight."]),
        ('He said "we won" and left.', ["we won"]),
        ("“We won.” Later: “We won.”", ["We won."]),  # each once
        ("The so-called “winner” took it all", ["The so-called “winner” took it all"]),
        ("“We\n\n“won”", ["We won"]),  # through paragraphs
        ("word", []),
        ("", []),
        ("…", []),
    ],
)
def test_quoted_passages_or_the_whole(draft, passages):
    assert passages_of(draft) == passages


def test_a_long_draft_without_marks_is_checked_sentence_by_sentence():
    draft = "".join(SENTENCE.replace("county", f"county {number}") for number in range(5))
    assert len(passages_of(draft)) == 5
    assert passages_of(draft)[0] == SENTENCE.replace("county", "county 0").strip()
