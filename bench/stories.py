"""Made-up political news stories as plain text, from a seeded source; as pages: ``pages.py``.

The names are common American ones, so that a roster of many thousands has its namesakes; the
words of the body are no language, but marks, verbs of speech, titles and lengths are those of news.
"""

import math
import random
from dataclasses import dataclass

from bench.words import Words

GIVEN = """
James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard
Susan Joseph Jessica Thomas Karen Charles Sarah Christopher Lisa Daniel Nancy Matthew Sandra
Anthony Betty Mark Ashley Donald Emily Steven Kimberly Andrew Margaret Paul Donna Joshua
Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald
Rebecca Jason Laura Edward Helen Jeffrey Sharon Ryan Cynthia
"""
FAMILY_STARTS = """
Ash Barn Beck Bran Burn Carl Clay Cole Crom Dal Dun East Fair Farn Gar Glen Hal Ham Hart Hol
Hunt Kirk Lang Lin Mar Mill Nor Oak Pem Pres Rad Ridge Rock Sand Shel Stan Strat Sut Thorn Wake
Wal West Whit Wil Win Wood Yar
"""
FAMILY_ENDS = """
well bury ford ton wood ley ham by man mont worth field son ster wick den
"""
TITLES = ("Sen. ", "Rep. ", "Gov. ", "", "", "", "Mayor ", "state Sen. ")
OUTLETS, AUTHORS = 60, 800
STATES = ("Alabama", "Georgia", "Maine", "Colorado", "Iowa", "Kansas", "Arizona", "Montana")


@dataclass(frozen=True, slots=True)
class Story:
    """Paragraphs of a story with what stands above them."""

    headline: str
    author: str
    outlet: str
    date: str
    paragraphs: tuple[str, ...]


def full_name(source: random.Random) -> str:
    return f"{one_of(GIVEN, source)} {family_name(source)}"


def family_name(source: random.Random) -> str:
    return one_of(FAMILY_STARTS, source) + one_of(FAMILY_ENDS, source)


def one_of(words: str, source: random.Random) -> str:
    return source.choice(words.split())


def story(number: int, words: Words, people: list[str], length: int | None = None) -> Story:
    """A story of about ``length`` words (median 500) that names and quotes some of ``people``."""
    source = words.source
    length = length or min(2500, max(120, int(source.lognormvariate(math.log(500), 0.5))))
    cast = source.sample(people, 4)
    paragraphs = [_lead(cast, words)]
    while sum(paragraph.count(" ") for paragraph in paragraphs) < length:
        paragraphs.append(source.choice(KINDS)(source.choice(cast), words))
    return Story(
        headline=f"{cast[0].split()[-1]} and {cast[1].split()[-1]} {_run(words, 6)} {number}",
        author=full_name(random.Random(source.randrange(AUTHORS))),
        outlet=f"The {family_name(random.Random(source.randrange(OUTLETS)))} Record",
        date=f"2020-{source.randint(1, 12):02}-{source.randint(1, 28):02}",
        paragraphs=tuple(paragraphs),
    )


def as_text(one: Story) -> str:
    head = f"{one.headline}\n\nBy {one.author}\n\nPublished: {one.date}\n\nOutlet: {one.outlet}\n\n"
    return head + "\n\n".join(one.paragraphs) + "\n"


def _lead(cast: list[str], words: Words) -> str:
    state = words.source.choice(STATES)
    return (
        f"{words.source.choice(TITLES)}{cast[0]} and {cast[1]} {_run(words, 12)} in the race for "
        f"U.S. Senate in {state} on Tuesday, {_run(words, 10)}."
    )


def _plain(person: str, words: Words) -> str:
    return " ".join(f"{_run(words, 16).capitalize()}." for _ in range(words.source.randint(2, 3)))


def _named(person: str, words: Words) -> str:
    title = words.source.choice(TITLES)
    return f"{title}{person}, {_run(words, 6)}, {_run(words, 12)}. {_plain(person, words)}"


def _direct(person: str, words: Words) -> str:
    said = f"“{_run(words, 14).capitalize()},” {person.split()[-1]} said"
    return f"{said}. “{_run(words, 18).capitalize()}.”"


def _mixed(person: str, words: Words) -> str:
    return (
        f"{person.split()[-1]} told reporters that {_run(words, 8)} “{_run(words, 6)}” "
        f"{_run(words, 5)}. {_run(words, 14).capitalize()}."
    )


def _indirect(person: str, words: Words) -> str:
    return f"{person} said on Friday that {_run(words, 16)}. {_run(words, 12).capitalize()}."


KINDS = (_plain, _plain, _plain, _named, _direct, _mixed, _indirect)


def _run(words: Words, number: int) -> str:
    return " ".join(words.some(number))
