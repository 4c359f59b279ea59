"""Cutting a text at its marks: nothing lost, nothing doubled, always well nested."""

from hypothesis import given
from hypothesis import strategies as st

from articles.marking import PERSON, QUOTE, Mark, marked

TEXT = "“We won,” Jones said."


def words(stretches) -> str:
    return "".join(piece.text for stretch in stretches for piece in stretch.pieces)


def test_a_text_without_marks_is_one_piece():
    (stretch,) = marked(TEXT, [])
    assert [piece.text for piece in stretch.pieces] == [TEXT]
    assert stretch.quotes == ()


def test_an_empty_text_has_no_piece():
    assert marked("", [Mark(0, 3, QUOTE)]) == ()


def test_a_quote_and_a_person_side_by_side():
    quote, person = Mark(1, 8, QUOTE), Mark(10, 15, PERSON)
    before, said, after = marked(TEXT, [person, quote])
    assert words([before]) == "“"
    assert (words([said]), said.quotes) == ("We won,", (quote,))
    assert [(piece.text, piece.person) for piece in after.pieces] == [
        ("” ", None),
        ("Jones", person),
        (" said.", None),
    ]


def test_a_person_named_within_a_quote_stays_within_it():
    quote, person = Mark(0, 20, QUOTE), Mark(5, 10, PERSON)
    inside, after = marked("I told Jones of this before.", [quote, person])
    assert [bool(piece.person) for piece in inside.pieces] == [False, True, False]
    assert after.quotes == ()


def test_marks_across_one_another_are_cut_where_they_cross():
    first, second = Mark(0, 6, QUOTE), Mark(3, 9, QUOTE)
    stretches = marked("abcdefghi", [first, second])
    assert [(words([one]), one.quotes) for one in stretches] == [
        ("abc", (first,)),
        ("def", (first, second)),
        ("ghi", (second,)),
    ]


def test_of_nested_people_the_narrowest_is_linked():
    wide, narrow = Mark(0, 10, PERSON, "the Joneses"), Mark(4, 10, PERSON, "Jones")
    (stretch,) = marked("the Joneses", [wide, narrow])
    assert stretch.pieces[1].person.about == "Jones"


def test_offsets_count_from_the_start_of_the_whole_text():
    (stretch,) = marked("Jones spoke", [Mark(100, 105, PERSON)], offset=100)
    assert stretch.pieces[0].text == "Jones"
    assert stretch.pieces[0].person.start == 0


def test_marks_outside_are_left_out_and_those_sticking_out_are_cut():
    stretches = marked("abc", [Mark(0, 10, QUOTE), Mark(20, 30, QUOTE)])
    assert [(words([one]), len(one.quotes)) for one in stretches] == [("abc", 1)]


def test_a_mark_is_reached_where_its_words_begin():
    said, inner = Mark(2, 8, QUOTE, anchor="said-1"), Mark(2, 5, QUOTE, anchor="said-2")
    stretches = marked("abcdefghi", [said, inner])
    assert [one.anchors for one in stretches] == [(), ("said-1", "said-2"), (), ()]


def test_words_that_began_in_an_earlier_paragraph_are_not_reached_again():
    (stretch,) = marked("abc", [Mark(0, 13, QUOTE, anchor="said-1")], offset=10)
    assert stretch.anchors == ()


MARKS = st.lists(
    st.builds(
        lambda start, length, kind: Mark(start, start + length, kind),
        st.integers(0, 60),
        st.integers(1, 40),
        st.sampled_from([QUOTE, PERSON]),
    ),
    max_size=8,
)


@given(st.text(max_size=60), MARKS, st.integers(0, 20))
def test_the_pieces_are_the_text_whatever_the_marks(text, marks, offset):
    stretches = marked(text, marks, offset)
    assert words(stretches) == text
    assert all(piece.text for stretch in stretches for piece in stretch.pieces)
