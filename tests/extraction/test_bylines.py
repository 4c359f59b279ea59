import pytest

from articles.extraction.bylines import looks_like_name, parse_credit, take_parenthesised

LINES = [
    ("By Jane Roe", ["Jane Roe"], ""),
    ("BY JANE ROE", ["Jane Roe"], ""),
    ("By Jane Roe, Gulf Courier", ["Jane Roe"], "Gulf Courier"),
    ("By JANE ROE and JOHN POE, Gulf Courier", ["Jane Roe", "John Poe"], "Gulf Courier"),
    ("By Jane Roe, John Poe and Sam Doe", ["Jane Roe", "John Poe", "Sam Doe"], ""),
    ("By Jane Roe, Staff Writer", ["Jane Roe"], ""),
    ("Jane Roe | Gulf Courier", ["Jane Roe"], "Gulf Courier"),
    ("Jane Roe, Gulf Courier", ["Jane Roe"], "Gulf Courier"),
    ("Interview by Jane Roe, Gulf Courier", ["Jane Roe"], "Gulf Courier"),
    ("Story by J. A. van Poe", ["J. A. van Poe"], ""),
]


@pytest.mark.parametrize(("line", "names", "outlet"), LINES)
def test_a_credit_line_gives_names_and_outlet(line, names, outlet):
    credit = parse_credit(line)
    assert [byline.name for byline in credit.bylines] == names
    assert credit.outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "By noon the count was over.",
        "Jones wins in Alabama",
        "Voters, clerks and candidates wait",
        "The county said so.",
        "",
    ],
)
def test_other_lines_are_no_credit(line):
    assert parse_credit(line) is None


def test_a_credit_in_brackets_opens_the_text():
    text = "(Jane Roe, Gulf Courier) Facing a long night, clerks counted."
    credit, goes_on = take_parenthesised(text)
    assert credit.bylines[0].name == "Jane Roe"
    assert credit.outlet == "Gulf Courier"
    assert text[goes_on:].startswith("Facing")


@pytest.mark.parametrize("text", ["(Mobile) Facing", "(see below) Facing", "Facing (a night) it"])
def test_other_brackets_stay_in_the_text(text):
    assert take_parenthesised(text) is None


def test_a_wire_is_named_as_agency():
    assert parse_credit("By Jane Roe, Meridian Wire").bylines[0].agency == "Meridian Wire"


@pytest.mark.parametrize("words", ["Gulf Courier", "Jane", "one two", "Roe 3rd x9"])
def test_what_is_no_name(words):
    assert not looks_like_name(words)
