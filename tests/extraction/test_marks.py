import pytest

from articles.extraction.marks import find_quoted, is_wholly_quoted

CASES = [
    # curly, straight, doubled
    ("He said, “We count.” Then left.", ["We count."]),
    ('He said, "We count." Then left.', ["We count."]),
    ("He said, ``We count.'' Then left.", ["We count."]),
    ("He said, ''We count.'' Then left.", ["We count."]),
    # single marks and apostrophes
    ("‘It’s the voters’ choice,’ he says.", ["It’s the voters’ choice,"]),
    ("'It's late,' he says. It's the clerks' job.", ["It's late,"]),
    ("The ’90s and the '80s weren't like the clerks' years.", []),
    # nested marks stay inside
    ("“She said ‘no’ twice,” he said.", ["She said ‘no’ twice,"]),
    ("‘She said “no” twice,’ he says.", ["She said “no” twice,"]),
    # an inch mark opens nothing
    ('The board is 5" wide.', []),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_marks_are_paired(text, inside):
    assert [text[one.start : one.end] for one in find_quoted(text)] == inside


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', ("``", "''")])
def test_a_reopened_mark_goes_on(opening, closing):
    text = f"{opening}We count.\n\n{opening}Then we sleep,{closing} he said."
    (quoted,) = find_quoted(text)
    assert [text[start:end] for start, end in quoted.parts] == ["We count.", "Then we sleep,"]


def test_a_mark_never_closed_does_not_swallow_the_rest():
    text = "“We count.\n\nThe clerk left. “We sleep,” she said."
    assert [text[q.start : q.end] for q in find_quoted(text)] == ["We count.", "We sleep,"]


@pytest.mark.parametrize(
    ("words", "wholly"), [("‘We … count…’", True), ("“We count,” he said", False), ("So", False)]
)
def test_wholly_quoted(words, wholly):
    assert is_wholly_quoted(words) is wholly


def test_marks_with_nothing_between_them_hold_nothing():
    assert find_quoted("He said “” and ‘’ only.") == []
