from datetime import date

import pytest

from articles.extraction import Story, read

from .rosters import roster_for

ON = date(2020, 3, 4)


def _races(body, on=ON):
    story = Story(body=body, blocks=("paragraph",) * len(body.split("\n\n")))
    return {one.slug: one for one in read(story, roster_for, on).races}


ABOUT = [
    ("Jeff Sessions and Tommy Tuberville meet in the Alabama Senate runoff.", "2020-al-us-senate"),
    ("Sen. Susan Collins will face Sara Gideon in Maine, a close race.", "2020-me-us-senate"),
    (
        "Kelly Loeffler, Doug Collins and Raphael Warnock seek a Senate seat in Georgia.",
        "2020-ga-us-senate-special",
    ),
    (
        "Joe Biden leads President Donald Trump in the presidential race.",
        "2020-us-president",
    ),
]


@pytest.mark.parametrize(("body", "slug"), ABOUT)
def test_candidates_together_with_office_and_state_link_a_race(body, slug):
    races = _races(body)
    assert [one.slug for one in races.values() if one.state == "linked"] == [slug]
    assert races[slug].spans
    assert races[slug].why


NOT_ABOUT = [
    "Sen. Doug Jones spoke in the Senate about farms.",
    "Republicans defend seats in Colorado, Maine and North Carolina.",
    "President Donald Trump flew to Alabama.",
    "Gov. Kay Ivey opened a bridge in Alabama.",
]


@pytest.mark.parametrize("body", NOT_ABOUT)
def test_a_name_or_a_state_alone_is_no_race(body):
    assert not _races(body)


STORM = "Storms crossed Alabama.\n\nRoads closed in six counties.\n\nCrews worked all night.\n\n"
AUBURN = "Schools open today.\n\nTommy Tuberville lives in Auburn."
MOBILE = "Jeff Sessions, who is in a primary fight with Tommy Tuberville, lives in Mobile."
TOUCHED = [
    # who somebody is, and the two never meet
    f"{STORM}Jeff Sessions, who is running for the Senate, lives in Mobile.\n\n{AUBURN}",
    # a sentence in a column of briefs
    f"{STORM}Schools open today.\n\nShelters closed.\n\n{MOBILE}",
]


@pytest.mark.parametrize("body", TOUCHED)
def test_a_race_that_a_story_only_touches_is_not_linked(body):
    assert all(one.state != "linked" for one in _races(body).values())


def test_the_winner_of_a_vote_long_over_is_not_the_race():
    body = (
        "Tommy Tuberville will be sworn in after winning the Alabama Senate election.\n\n"
        "He moves to Washington, and has to find a house.\n\nDoug Jones, whom he defeated in the"
        " Senate election, leaves.\n\nTuberville names his staff today."
    )
    assert all(one.state != "linked" for one in _races(body, on=date(2020, 12, 30)).values())


def test_a_race_of_another_cycle_is_left_alone():
    body = "Jeff Sessions and Tommy Tuberville meet in the Alabama Senate runoff."
    assert not _races(body, on=date(2014, 3, 4))


def test_a_hint_is_only_suggested():
    body = "President Donald Trump hopes to be re-elected in the general election."
    assert _races(body)["2020-us-president"].state == "suggested"


def test_stages_are_named_with_their_party():
    body = (
        "Jeff Sessions and Tommy Tuberville go from the primary to a runoff for the Republican"
        " nomination in the Alabama Senate race."
    )
    assert _races(body)["2020-al-us-senate"].stages == ("Republican primary", "Republican runoff")


def test_another_offices_election_is_no_stage_of_the_race():
    body = (
        "Alabama's electors voted after the presidential election. One senator will be new: "
        "Tommy Tuberville, who defeated Doug Jones, takes his place in January."
    )
    races = _races(body, on=date(2020, 12, 14))
    assert all(one.state != "linked" for one in races.values() if one.slug == "2020-al-us-senate")
