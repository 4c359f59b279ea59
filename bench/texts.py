"""A synthetic article before it is rows: its words, who is named where, who says what."""

import math
import random
from dataclasses import dataclass

from articles.models import Person, Race
from bench.cast import Cast
from bench.words import Words

MOST_PEOPLE, MOST_QUOTES = 6, 5
IN_HEADLINE = 0.25
RACES = (1, 1, 1, 2)


@dataclass(frozen=True, slots=True)
class Said:
    """``start`` and ``end`` lie in the body."""

    speaker: Person
    about: Person | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    headline: str
    deck: str
    body: str
    people: tuple[Person, ...]
    in_headline: Person | None
    said: tuple[Said, ...]
    races: tuple[Race, ...]


def made_up(words: Words, cast: Cast) -> Text:
    """60 to 2,500 words (median 380); everybody is named in full once, and once by family name."""
    source = cast.source
    length = min(2500, max(60, int(source.lognormvariate(math.log(380), 0.55))))
    people = tuple(cast.some("people", source.randint(1, MOST_PEOPLE)))
    named = " ".join(f"{one.name} and {one.name.split()[-1]} were there." for one in people)
    body, said = _with_quotes(f"{words.text(length // 2)} {named}", people, words)
    headline = " ".join(words.some(8)).capitalize()
    on_top = people[0] if source.random() < IN_HEADLINE else None
    return Text(
        headline=f"{on_top.name.split()[-1]} {headline.lower()}" if on_top else headline,
        deck=" ".join(words.some(14)).capitalize() + ".",
        body=f"{body}\n\n{words.text(length // 3)}",
        people=people,
        in_headline=on_top,
        said=said,
        races=tuple(cast.some("races", source.choice(RACES))),
    )


def _with_quotes(
    body: str, people: tuple[Person, ...], words: Words
) -> tuple[str, tuple[Said, ...]]:
    source, said = words.source, []
    for _ in range(source.randint(0, MOST_QUOTES)):
        speaker = source.choice(people)
        phrase = " ".join(words.some(source.randint(6, 24))).capitalize()
        start = len(body) + len("\n\n“")
        body = f"{body}\n\n“{phrase},” {speaker.name.split()[-1]} said."
        said.append(Said(speaker, _spoken_of(speaker, people, source), start, start + len(phrase)))
    return body, tuple(said)


def _spoken_of(speaker: Person, people: tuple[Person, ...], source: random.Random) -> Person | None:
    about = source.choice(people)
    return about if about.pk != speaker.pk else None
