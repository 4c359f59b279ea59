import pytest

from articles.extraction import Story, extract
from articles.extraction.people import find_mentions


def _first(text):
    return find_mentions("body", text)[0]


TOLD = [
    ("Sen. Doug Jones, D-Ala., spoke.", ("Doug Jones", "senate", "DEM", "AL")),
    ("Rep. Bradley Byrne (R-Ala.) spoke.", ("Bradley Byrne", "house", "REP", "AL")),
    ("Alabama Sen. Doug Jones spoke.", ("Doug Jones", "senate", "", "AL")),
    ("Republican candidate Roy Moore spoke.", ("Roy Moore", "", "REP", "")),
    ("Jane Roe, a Democrat, spoke.", ("Jane Roe", "", "DEM", "")),
    ("Gov. Kay Ivey spoke.", ("Kay Ivey", "governor", "", "")),
    ("state Sen. Jane Roe spoke.", ("Jane Roe", "state_senate", "", "")),
    ("Maine House Speaker Sara Gideon spoke.", ("Sara Gideon", "state_house", "", "ME")),
    ("President Trump’s tweet", ("Trump", "president", "", "")),
    ("Donald Trump Jr. spoke.", ("Donald Trump Jr.", "", "", "")),
    ("Jane Roe, the congressman’s daughter, spoke.", ("Jane Roe", "", "", "")),
    ("Jane Roe, the state’s attorney general, spoke.", ("Jane Roe", "attorney_general", "", "")),
    ("Jane Roe, the mayor of Kansas City, spoke.", ("Jane Roe", "mayor", "", "")),
    ('Thomas "Tommy" Tuberville spoke.', ('Thomas "Tommy" Tuberville', "", "", "")),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_stands_beside_a_name_is_read(text, told):
    mention = _first(text)
    assert (mention.text, mention.office, mention.party, mention.state) == told
    assert text[mention.span.start : mention.span.end] == told[0]


def test_former_officeholders_are_told_apart():
    assert _first("ex-Attorney General Jeff Sessions spoke.").former
    assert _first("former Sen. Jeff Sessions spoke.").former
    assert not _first("Sen. Doug Jones spoke.").former


@pytest.mark.parametrize(
    "text", ["poll worker Doug Jones spoke.", "Doug Jones, a retired teacher, spoke."]
)
def test_a_private_calling_is_noticed(text):
    assert _first(text).lay


@pytest.mark.parametrize(
    "text",
    [
        "the Mueller investigation went on.",
        "They met in North Carolina on Tuesday.",
        "The Gulf Coast Ballot Project and Marrow County agreed.",
        "Turnout rose. Voters came late.",
        "She read US News and World Report.",
        "It was FIRST DAY in office.",
    ],
)
def test_things_and_places_are_no_people(text):
    assert find_mentions("body", text) == []


def _clusters(body, headline=""):
    found = extract(Story(headline=headline, body=body, blocks=("paragraph",) * 9))
    return {one.key: [m.text for m in one.mentions] for one in found.clusters}


def test_surnames_join_the_full_name():
    clusters = _clusters("Jeff Sessions lost. Sessions’s seat and Sessions went.", "Sessions Loses")
    assert clusters["jeff-sessions"].count("Sessions") == 3


def test_two_of_one_surname_are_kept_apart():
    clusters = _clusters(
        "Sen. Susan Collins voted.\n\nRep. Doug Collins ran. Collins came third.\n\n"
        "Sen. Collins of Maine did not."
    )
    assert clusters["doug-collins"] == ["Doug Collins", "Collins"]
    assert clusters["susan-collins"] == ["Susan Collins", "Collins"]


def test_a_surname_nobody_can_place_joins_neither():
    clusters = _clusters(
        "Susan Collins and Doug Collins ran.\n\nNothing.\n\nNot much.\n\nCollins lost."
    )
    assert clusters["susan-collins"] == ["Susan Collins"]
    assert clusters["doug-collins"] == ["Doug Collins"]


def test_a_name_that_is_also_a_place():
    clusters = _clusters("Deborah Jackson ran. Clerks in Jackson, Miss., and in Jackson waited.")
    assert clusters == {"deborah-jackson": ["Deborah Jackson"]}


def test_a_degree_taken_for_a_name_leaves_no_empty_places_in_the_headline():
    story = Story(
        headline="The Long, Esq. and Old Road (Again)",
        body="Doug Jones met Esq. in Mobile. “We count them all tonight,” Esq. said.",
        blocks=("paragraph",),
    )
    mentions = [one for cluster in extract(story).clusters for one in cluster.mentions]
    assert [one.text for one in mentions if one.span.field == "headline"] == ["Esq"]


def test_a_given_name_alone_means_the_only_one_it_fits():
    body = "Douglas Jones met Rose Adams. “We count,” Doug said. Rosemary agreed, and so did Pete."
    clusters = extract(Story(body=body, blocks=("paragraph",))).clusters
    forms = {one.name: [mention.text for mention in one.mentions] for one in clusters}
    assert forms["Douglas Jones"] == ["Douglas Jones", "Doug"]
    assert forms["Rose Adams"] == ["Rose Adams", "Rosemary"]
    assert forms["Pete"] == ["Pete"]


def test_who_opens_a_turn_in_capitals_is_named_as_a_person_is():
    body = (
        "HOST ERIN VOSS: It is late.\n\nROB O'KEYS: It is.\n\nVOSS: Who won?\n\nO'KEYS: Nobody.\n\n"
        "BOTTOM LINE: It rains.\n\nA ROSE ALLEY sign fell: nobody was hurt."
    )
    clusters = extract(Story(body=body, blocks=("paragraph",) * 6)).clusters
    forms = {one.name: [mention.text for mention in one.mentions] for one in clusters}
    assert forms == {"Erin Voss": ["ERIN VOSS", "VOSS"], "Rob O'Keys": ["ROB O'KEYS", "O'KEYS"]}
