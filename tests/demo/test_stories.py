"""The demonstration's stories keep the promises made for them; no database is asked."""

import csv
import datetime as dt
import re
import tomllib
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest

DEMO = Path(__file__).parent.parent.parent / "articles" / "demo"
FILES = sorted((DEMO / "stories").rglob("*.txt"))
OUTLETS = {
    row["key"]: row for row in tomllib.loads((DEMO / "outlets.toml").read_text("utf8"))["outlet"]
}
KINDS = {"news", "opinion", "analysis", "transcript", "release"}


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
    with (DEMO / "statements.csv").open(encoding="utf8", newline="") as file:
        statements = list(csv.DictReader(file))
    bodies = [body for _, body in STORIES.values()]
    assert statements
    for row in statements:
        assert row["speaker"]
        assert row["source"]
        assert dt.date.fromisoformat(row["said_on"])
        assert any(row["words"] in body for body in bodies)


def test_the_variety_that_the_facets_need_is_there():
    fronts = [front for front, _ in STORIES.values()]
    assert {front["kind"] for front in fronts} == KINDS
    assert {len(front["published"]) for front in fronts} >= {4, 7, 10, 25}
    assert len({front.get("copy_set") for front in fronts} - {None}) >= 3
    assert any("\n\nCorrection: " in body for _, body in STORIES.values())
