"""Words that mean one thing meet each other; words that only look so do not."""

import pytest

from articles.search.engines.embedded import EmbeddedEngine
from articles.search.nodes import And, Not, Or, Phrase, Variants, Word
from articles.search.query import SearchQuery
from articles.search.spellings import WRITTEN, states_cut_short
from articles.search.synonyms import MOST_VARIANTS, MOST_WORDS, expanded
from articles.search.syntax import parse
from tests.search.engine_contract import document


@pytest.fixture(scope="module")
def finds(tmp_path_factory):
    engine = EmbeddedEngine(str(tmp_path_factory.mktemp("search") / "index"))
    engine.clear()

    def whether(typed: str, text: str) -> bool:
        engine.index([document(1, body=text, places=states_cut_short(text))])
        words = expanded(parse(typed))
        return engine.search(SearchQuery(words=words)).total == 1

    yield whether
    engine.close()


MEET = [
    ("Ala.", "the Alabama primary"),
    ("ala", "the Alabama primary"),
    ("Alabama", "MONTGOMERY, Ala. — Voters"),
    ("alabama", "Sen. Doug Jones, D-Ala., said"),
    ("AL", "the Alabama primary"),
    ("N.C.", "North Carolina voted"),
    ("NC", "North Carolina voted"),
    ("north carolina", "RALEIGH, N.C. — Voters"),
    ("primary north carolina", "the N.C. primary"),
    ('"North Carolina primary"', "the N.C. primary"),
    ("west virginia", "CHARLESTON, W.Va. — Voters"),
    ("oregon", "BEND, Ore. — Voters"),
    ("Ore.", "Oregon voted"),
    ("virginia", "a member, R-Va., said"),
    ("Sen. Jones", "Senator Doug Jones said"),
    ("senator jones", "Sen. Jones said"),
    ('"Sen. Doug Jones"', "Senator Doug Jones said"),
    ("congressman byrne", "Rep. Bradley Byrne said"),
    ("rep. byrne", "Congresswoman Byrne said"),
    ("gov. ivey", "Governor Kay Ivey said"),
    ("governor ivey", "Gov. Kay Ivey said"),
    ("lieutenant governor", "Lt. Gov. Will Ainsworth said"),
    ("attorney general", "Atty. Gen. Barr said"),
    ("AG", "the attorney general said"),
    ("GOP", "the Republican Party said"),
    ("republican party", "the GOP said"),
    ("US trade", "United States trade"),
    ("united states", "the U.S. said"),
    ("U.S.", "the United States said"),
    ("ocasio-cortez", "Ocasio Cortez said"),
    ("Ocasio Cortez", "Ocasio-Cortez said"),
    ("O'Rourke", "Beto O’Rourke said"),
    ("O’Rourke", "Beto ORourke said"),
    ("ORourke", "Beto O'Rourke said"),
    ("Tuberville's", "Tuberville said"),
    ("Tuberville’s win", "Tuberville won"),
    ("pena", "Peña said"),
    ("Peña", "Pena said"),
    ("run-off", "the runoff"),
    ("runoffs", "the run-off"),
    ("covid-19", "the coronavirus"),
    ("wins", "she won"),
    ("lost", "they are losing"),
    ("alabama NEAR/3 primary", "the Ala. primary"),
]


@pytest.mark.parametrize(("typed", "text"), MEET)
def test_these_meet(finds, typed, text):
    assert finds(typed, text)


DO_NOT_MEET = [
    ("oregon", "iron ore is dear"),
    ("washington", "a washing machine"),
    ("illinois", "he fell ill."),
    ("massachusetts", "a mass of voters went to Mass."),
    ("missouri", "Mo Brooks said"),
    ("virginia", "the VA hospital"),
    ("in", "Indiana voted"),
    ("me", "Maine voted"),
    ("ok", "Oklahoma voted"),
    ("oh", "Ohio voted"),
    ("hi", "Hawaii voted"),
    ("al", "Alabama voted"),
    ("us", "the United States voted"),
    ("ag", "the attorney general said"),
    ("maine", "tell me"),
    ("sen. jones", "the Senate sat late to hear of Jones"),
    ("senator", "Sen. Jones said"),  # a title alone is any word
    ("rep. byrne", "he represented the coast, as had Byrne"),
    ("north", "the N.C. primary"),
    ("republican", "the GOP said"),
    ("5-4", "54 votes"),
    ("runoff -alabama", "the runoff in Mobile, Ala."),
]


@pytest.mark.parametrize(("typed", "text"), DO_NOT_MEET)
def test_these_do_not_meet(finds, typed, text):
    assert not finds(typed, text)


def test_what_was_typed_comes_first_and_is_always_looked_for():
    assert expanded(Word("runoff")) == Variants((Word("runoff"), Word("run-off")))
    apart = And((Word("north"), Word("carolina")))
    assert expanded(apart).parts[0] == apart


def test_a_field_of_its_own_stays():
    found = expanded(Word("Ala.", "headline"))
    assert {part.scope for part in found.parts} == {"headline"}


def test_words_in_different_fields_are_no_name_together():
    words = And((Word("north", "headline"), Word("carolina")))
    assert expanded(words) == words


def test_what_has_one_way_to_be_written_stays_as_it_is():
    words = And((Or((Word("trade"), Phrase("one two"))), Not(Word("tariff"))))
    assert expanded(words) == words
    assert expanded(None) is None


def test_the_ways_are_bounded():
    phrase = expanded(Phrase("Sen. Gov. Rep. Ala. N.C. U.S. GOP runoff wins"))
    assert len(phrase.parts) == MOST_VARIANTS
    many = And(tuple(Word("runoff") for _ in range(MOST_WORDS + 1)))
    assert expanded(many) == many


def test_states_are_told_by_what_stands_before_them():
    text = "BEND, Ore. — Sen. Wyden, D-Ore., and a member from Ill. met. R-Miss. agreed."
    assert states_cut_short(text) == ("Oregon", "Mississippi")


@pytest.mark.parametrize("word", ["in", "or", "me", "ok", "hi", "oh", "id", "la", "va", "ore"])
def test_no_plain_word_is_a_state(word):
    assert word not in WRITTEN
    assert word.upper() not in WRITTEN
