from datetime import date

import pytest

from articles.extraction import Story, extract

INTRO = "Clerk Jane Roe met Sen. Doug Jones in Mobile."


def _heard(*paragraphs, on=date(2020, 3, 4)):
    body = "\n\n".join(paragraphs)
    story = Story(body=body, blocks=("paragraph",) * len(paragraphs), published_on=on)
    return extract(story).speeches


ATTRIBUTED = [
    ("“We count all night,” Roe said.", "jane-roe"),
    ("“We count all night,” said Roe.", "jane-roe"),
    ("“We count all night,” she said.", "jane-roe"),
    ("Roe said, “We count all night.”", "jane-roe"),
    ("Roe: “We count all night.”", "jane-roe"),
    ("“We count all night,” according to Roe.", "jane-roe"),
    ("“Do we count all night?” Jones asked.", "doug-jones"),
    ("“We count all night,” the senator said.", "doug-jones"),
    ("Jones, who lost his bid, said, “We count all night.”", "doug-jones"),
    ("Roe shrugged, saying, “We count all night.”", "jane-roe"),
    ('"We count all night," Jones told reporters.', "doug-jones"),
    ("‘We count all night,’ Jones says.", "doug-jones"),
]


@pytest.mark.parametrize(("text", "key"), ATTRIBUTED)
def test_words_between_marks_find_their_speaker(text, key):
    (quote,) = _heard(INTRO, text)
    assert (quote.kind, quote.speaker_kind, quote.speaker_key) == ("direct", "person", key)
    assert quote.text.strip("?.").endswith("count all night")


OTHERS = [
    ("“We count all night,” a poll worker said.", "unnamed", ""),
    ("“We count all night,” officials said.", "group", ""),
    ("“We count all night,” the lawsuit says.", "document", ""),
    ("“We count all night,” the Ballot Project said.", "organisation", "Ballot Project"),
    (
        "“We count all night,” said a spokesman for the Ballot Project.",
        "spokesperson",
        "Ballot Project",
    ),
]


@pytest.mark.parametrize(("text", "kind", "organisation"), OTHERS)
def test_speakers_who_are_no_named_person(text, kind, organisation):
    (quote,) = _heard(INTRO, text)
    assert (quote.speaker_kind, quote.organisation, quote.speaker_key) == (kind, organisation, "")


def test_a_split_quote_is_one():
    (quote,) = _heard(INTRO, "“We count,” Roe said, “and we sleep. ” She left. “Then we rise.”")
    assert len(quote.spans) == 3
    assert quote.speaker_key == "jane-roe"


def test_a_quote_over_two_paragraphs_is_one():
    (quote,) = _heard(INTRO, "“We count,” Roe said. “It is late.", "“Then we sleep.”")
    assert [span.end - span.start for span in quote.spans] == [8, 11, 14]


def test_a_clause_with_a_fragment_is_mixed():
    (quote,) = _heard(INTRO, "Jones called the count “a long and weary night” for all.")
    assert (quote.kind, quote.text) == ("mixed", "the count “a long and weary night” for all")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “swamp” was dry.",
        "They watched “The Long Night” in town.",
        "He warned against the phrase “instant runoff” there.",
        "The plan had its “little flaws” and ended.",
    ],
)
def test_scare_quotes_titles_and_terms_are_nobodys_words(text):
    assert _heard(text) == ()


def test_circumstances():
    (quote,) = _heard(INTRO, "“We count all night,” Jones said at a rally in Mobile on Tuesday.")
    assert (quote.said_on, quote.said_where) == (date(2020, 3, 3), "Mobile")


def test_the_reason_for_anonymity_is_kept():
    (quote,) = _heard(
        "“We count,” said one clerk, who asked not to be named because the list was not final."
    )
    assert "asked not to be named" in quote.anonymity


def test_an_embedded_post():
    story = Story(
        body="So it ended. https://t.co/x — Jane Roe (@janeroe) March 4, 2020", blocks=("post",)
    )
    (post,) = extract(story).speeches
    assert (post.kind, post.text, post.handle) == ("post", "So it ended.", "janeroe")
    assert (post.said_on, post.links) == (date(2020, 3, 4), ("https://t.co/x",))
    assert post.speaker_key == "jane-roe"


def test_the_same_words_cut_are_one_statement():
    story = Story(
        deck="‘We count … and then we sleep …’",
        body="“We count all night and then we sleep until noon,” said Jane Roe.",
        blocks=("paragraph",),
    )
    whole, cut = extract(story).speeches
    assert whole.statement == cut.statement
    assert (cut.speaker_key, cut.method) == ("jane-roe", "same_words")


INDIRECT = [
    ("Jones said that the count was over.", "the count was over", "doug-jones"),
    ("Jones said the count was over.", "the count was over", "doug-jones"),
    ("The count was over, Jones said Tuesday.", "The count was over", "doug-jones"),
    ("The long count was over, said Jones.", "The long count was over", "doug-jones"),
    ("According to Jones, the count was over.", "the count was over", "doug-jones"),
    ("The count was over, according to Jones.", "The count was over", "doug-jones"),
    ("Jones told voters in Mobile that the count was over.", "the count was over", "doug-jones"),
    ("Roe waited. She said the count was over.", "the count was over", "jane-roe"),
]


@pytest.mark.parametrize(("text", "words", "key"), INDIRECT)
def test_indirect_speech(text, words, key):
    (quote,) = _heard(INTRO, text)
    assert (quote.kind, quote.text, quote.speaker_key) == ("indirect", words, key)


@pytest.mark.parametrize(
    "text",
    [
        "Jones did not say that the count was over.",
        "Jones was told that the count was over.",
        "Jones declined to say that the count was over.",
        "Jones added his own ballot to the box.",
        "Roe watched the last of the ballots go by.",
    ],
)
def test_nothing_is_said_here(text):
    assert _heard(INTRO, text) == ()


def test_a_relaying_outlet_is_no_speaker():
    (quote,) = _heard(
        INTRO,
        "On Tuesday, Jones told a crowd in Mobile that the count was over, Politico reported.",
    )
    assert (quote.speaker_key, quote.relayed_by) == ("doug-jones", "Politico")
    assert quote.text == "the count was over"


def test_a_block_quote_belongs_to_whoever_leads_to_it():
    story = Story(
        body="Clerk Jane Roe wrote in a letter:\n\nThe count goes on until noon.",
        blocks=("paragraph", "blockquote"),
    )
    (quote,) = extract(story).speeches
    assert (quote.text, quote.speaker_key) == ("The count goes on until noon.", "jane-roe")


def test_a_block_quote_of_nobody_is_left_alone():
    story = Story(
        body="The hall was empty.\n\nThe count goes on until noon.",
        blocks=("paragraph", "blockquote"),
    )
    assert extract(story).speeches == ()


def test_an_interview_in_questions_and_answers():
    heard = _heard(
        "Jane Roe runs the count.",
        "Q: When is it?",
        "A: At noon.",
        "Q: And where?",
        "A: In the hall.",
    )
    assert [one.text for one in heard] == ["At noon.", "In the hall."]
    assert {one.speaker_key for one in heard} == {"jane-roe"}
