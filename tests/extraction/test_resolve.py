from datetime import date

import pytest

from articles.extraction import Story, extract, look_ups, read

from .rosters import roster_for

ON = date(2020, 3, 4)


def _read(body, headline="", on=ON):
    paragraphs = body.split("\n\n")
    story = Story(headline=headline, body=body, blocks=("paragraph",) * len(paragraphs))
    return read(story, roster_for, on)


def _person(body, name, on=ON):
    return next(one for one in _read(body, on=on).people if one.name == name)


LINKED = [
    ("Sen. Doug Jones spoke.", "Doug Jones", "doug-jones"),  # office, against namesakes
    ("Rep. Bradley Byrne, R-Ala., spoke.", "Bradley Byrne", "bradley-byrne"),
    ("Former Attorney General Jeff Sessions spoke.", "Jeff Sessions", "jeff-sessions"),
    ("President Trump spoke.", "Trump", "donald-trump"),  # one holds the office
    ("Sen. Susan Collins spoke.", "Susan Collins", "susan-collins"),
    ("Susan Collins spoke to voters.", "Susan Collins", "susan-collins"),  # sits that day
    ("Gov. Kay Ivey spoke.", "Kay Ivey", "kay-ivey"),
    ("Roy Moore and Jeff Sessions sought the Alabama Senate seat.", "Roy Moore", "roy-moore"),
]


@pytest.mark.parametrize(("body", "name", "slug"), LINKED)
def test_one_left_with_enough_evidence_is_linked(body, name, slug):
    person = _person(body, name)
    assert (person.state, person.slug) == ("linked", slug)
    assert person.method
    assert person.why.endswith(".")


NOT_LINKED = [
    ("Mary Reed waited in line.", "Mary Reed"),  # two of the name, nothing decides
    ("Tommy Tuberville went fishing.", "Tommy Tuberville"),  # held no office that day
    ("Doug Jones, a poll worker, went home.", "Doug Jones"),  # a private calling
    ("Sen. Doug Collins spoke.", "Doug Collins"),  # never a senator
    ("Sen. Jane Roe spoke.", "Jane Roe"),  # not in the roster
    ("Gwen Moore, R-Ala., spoke.", "Gwen Moore"),  # another party, another state
]


@pytest.mark.parametrize(("body", "name"), NOT_LINKED)
def test_doubt_is_never_linked(body, name):
    assert _person(body, name).state != "linked"


def test_equals_are_rivals():
    person = _person("Mary Reed waited in line.", "Mary Reed")
    assert person.state == "ambiguous"
    assert [rival.slug for rival in person.rivals] == ["mary-reed", "mary-reed-2"]


def test_a_son_is_not_his_father():
    person = _person("Donald Trump Jr. spoke to voters.", "Donald Trump Jr.")
    assert person.slug != "donald-trump"


def test_a_bare_surname_never_links():
    assert all(one.state != "linked" for one in _read("Jones said the count was over.").people)


def test_the_day_decides_who_holds_an_office():
    later = _person("Sen. Tommy Tuberville spoke.", "Tommy Tuberville", on=date(2021, 6, 1))
    assert (later.state, later.slug) == ("linked", "tommy-tuberville")
    assert _person("Sen. Tommy Tuberville spoke.", "Tommy Tuberville").state != "linked"


def test_roles():
    reading = _read("“We count all night,” said Sen. Doug Jones.", "Jones counts all night")
    assert reading.people[0].roles == ("quoted", "mentioned", "in_headline")


def test_a_quote_takes_the_state_of_its_speaker():
    (quote,) = _read("“We count all night,” said Sen. Doug Jones.").quotes
    assert (quote.state, quote.speaker_key) == ("linked", "doug-jones")
    assert 0 < quote.confidence < 1


def test_look_ups_ask_for_what_the_story_names():
    asked = look_ups(
        extract(Story(body="Sen. Doug Jones of Alabama spoke.", blocks=("paragraph",)))
    )
    assert asked.family_names == {"jones"}
    assert asked.whole_names == {"doug jones"}
    assert asked.states == {"AL"}
