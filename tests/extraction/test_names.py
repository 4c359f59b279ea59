"""Names taken apart and held against one another."""

import pytest

from articles.extraction.names import (
    PersonalName,
    capitalised,
    fold,
    names_agree,
    parse_inverted,
    parse_name,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jeff Sessions", ("Jeff", "", "Sessions", "", "")),
        (
            "Jefferson Beauregard 'Jeff' Sessions III",
            ("Jefferson", "Beauregard", "Sessions", "III", "Jeff"),
        ),
        ("Donald J. Trump Jr.", ("Donald", "J.", "Trump", "Jr.", "")),
        ("Sessions", ("", "", "Sessions", "", "")),
        ("Chris Van Hollen", ("Chris", "", "Van Hollen", "", "")),
        ("Beto O’Rourke", ("Beto", "", "O’Rourke", "", "")),
        ("Sen. Doug Jones", ("Doug", "", "Jones", "", "")),
        ("Marguerite Sessions-Boyd", ("Marguerite", "", "Sessions-Boyd", "", "")),
        ("", ("", "", "", "", "")),
    ],
)
def test_a_name_is_taken_apart(text, parts):
    assert parse_name(text) == PersonalName(*parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("SESSIONS, JEFFERSON B", ("Jefferson", "B", "Sessions", "", "")),
        ("CARL, JERRY LEE, JR", ("Jerry", "Lee", "Carl", "Jr.", "")),
        ("LAMBERT, DOUGLAS WESTLEY III", ("Douglas", "Westley", "Lambert", "III", "")),
        ("MCSALLY, MARTHA", ("Martha", "", "McSally", "", "")),
        ("TUBERVILLE, THOMAS H", ("Thomas", "H", "Tuberville", "", "")),
        ("O'ROURKE, ROBERT (BETO)", ("Robert", "", "O'Rourke", "", "Beto")),
        ("MADONNA", ("", "", "Madonna", "", "")),
    ],
)
def test_an_inverted_name_is_taken_apart(text, parts):
    assert parse_inverted(text) == PersonalName(*parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jeff Sessions", "Jefferson Beauregard Sessions III"),
        ("Jefferson B Sessions", "Jeff Sessions"),
        ("Thomas H Tuberville", "Tommy Tuberville"),
        ("Bill Barr", "William P. Barr"),
        ("J. Ann Selzer", "Ann Selzer"),
        ("José García", "Jose Garcia"),
    ],
)
def test_names_of_one_person_agree(one, other):
    assert names_agree(parse_name(one), parse_name(other))
    assert names_agree(parse_name(other), parse_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Doug Collins", "Susan Collins"),
        ("Donald Trump Jr.", "Donald Trump Sr."),
        ("Doug Jones", "David Jones"),
        ("Roy S. Moore", "Roy T. Moore"),
        ("Jeff Sessions", "Pete Sessions"),
    ],
)
def test_names_of_two_people_do_not(one, other):
    assert not names_agree(parse_name(one), parse_name(other))


def test_folding_makes_equal_names_equal():
    assert fold("  José   O’Brien ") == fold("jose o'brien")


def test_capitals_become_a_newspapers_name():
    assert capitalised("McCONNELL-O'BRIEN") == "McCONNELL-O'BRIEN"
    assert capitalised("MCCONNELL-O'BRIEN") == "McConnell-O'Brien"
