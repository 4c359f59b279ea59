"""The story the project started from, where its text is given; it is not part of the repository."""

import json
import os
from pathlib import Path

import pytest

from articles.extraction import parse_story, read

from .folding import folded
from .rosters import roster_for

_BESIDE = Path(__file__).parents[3] / "shared" / "data"
DATA = Path(os.environ.get("SHARED_DATA", _BESIDE)) / "seed"
STORY = DATA / "liberty-headlines-2020-03-04.txt"

pytestmark = pytest.mark.skipif(
    not STORY.exists(), reason=f"SHARED_DATA is not set and {STORY.name} is not beside the project"
)


@pytest.fixture(scope="module")
def expected():
    return json.loads((DATA / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story():
    return parse_story(STORY.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading(story):
    return read(story, roster_for)


def test_the_article_is_taken_apart(story, expected):
    article = expected["article"]
    assert story.headline == ""
    assert story.proposed_headline
    assert story.outlet == article["outlet"]
    assert [byline.name for byline in story.bylines] == article["bylines"]
    assert article["deck_starts"] in folded(story.deck)
    assert folded(story.body).startswith(article["body_starts"])
    assert folded(story.body).endswith(article["body_ends"])
    assert story.published_on.isoformat() == article["published_on"]
    assert story.published_from == "inferred"


def test_outlets_relied_on_are_cited(story, reading, expected):
    cited = [one.name for one in reading.outlets_cited]
    assert cited == expected["article"]["outlets_cited"]
    assert [story.text_of(one.span) for one in reading.outlets_cited] == cited


def test_exactly_the_people_are_linked(reading, expected):
    linked = {one.name for one in reading.people if one.state == "linked"}
    assert linked == set(expected["people"]["linked"])
    slugs = {one.slug for one in reading.people if one.state == "linked"}
    assert slugs == {name.lower().replace(" ", "-") for name in linked}


def test_things_are_no_people(reading, expected):
    forms = {form for one in reading.people for form in one.forms}
    assert not forms & set(expected["people"]["not_a_person_mention"])
    assert "Mueller" not in forms


def test_the_race_and_its_stages_are_linked(reading, expected):
    linked = [one for one in reading.races if one.state == "linked"]
    assert [one.slug for one in linked] == expected["races"]["linked"]
    assert set(expected["races"]["stages_named"]) <= set(linked[0].stages)
    suggested = {one.slug for one in reading.races if one.state != "linked"}
    assert suggested <= {"2020-us-president"}


def _find(reading, quote):
    wanted = folded(quote.get("contains") or quote["starts"])
    field = quote.get("in", "body")
    return next(
        one
        for one in reading.quotes
        if one.spans[0].field == field and one.kind == quote["kind"] and wanted in folded(one.text)
    )


@pytest.mark.parametrize("number", range(3))
def test_each_quote_has_its_speaker_and_circumstances(reading, expected, number):
    quote = expected["quotes"][number]
    found = _find(reading, quote)
    people = {one.key: one.name for one in reading.people}
    assert people[found.speaker_key] == quote["speaker"]
    assert found.state == "linked"
    assert folded(found.text).startswith(folded(quote.get("starts", "")))
    assert folded(found.text).endswith(folded(quote.get("ends", "")))
    assert [people[key] for key in found.about] == quote.get("about", [])
    assert list(found.links) == quote.get("links", [])
    for name in ("handle", "speaker_text", "relayed_by", "said_where"):
        assert getattr(found, name) == quote.get(name, getattr(found, name))
    if "said_on" in quote:
        assert found.said_on.isoformat() == quote["said_on"]


def test_the_deck_carries_the_same_words_as_the_post(reading, expected):
    post, deck = (_find(reading, quote) for quote in expected["quotes"][:2])
    assert post.statement == deck.statement
    assert "same words" in deck.why


def test_every_span_is_inside_its_text(story, reading):
    spans = [span for one in reading.people for span in one.spans]
    spans += [span for one in reading.quotes for span in one.spans]
    spans += [span for one in reading.races for span in one.spans]
    assert all(0 <= s.start < s.end <= len(getattr(story, s.field)) for s in spans)
