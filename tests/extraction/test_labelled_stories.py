"""Stories of ours, labelled before they were read by any program: see stories/GUIDELINE.md."""

import json
from pathlib import Path

import pytest

from articles.extraction import parse_story, read

from .folding import folded
from .rosters import roster_for

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(path.stem for path in STORIES.glob("*.json"))


class Labelled:
    def __init__(self, name: str) -> None:
        self.labels = json.loads((STORIES / f"{name}.json").read_text(encoding="utf-8"))
        self.story = parse_story((STORIES / f"{name}.txt").read_text(encoding="utf-8"))
        self.reading = read(self.story, roster_for)
        self.people = {one.key: one for one in self.reading.people}

    def quote(self, label):
        """The finding that a label is about; the kind decides between a post and its cut form."""
        wanted = folded(label["contains"] or label["starts"])
        found = [
            one
            for one in self.reading.quotes
            if wanted in folded(one.text) or folded(one.text) in wanted
        ]
        same = [one for one in found if (one.kind == "post") == (label["kind"] == "post")]
        return (same or found or [None])[0]


@pytest.fixture(scope="module", params=NAMES)
def labelled(request):
    return Labelled(request.param)


def test_article(labelled):
    article, story = labelled.labels["article"], labelled.story
    assert folded(story.headline) == folded(article["headline"] or "")
    assert bool(story.deck) == bool(article["deck_starts"])
    assert folded(article["deck_starts"] or "") in folded(story.deck)
    names = [folded(byline.name).lower() for byline in story.bylines]
    assert names == [folded(name).lower() for name in article["bylines"]]
    assert story.outlet == (article["outlet"] or "")
    assert folded(story.body).startswith(folded(article["body_starts"]))
    assert folded(story.body).endswith(folded(article["body_ends"]))


def test_day(labelled):
    article, story = labelled.labels["article"], labelled.story
    day = story.published_on.isoformat() if story.published_on else None
    assert (day, story.published_from) == (article["published_on"], article["published_from"])
    assert story.published_why


def test_outlets_cited(labelled):
    cited = {one.name for one in labelled.reading.outlets_cited}
    assert {
        name.removeprefix("The ") for name in labelled.labels["article"]["outlets_cited"]
    } <= cited


def test_people(labelled):
    labels = labelled.labels["people"]
    linked = {one.slug for one in labelled.reading.people if one.state == "linked"}
    wanted = set(labels["linked"].values())
    assert wanted <= linked
    assert linked <= wanted | set(labels["may_be_linked"].values())
    names = {one.name for one in labelled.reading.people}
    assert not names & set(labels["not_mentions"])


def test_races(labelled):
    labels = labelled.labels["races"]
    states = {one.slug: one.state for one in labelled.reading.races}
    linked = {slug for slug, state in states.items() if state == "linked"}
    assert linked == set(labels["linked"])
    assert set(states) - linked <= set(labels["may_be_suggested"])
    stages = {stage for one in labelled.reading.races for stage in one.stages}
    assert set(labels["stages_named"]) <= stages


def test_quotes_are_found_with_their_speakers(labelled):
    for label in labelled.labels["quotes"]:
        found = labelled.quote(label)
        assert found, f"not found: {label['starts'] or label['contains']}"
        if label["speaker"]:
            assert labelled.people[found.speaker_key].name == label["speaker"], found.text
        else:
            assert found.speaker_kind == label["speaker_kind"], found.text


def test_circumstances_of_quotes(labelled):
    for label in labelled.labels["quotes"]:
        found = labelled.quote(label)
        about = {labelled.people[key].name for key in found.about}
        assert set(label["about"]) <= about, found.text
        if label["said_on"]:
            assert found.said_on, found.text
            assert found.said_on.isoformat() == label["said_on"], found.text
        for name in ("said_where", "relayed_by", "handle"):
            assert not label[name] or getattr(found, name) == label[name], found.text
        if label["same_statement_as"] is not None:
            other = labelled.quote(labelled.labels["quotes"][label["same_statement_as"]])
            assert found.statement == other.statement


def test_nothing_else_is_quoted(labelled):
    known = [
        folded(q["starts"] + " " + q["ends"] + q["contains"]) for q in labelled.labels["quotes"]
    ]
    starts = [folded(q["starts"] or q["contains"]) for q in labelled.labels["quotes"]]
    for one in labelled.reading.quotes:
        if one.kind != "indirect" and labelled.labels["complete_direct"]:
            opening = " ".join(folded(one.text).split()[:3])
            held = any(text and text in folded(one.text) for text in starts)
            known_one = any(opening in text or text.split(" ")[0] in opening for text in known)
            assert held or known_one, one.text
    for words in labelled.labels["not_quotes"]:
        quoted = [one for one in labelled.reading.quotes if one.kind != "indirect"]
        assert not any(folded(words) in folded(one.text) for one in quoted)
