"""How newsrooms print what was said: marks, splits, labels, leads, carried speakers."""

from datetime import date

import pytest

from articles.extraction import Story, extract

INTRO = "Clerk Jane Roe met Sen. Doug Jones in Mobile."


def heard(*paragraphs):
    body = "\n\n".join(paragraphs)
    blocks = ("paragraph",) * len(paragraphs)
    return extract(Story(body=body, blocks=blocks, published_on=date(2020, 3, 4))).speeches


MARKS = [
    ("‘She said “no” twice,’ Roe said.", "She said “no” twice"),
    ("“He said, ‘No, never,’” Roe said.", "He said, ‘No, never"),
    ("\"He said, 'No, never,' \" Roe said.", "He said, 'No, never"),
    ("''I saw 'Long Night,''' Roe said.", "I saw 'Long Night"),
    ("``We count,'' Roe said.", "We count"),
]


@pytest.mark.parametrize(("text", "words"), MARKS)
def test_marks_of_every_habit_and_nesting(text, words):
    (quote,) = heard(INTRO, text)
    assert quote.text.startswith(words)
    assert (quote.kind, quote.speaker_key) == ("direct", "jane-roe")


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    (quote,) = heard(INTRO, "“We count,” Roe said. “It is late.", "“We sleep.", "“We rise.”")
    assert [len(quote.spans), quote.speaker_key] == [4, "jane-roe"]


def test_a_title_between_the_parts_of_a_quotation_is_none_of_them():
    (quote,) = heard(INTRO, "“We count,” Roe said on NBC’s “Meet the Press.” “It is late.”")
    assert quote.text == "We count It is late."


@pytest.mark.parametrize(
    "text",
    [
        "Roe was in the cast of “The Long Night” then.",
        "In her memoir, “A Plain Count,” the votes are lost.",
        "The self-described “swamp” was dry.",
    ],
)
def test_titles_of_works_are_nobodys_words(text):
    assert heard(INTRO, text) == ()


LED = [
    ("Roe’s letter makes a plain case: “We count all night.”", "document", "Roe’s letter"),
    ("But, said Roe, “we count all night.”", "person", "Roe"),
    ("As Roe puts it, “We count all night.”", "person", "Roe"),
    ("“We count all night.” Roe said on Tuesday.", "person", "Roe"),
    ("“We count all night,” it said.", "unnamed", "it"),
    ("“We count all night,” critics say.", "group", "critics"),
    ("“We count all night,” a senior Jones adviser said.", "unnamed", "a senior Jones adviser"),
    ("“We count all night,” said a senior Jones adviser.", "unnamed", "a senior Jones adviser"),
    ("“We count all night,” the statement said.", "document", "the statement"),
    ("“We count all night,” Roe and Jones said.", "group", "Roe and Jones"),
    ("“We count all night,” said master of games Abe Zzyzx.", "unnamed", "Abe Zzyzx"),
    ("“We count all night,” Roe, clerk of the county, said.", "person", "Roe"),
    ("Roe, clerk of the county said, “We count all night.”", "person", "Roe"),
]


@pytest.mark.parametrize(("text", "kind", "words"), LED)
def test_who_is_beside_the_words(text, kind, words):
    (quote,) = heard(INTRO, text)
    assert (quote.speaker_kind, quote.speaker_text) == (kind, words)


CARRIED = [
    ["Roe was glad of the long night.", "“We count until it is done.”"],
    ["It was “late,” said Roe, who had counted at the county hall since noon. “We count on.”"],
    ["Roe called the night “late,” adding, “We count on.”"],
]


@pytest.mark.parametrize("paragraphs", CARRIED)
def test_a_speaker_is_carried_on(paragraphs):
    quote = next(one for one in heard(INTRO, *paragraphs) if one.text.startswith("We count"))
    assert (quote.kind, quote.speaker_key) == ("direct", "jane-roe")


MIXED = [
    (
        "“We sleep,” Roe said, adding that it would take “more hours” to count.",
        "it would take “more hours” to count",
    ),
    ("With so many votes, “there is no end to it,” Roe said.", "With so many votes, “there is no"),
    ("Roe scolded Jones, calling him “a total bore.”", "him “a total bore.”"),
    ("The plan is “a bad joke,” said Roe, clerk of Mobile since 2010.", "The plan is “a bad joke"),
    ("Roe replied by saying that the count was “far off.”", "the count was “far off.”"),
    ("Roe issued a statement saying the count was “far off.”", "the count was “far off.”"),
    ("The man with Roe, who said the count was “far off,” left.", "the count was “far off"),
    ("Roe called the night “late” in an interview with the Courier.", "the night “late”"),
]


@pytest.mark.parametrize(("text", "words"), MIXED)
def test_a_clause_is_taken_whole(text, words):
    mixed = [one.text for one in heard(INTRO, text) if one.kind == "mixed"]
    assert len(mixed) == 1
    assert mixed[0].startswith(words)


def test_the_words_between_marks_stay_when_their_first_part_is_reported():
    found = heard(INTRO, "Sooner or later, “we will sleep,” Roe said. “It is good for the count.”")
    assert [one.text for one in found] == [
        "Sooner or later, “we will sleep,”",
        "It is good for the count.",
    ]


@pytest.mark.parametrize("marks", [("", ""), ("“", "”")])
def test_the_turns_of_a_transcript_are_their_speakers(marks):
    opening, closing = marks
    turns = ["HOST: When is it?", "JONES: At noon.", "HOST: And where?", "ROE: In the hall."]
    found = heard(INTRO, *(opening + turn for turn in turns[:-1]), opening + turns[-1] + closing)
    assert [(one.text, one.speaker_key) for one in found] == [
        ("At noon.", "doug-jones"),
        ("In the hall.", "jane-roe"),
    ]


def test_a_turn_of_somebody_whom_only_its_label_names_is_theirs():
    found = heard(INTRO, "ROE: At noon.", "POE: Why?", "ROE: It is late.", "POE: I see.")
    assert [one.speaker_text for one in found] == ["ROE", "POE", "ROE", "POE"]


def test_bare_answers_are_those_of_whoever_is_interviewed():
    found = heard("Jane Roe runs it.", "Q: When?", "A: At noon.", "Q: Where?", "A: In the hall.")
    assert [(one.text, one.speaker_key) for one in found] == [
        ("At noon.", "jane-roe"),
        ("In the hall.", "jane-roe"),
    ]
