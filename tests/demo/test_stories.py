"""The demonstration's stories keep the promises made for them; no database is asked."""

import csv
import datetime as dt
import re
import tomllib
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from articles.extraction import extract, parse_story
from articles.extraction.names import names_agree, parse_name

DEMO = Path(__file__).parent.parent.parent / "articles" / "demo"
FILES = sorted((DEMO / "stories").rglob("*.txt"))
OUTLETS = {
    row["key"]: row for row in tomllib.loads((DEMO / "outlets.toml").read_text("utf8"))["outlet"]
}
KINDS = {"news", "opinion", "analysis", "transcript", "release"}


def table(path: str) -> list[dict[str, str]]:
    with (DEMO / path).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


STATEMENTS = table("statements.csv")
REAL_PEOPLE = {row["candidate"] for row in table("rosters/results.csv")} | {
    row["name"] for row in table("rosters/officials.csv")
}


def parts(path: Path) -> tuple[dict, str]:
    _, front, body = path.read_text("utf8").split("+++\n", 2)
    return tomllib.loads(front), body


STORIES = {path.stem: parts(path) for path in FILES}


def runs(body: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", body.casefold())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_there_are_enough_from_enough_outlets():
    assert len(FILES) >= 80
    assert len({front["outlet"] for front, _ in STORIES.values()}) >= 9


@pytest.mark.parametrize("name", STORIES)
def test_a_story_has_what_it_needs(name):
    front, body = STORIES[name]
    assert front["outlet"] in OUTLETS
    assert front["headline"]
    assert front["kind"] in KINDS
    assert 150 <= len(body.split()) <= 400


@pytest.mark.parametrize("name", STORIES)
def test_a_storys_date_can_be_read(name):
    text = STORIES[name][0]["published"]
    if len(text) > 10:
        assert dt.datetime.fromisoformat(text).tzinfo
    else:
        assert re.fullmatch(r"2\d{3}(-\d\d){0,2}", text)


@pytest.mark.parametrize("name", STORIES)
def test_addresses_are_of_the_outlet_and_lead_nowhere_real(name):
    front, _ = STORIES[name]
    url = front.get("url", "")
    if url:
        assert urlsplit(url).hostname == OUTLETS[front["outlet"]]["domain"]
        assert urlsplit(url).hostname.endswith(".example")


def test_no_two_stories_share_their_words_outside_a_copy_set():
    known = [(name, front.get("copy_set"), runs(body)) for name, (front, body) in STORIES.items()]
    alike = [
        (one, other)
        for (one, set_of_one, words), (other, set_of_other, others) in combinations(known, 2)
        if not (set_of_one and set_of_one == set_of_other)
        and len(words & others) > 0.3 * min(len(words), len(others))
    ]
    assert alike == []


def test_every_public_statement_is_given_exactly():
    bodies = [body for _, body in STORIES.values()]
    assert STATEMENTS
    for row in STATEMENTS:
        assert row["speaker"]
        assert row["source"]
        assert dt.date.fromisoformat(row["said_on"])
        assert any(row["words"] in body for body in bodies), row["words"]


def is_real(name: str) -> bool:
    return any(names_agree(parse_name(name), parse_name(real)) for real in REAL_PEOPLE)


def words_of_real_people(body: str) -> list[tuple[str, str]]:
    """Who is quoted with which words, span by span, as the archive's own reader finds it."""
    story = parse_story(body)
    found = extract(story)
    names = {cluster.key: cluster.name for cluster in found.clusters}
    return [
        (names[speech.speaker_key], getattr(story, span.field)[span.start : span.end])
        for speech in found.speeches
        if speech.kind != "indirect" and speech.speaker_key in names
        for span in speech.spans
        if is_real(names[speech.speaker_key])
    ]


def is_listed(speaker: str, words: str) -> bool:
    bare = words.strip(' ,.“”"')
    return any(
        bare in row["words"] and names_agree(parse_name(speaker), parse_name(row["speaker"]))
        for row in STATEMENTS
    )


@pytest.mark.parametrize("name", STORIES)
def test_no_words_are_put_into_a_real_persons_mouth(name):
    said = words_of_real_people(STORIES[name][1])
    assert [(speaker, words) for speaker, words in said if not is_listed(speaker, words)] == []


def test_the_reader_hears_real_people_in_the_stories():
    heard = {
        speaker for _, body in STORIES.values() for speaker, words in words_of_real_people(body)
    }
    assert len(heard) >= 8


def test_the_variety_that_the_facets_need_is_there():
    fronts = [front for front, _ in STORIES.values()]
    assert {front["kind"] for front in fronts} == KINDS
    assert {len(front["published"]) for front in fronts} >= {4, 7, 10, 25}
    assert len({front.get("copy_set") for front in fronts} - {None}) >= 3
    assert any("\n\nCorrection: " in body for _, body in STORIES.values())
