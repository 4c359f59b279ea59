"""The controlled stories as documents, padded with routine and lost among stories of routine."""

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from articles.models.versions import PARAGRAPH_BREAK
from articles.search.engines.base import ArticleDocument
from articles.search.spellings import states_cut_short

FILE = Path(__file__).parent / "stories.toml"
ROUTINE_STORIES, SEED = 240, 2020
LENGTHS = (3, 14)  # sentences
NOUNS = (
    "board", "budget", "bridge", "committee", "council", "county", "governor", "harbor", "levee",
    "library", "map", "office", "primary", "recall", "school", "senate", "state", "tax", "vote",
)  # fmt: skip
PLACES = ("Alabama", "the state", "North Carolina", "the valley", "Oregon", "the United States")
SENTENCES = (
    "The {0} met on Monday and put the {1} off until the {2} had been heard.",
    "Nobody from the {0} would say when the {1} is due.",
    "Minutes of the {0} are at the {1}, where anybody may read them.",
    "In {place} a {0} of this kind takes about a year.",
    "A {0} is not a {1}, said a member of the {2}, and the room agreed.",
    "The {0} has asked the {1} for a date.",
    "Two people spoke on the {0}, and both of them liked the {1}.",
    "{name} was in the room.",
)
HEADLINES = ("The {0} meets on the {1}", "{0}, {1} and {2}: what is due", "A date for the {0}")


def documents() -> tuple[list[ArticleDocument], dict[int, str]]:
    """The documents, and the slug of each that has one by its key."""
    with FILE.open("rb") as file:
        rows = tomllib.load(file)["story"]
    source = random.Random(SEED)
    names = sorted({name for row in rows for name in row.get("people", ())})
    told = [_story(key, row, source) for key, row in enumerate(rows, 1)]
    routine = _routine(len(rows) + 1, names, source)
    return [*told, *routine], {key: row["slug"] for key, row in enumerate(rows, 1)}


def _story(key: int, row: dict, source: random.Random) -> ArticleDocument:
    body, deck = row["body"].strip(), row.get("deck", "")
    first, _, _ = body.partition(PARAGRAPH_BREAK)
    return ArticleDocument(
        key,
        headline=row["headline"],
        deck=deck,
        lead=deck + PARAGRAPH_BREAK + first,
        body=body + PARAGRAPH_BREAK + _paragraph(source),
        speakers=tuple(row.get("speakers", ())),
        people=tuple(row.get("people", ())),
        places=states_cut_short(body),
        published_on=row["day"],
    )


def _routine(first: int, names: list[str], source: random.Random) -> Iterator[ArticleDocument]:
    """Some of them name somebody who was there."""
    for key in range(first, first + ROUTINE_STORIES):
        name = source.choice(names)
        is_named = source.random() < 0.3
        body = _paragraph(source, name if is_named else "The clerk")
        yield ArticleDocument(
            key,
            headline=source.choice(HEADLINES).format(*source.sample(NOUNS, 3)).capitalize(),
            body=body,
            people=(name,) if name in body else (),
        )


def _paragraph(source: random.Random, name: str = "The clerk") -> str:
    return " ".join(_sentence(source, name) for _ in range(source.randint(*LENGTHS)))


def _sentence(source: random.Random, name: str) -> str:
    nouns, place = source.sample(NOUNS, 3), source.choice(PLACES)
    return source.choice(SENTENCES).format(*nouns, place=place, name=name)
