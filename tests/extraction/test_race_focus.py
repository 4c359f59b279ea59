"""Which races a story is about, of those whose candidates it names; all of them of the cast."""

from datetime import date

import pytest

from articles.extraction import Story, read

from .labelled.others import look_up

ON = date(2032, 9, 14)
BILL = (
    "The Senate passed a bill on ferries on Monday.\n\nIt pays for nine boats and a pier, and"
    " for the dredging of two harbors on the coast.\n\n"
)
ROADS = (
    "\n\nThe work begins in the spring, and the first of the boats is to be afloat within a year."
    "\n\nThe state would pay a fifth of the cost, and the towns that lie on the harbors another."
    "\n\nNobody spoke against it in the committee, where it was read for the third time in May."
)
OHIO = "Sen. Gene Stavros of Ohio leads Rep. Carla Whitfield by four in the last survey of the year"
MAINE = "In Maine Sen. Abigail Thorne is ahead of Rep. Lucien Pelletier and has more to spend"
KANSAS_CITY = (
    "The Kansas City mayor’s race has drawn money.\n\nThe campaign of the challenger has the"
    " support of Sen. Teresa Kuyper, and that of her opponent has Byron Hathorne’s, of Michigan."
    "\n\nKuyper and Hathorne both came to a rally of the candidates they support."
)


def _races(body, headline="", on=ON):
    blocks = ("paragraph",) * len(body.split("\n\n"))
    story = Story(headline=headline, body=body, blocks=blocks, published_on=on)
    return {one.slug: one for one in read(story, look_up(0), on).races}


def _linked(body, headline="", on=ON):
    return {one.slug for one in _races(body, headline, on).values() if one.state == "linked"}


def test_candidates_who_meet_where_a_fifth_of_the_story_speaks_of_a_contest():
    body = (
        "Sen. Gene Stavros of Ohio and his challenger, Rep. Carla Whitfield, met on a dock.\n\n"
        "Stavros talked about ships and Whitfield about algae, for an hour and a half.\n\n"
        "The moderator had to ring a bell."
    )
    assert _linked(body) == {"2032-oh-us-senate"}


def test_candidates_in_a_story_without_a_word_of_a_contest_are_no_race():
    body = f"{BILL}Sen. Gene Stavros of Ohio and Rep. Carla Whitfield wrote it.{ROADS}"
    assert not _races(body)


ONCE = f"{BILL}Sen. Gene Stavros of Ohio wrote it. His opponent, Carla Whitfield, agreed.{ROADS}"
A_WORD = (
    f"{BILL}Sen. Gene Stavros of Ohio wrote it, and it took him the whole of the winter.\n\n"
    f"Rep. Carla Whitfield, his opponent, agreed on all of it with Stavros but the pier.{ROADS}"
)
OVER = (
    "Sen. Gene Stavros will name his staff this week.\n\nHis campaign cost $30 million, and he has"
    " paid for it.\n\nThe candidates’ debts are public.\n\nHe beat Carla Whitfield, his opponent"
    " in the Senate race in Ohio."
)
REFUSED = [
    (ONCE, ON, "named in passing"),
    (A_WORD, ON, "hardly speaks of a contest"),
    (KANSAS_CITY, ON, "is for another office"),
    (OVER, date(2032, 12, 14), "the vote is over"),
]


@pytest.mark.parametrize(("body", "on", "words"), REFUSED)
def test_a_race_that_is_not_linked_says_why(body, on, words):
    (race,) = _races(body, on=on).values()
    assert race.state == "suggested"
    assert race.why.endswith(".")
    assert words in race.why


def test_who_is_nominated_to_the_bench_is_no_candidate():
    body = (
        "The nominee for the court in Richmond has to wait.\n\nSen. Theodore Wickliffe of Virginia"
        " asked for the nomination to be put off in the Judiciary Committee.\n\nThe nominee worked"
        " for Lenore Pickford, then the attorney general. Pickford praised her to Wickliffe."
    )
    assert not _races(body)


def test_a_round_up_is_about_each_race_that_has_a_passage_of_its_own():
    body = f"Two contests to watch.\n\n{OHIO}, a lead of three points.\n\n{MAINE}, by six points."
    assert _linked(body) == {"2032-oh-us-senate", "2032-me-us-senate"}


def test_races_that_share_a_sentence_of_a_story_about_another_are_not_linked():
    body = (
        "Sen. Teresa Kuyper of Michigan has a new opponent, Byron Hathorne.\n\nKuyper raised $3"
        " million for the campaign and Hathorne two.\n\nKuyper and Hathorne meet in a debate, and"
        " Hathorne has a new ad.\n\n"
        f"The candidates elsewhere are no closer: {OHIO}; {MAINE.lower()[:3]}{MAINE[3:]}."
    )
    assert _linked(body) == {"2032-mi-us-senate"}


def test_one_against_the_other_is_a_contest_whatever_else_is_said():
    body = (
        "Two races in Georgia.\n\nSen. Elaine Okafor has a campaign and a lead over Buck Treadway"
        " of four points.\n\nAnd in the 6th it is Neil Castleberry against Tamika Roundtree."
    )
    assert _linked(body) == {"2032-ga-us-senate", "2032-ga-us-house-6"}


def test_signatures_and_headings_count_for_no_paragraph():
    letters = (
        "I will vote for her: Nora Sirois has done more in the House of this state than anybody."
        "\n\nA. Marden\n\nVerona\n\nJude Caswell hauls his own traps, and no candidate has done so"
        " since 1974, as far as I recall.\n\nB. Alley\n\nJonesport\n\nCaswell was as dull as Sirois"
        " in Ellsworth, and neither of them could say who pays for the pier."
    )
    assert _linked(letters, headline="Letters: Sirois or Caswell") == {"2032-me-us-house-2"}


def test_races_that_share_a_passage_are_each_told_by_their_state():
    body = f"Two contests to watch, when polls close.\n\nFirst the coasts. {OHIO}. {MAINE}."
    assert _linked(body) == {"2032-oh-us-senate", "2032-me-us-senate"}
    lists = "Gene Stavros and Carla Whitfield voted for it, Abigail Thorne and Lucien Pelletier too"
    assert not _linked(f"The race to fund ferries is over.\n\n{lists}; the campaign took a year.")


def test_a_forum_is_about_its_race_though_each_speaks_in_one_paragraph_alone():
    body = (
        "One honk meant that a driver had a question.\n\nThe candidates for the U.S. Senate from"
        " Ohio spoke over a radio frequency to 140 cars.\n\nGene Stavros said the ferry should run"
        f" until ten. Carla Whitfield answered that the boat loses $9 a passenger.{ROADS}"
    )
    assert _linked(body) == {"2032-oh-us-senate"}


RIVALS = (
    "{0} has kept the books of a lumber yard for 19 years, and {0} says that the ledger is"
    " upside down.\n\n{1} wants to gravel every school bus road. {1} taught shop and drove a school"
    " bus, and would do so again.\n\n{0} and {1} have known each other since a church supper."
    "\n\nThe primary was close.\n\nThe roof of the jail is to be replaced in the spring, they"
    " say.\n\nIt leaks when it rains from the west, as it does in most of the months of a year."
)


def test_two_who_hold_no_office_are_in_the_news_because_they_run():
    assert _linked(RIVALS.format("Rutledge Crane", "Odessa Pruitt")) == {"2032-al-us-senate"}
    assert not _linked(RIVALS.format("State Sen. Rutledge Crane", "Mayor Odessa Pruitt"))
    assert not _linked(RIVALS.format("Gene Stavros", "Carla Whitfield"))
