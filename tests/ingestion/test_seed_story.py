"""The story the project started from, through both doors, with every roster loaded."""

import json
import os
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.ingestion import as_data, make_article, paste, understand
from articles.ingestion.rosters import load_files
from articles.models import Article, Person, Race

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("SHARED_DATA") or ROOT.parent / "shared" / "data")
STORY = DATA / "seed" / "liberty-headlines-2020-03-04.txt"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not STORY.exists(), reason=f"no rosters and story at SHARED_DATA ({DATA})"),
]


def folded(text: str | None) -> str:
    marks = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
    return " ".join((text or "").translate(marks).split())


@pytest.fixture(scope="module")
def expected():
    return json.loads((DATA / "seed" / "expected.json").read_text("utf8"))


@pytest.fixture(scope="module")
def archive(module_rows):
    """All rosters."""
    load_files([DATA, DATA / "congress", DATA / "fec"])


@pytest.fixture
def understood(archive, db):
    return as_data(understand(STORY.read_text("utf8")))


def test_the_rosters_hold_the_races_and_one_person_each(archive, db):
    assert Race.objects.filter(year=2020).count() == 477
    for fec, slug in (("S6AL00195", "jeff-sessions"), ("S0AL00230", "tommy-tuberville")):
        assert Person.objects.get(identifiers__value=fec).slug == slug
    sessions = Person.objects.get(slug="jeff-sessions")
    assert "Jefferson Beauregard Sessions III" in {name.text for name in sessions.names.all()}


def test_the_article_is_understood(understood, expected):
    article, wanted = understood["article"], expected["article"]
    assert article["headline"] is None
    assert article["proposed_headline"]
    for name in ("outlet", "bylines", "published_on"):
        assert article[name] == wanted[name]
    assert article["published_from"] == "inferred"
    assert folded(article["deck"]).lstrip("'").startswith(wanted["deck_starts"])
    assert folded(article["body"]).startswith(wanted["body_starts"])
    assert folded(article["body"]).endswith(wanted["body_ends"])
    assert set(wanted["outlets_cited"]) <= set(article["outlets_cited"])


def test_exactly_the_right_people_are_linked(understood, expected):
    linked = {one["name"] for one in understood["people"] if one["state"] == "linked"}
    assert linked == set(expected["people"]["linked"])
    words = {
        understood["article"][span["field"]][span["start"] : span["end"]]
        for one in understood["people"]
        for span in one["spans"]
        if span["field"] == "body"
    }
    assert not {"Mueller", "Mobile", "US News", "Witch Hunt"} & words


def test_exactly_the_right_race_is_linked(understood, expected):
    linked = [one for one in understood["races"] if one["state"] == "linked"]
    assert [one["slug"] for one in linked] == expected["races"]["linked"]
    assert set(expected["races"]["stages_named"]) <= set(linked[0]["stages"])


def test_the_quotes_are_found_with_their_speakers(understood, expected):
    found = understood["quotes"]
    for wanted in expected["quotes"]:
        match = [
            one
            for one in found
            if one["kind"] == wanted["kind"]
            and one["speaker"] == wanted["speaker"]
            and folded(one["text"]).startswith(folded(wanted.get("starts")))
            and wanted.get("contains", "") in folded(one["text"])
        ]
        assert len(match) == 1, wanted
        for name in ("said_on", "said_where", "relayed_by", "handle", "about", "links"):
            if name in wanted:
                assert match[0][name] == wanted[name], name
    post = next(one for one in found if one["kind"] == "post")
    deck = next(one for one in found if one["field"] == "deck")
    assert post["statement"] == deck["statement"]


def check_stored(article: Article, expected) -> None:
    version = article.current_version
    linked = version.mentions.filter(state="linked")
    assert {one.person.name for one in linked} == set(expected["people"]["linked"])
    assert [one.race.slug for one in version.race_links.filter(state="linked")] == [
        "2020-al-us-senate"
    ]
    post, deck = (version.quotes.get(kind=kind) for kind in ("post", "direct"))
    assert post.person == deck.person == Person.objects.get(slug="donald-trump")
    assert post.statement == deck.statement
    relayed = version.quotes.get(relayed_by="US News and World Report")
    assert (relayed.person.slug, relayed.speaker_text) == ("jeff-sessions", "he")


def test_pasting_stores_all_of_it(archive, db, expected):
    check_stored(make_article(paste(STORY.read_text("utf8")))[0], expected)


def test_the_command_stores_the_same(archive, db, expected):
    call_command("ingest", str(STORY))
    article = Article.objects.get()
    assert article.status == "review"
    check_stored(article, expected)
    call_command("check_archive")
