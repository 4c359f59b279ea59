"""The published mix of questions a list page is asked, made from what the archive holds."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from articles.models import Outlet, Person, Race, Version


@dataclass(frozen=True, slots=True)
class Question:
    group: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        return urlencode(self.parameters)


class Questions:
    """``mix(n)``: n questions, each group with its share, in a shuffled but fixed order."""

    def __init__(self, source: random.Random) -> None:
        self.source = source
        self.words = self._words()
        self.people = list(Person.objects.order_by("pk").values_list("slug", "name")[:400])
        self.outlets = list(Outlet.objects.order_by("pk").values_list("slug", flat=True)[:60])
        self.races = list(Race.objects.order_by("pk").values_list("slug", flat=True)[:100])

    def mix(self, number: int) -> list[Question]:
        groups = list(SHARES)
        picked = self.source.choices(groups, [SHARES[group] for group in groups], k=number)
        return [Question(group, tuple(MAKERS[group](self))) for group in picked]

    def _words(self) -> list[str]:
        """Words of real bodies: frequent words come up as often as they are written."""
        found = []
        for body in Version.objects.order_by("pk").values_list("body", flat=True)[:300]:
            found += self.source.sample(body.replace(".", " ").split(), 8)
        return found

    def word(self) -> str:
        return self.source.choice(self.words).lower()

    def person(self) -> tuple[str, str]:
        return self.source.choice(self.people)


Parameters = Iterator[tuple[str, str]]


def everything(ask: Questions) -> Parameters:
    yield from ()


def one_word(ask: Questions) -> Parameters:
    yield "q", ask.word()


def two_words(ask: Questions) -> Parameters:
    yield "q", f"{ask.word()} {ask.word()}"


def either_word(ask: Questions) -> Parameters:
    yield "q", f"{ask.word()} OR {ask.word()} -{ask.word()}"


def name_as_phrase(ask: Questions) -> Parameters:
    yield "q", f'"{ask.person()[1]}"'


def in_headline(ask: Questions) -> Parameters:
    yield "q", f"headline:{ask.word()}"


def person(ask: Questions) -> Parameters:
    yield "person", ask.person()[0]


def quoted_newest(ask: Questions) -> Parameters:
    yield "quoted", ask.person()[0]
    yield "sort", "newest"


def word_and_person(ask: Questions) -> Parameters:
    yield "q", ask.word()
    yield "person", ask.person()[0]


def race(ask: Questions) -> Parameters:
    yield "race", ask.source.choice(ask.races)


def outlets_and_month(ask: Questions) -> Parameters:
    for slug in ask.source.sample(ask.outlets, 3):
        yield "outlet", slug
    yield "month", ask.source.choice(("2019-03", "2019-11", "2020-03", "2020-10"))


def many_facets(ask: Questions) -> Parameters:
    yield "q", ask.word()
    yield "party", "REP"
    yield "kind", "news"
    yield "year", "2020"


def deep_page(ask: Questions) -> Parameters:
    yield "kind", "news"
    yield "page", str(ask.source.randint(20, 200))


# Group: share of the questions in percent.
SHARES = {
    "everything": 12,
    "one_word": 18,
    "two_words": 10,
    "either_word": 4,
    "name_as_phrase": 10,
    "in_headline": 4,
    "person": 12,
    "quoted_newest": 6,
    "word_and_person": 6,
    "race": 8,
    "outlets_and_month": 4,
    "many_facets": 4,
    "deep_page": 2,
}
MAKERS = {
    "everything": everything,
    "one_word": one_word,
    "two_words": two_words,
    "either_word": either_word,
    "name_as_phrase": name_as_phrase,
    "in_headline": in_headline,
    "person": person,
    "quoted_newest": quoted_newest,
    "word_and_person": word_and_person,
    "race": race,
    "outlets_and_month": outlets_and_month,
    "many_facets": many_facets,
    "deep_page": deep_page,
}
