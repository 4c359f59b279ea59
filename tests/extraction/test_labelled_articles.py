"""The development half of our labelled articles is a floor: no change may do worse on it."""

from functools import cache

import pytest

from articles.extraction import read
from bench import linking
from tests.extraction.labelled import cast
from tests.extraction.labelled.articles import SPLITS, labelled_articles
from tests.extraction.labelled.as_jsonl import row_of
from tests.extraction.labelled.markup import BadMark, take_out
from tests.extraction.labelled.others import look_up

OTHERS = 20_000
# Slightly under what is reached; at most, for figures that count what is wrong.
FLOORS = {
    "people, precision": 99.0,
    "people, recall": 92.5,
    "strangers, proposed": 95.0,
    "races, precision": 99.0,
    "races, recall": 94.0,
    "pronoun speakers, of found": 85.0,
    "direct, span F1": 96.5,
    "direct, joint F1": 77.0,
    "all speech, span F1": 84.0,
    "all speech, joint F1": 68.0,
}
CEILINGS = {"doubtful, linked": 10.0, "no mention, taken for one": 9.5, "strangers, linked": 0.0}
WORST_CALIBRATION = 0.05


@cache
def rows() -> tuple[dict, ...]:
    return tuple(row_of(article) for article in labelled_articles("dev"))


@cache
def result() -> linking.Result:
    return linking.measure(list(rows()), look_up(OTHERS), "dev")


@pytest.mark.parametrize(("name", "least"), FLOORS.items())
def test_no_figure_falls_under_its_floor(name, least):
    assert linking.FIGURES[name](result().counts) >= least


@pytest.mark.parametrize(("name", "most"), CEILINGS.items())
def test_no_error_grows_over_its_ceiling(name, most):
    assert linking.FIGURES[name](result().counts) <= most


@pytest.mark.parametrize("noun", ["person", "race", "speaker"])
def test_of_links_at_a_confidence_that_share_is_right(noun):
    guesses = [guess for guess in result().guesses if guess.noun == noun]
    assert linking.calibration_error(guesses) <= WORST_CALIBRATION


def test_every_link_says_why_in_words_of_the_text():
    fetch = look_up(OTHERS)
    for row in rows():
        story = linking.story_of(row)
        reading = read(story, fetch)
        for one in (*reading.people, *reading.races):
            assert one.why.endswith("."), one
            assert one.method, one
            assert all(story.text_of(span) in quoted(story) for span in one.spans)
        for person in reading.people:
            assert f"“{person.name}”" in person.why, person
            assert person.name.lower() in quoted(story).lower(), person  # "VOSS:" is Voss
        for race in reading.races:
            assert any(words in race.why for words in told(story, race, reading)), race
        assert all(quote.why.endswith(".") for quote in reading.quotes)


def quoted(story) -> str:
    return f"{story.headline}\n{story.body}"


def told(story, race, reading) -> list[str]:
    """What a race's reason may point to: its places in the text and the people it names."""
    return [*(story.text_of(span) for span in race.spans), *(one.name for one in reading.people)]


def test_the_set_is_as_large_as_it_has_to_be():
    articles = labelled_articles(*SPLITS)
    slugs = {one.slug for one in cast.people()}
    named = [one.who for a in articles for part in (a.headline, a.body) for one in part.named]
    assert len(articles) >= 120
    assert sum(who in slugs for who in named) >= 1_500
    assert all(who in slugs or who[0] in "+?x" for who in named)
    halves = [sum(one.split == split for one in articles) for split in SPLITS]
    assert abs(halves[0] - halves[1]) <= 2


def test_every_label_is_of_a_race_and_a_speaker_that_is_known():
    races, slugs = {one.slug for one in cast.races()}, {one.slug for one in cast.people()}
    for article in labelled_articles(*SPLITS):
        assert set(article.races) <= races, article.name
        speakers = {one.who for one in article.body.said}
        assert all(who in slugs or who[0] in "+-" for who in speakers), article.name


def test_marks_are_taken_out():
    marked = take_out("Sen. {Jones|doug-jones} said <q i doug-jones pronoun>he had won</q>.")
    assert marked.text == "Sen. Jones said he had won."
    assert [(one.start, one.end, one.who) for one in marked.named] == [(5, 10, "doug-jones")]
    (said,) = marked.said
    assert (marked.text[said.start : said.end], said.kind, said.told) == (
        "he had won",
        "indirect",
        "pronoun",
    )


@pytest.mark.parametrize("text", ["<q z -> words</q>", "words</q>", "<q d - often>words</q>"])
def test_unknown_marks_are_refused(text):
    with pytest.raises(BadMark):
        take_out(text)
