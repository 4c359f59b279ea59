"""The published mix of questions a list is asked, made from what the archive holds.

SHARES says how often each group comes, WORD_CLASSES how frequent its words are, REPEATS how many
of the questions were asked before, DEEP how many are for a page deep in.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from articles.models import Outlet, Person, Race, Version

SAMPLE = 3000
REPEATS, DEEP = 0.25, 0.03
DEEP_PAGES = (5, 60)

# Part of the articles that have a word, and how often such a word is asked for.
WORD_CLASSES = {
    "very frequent": (0.20, 1.0, 0.05),
    "frequent": (0.03, 0.20, 0.15),
    "known": (0.003, 0.03, 0.40),
    "rare": (0.0, 0.003, 0.40),
}

Parameters = Iterator[tuple[str, str]]


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
        self.people = list(Person.objects.order_by("pk").values_list("slug", "name")[:2000])
        self.outlets = list(Outlet.objects.order_by("pk").values_list("slug", flat=True)[:200])
        self.races = list(Race.objects.order_by("pk").values_list("slug", flat=True)[:400])

    def mix(self, number: int) -> list[Question]:
        """With repeats and pages deep in, as they are asked of a server."""
        asked: list[Question] = []
        for _ in range(number):
            chance = self.source.random()
            if asked and chance < REPEATS:
                asked.append(self.source.choice(asked))
            else:
                asked.append(self._new(is_deep=chance > 1 - DEEP))
        return asked

    def new(self, number: int) -> list[Question]:
        """Each asked for the first time."""
        found: dict[tuple, Question] = {}
        while len(found) < number:
            question = self._new()
            found.setdefault(question.parameters, question)
        return list(found.values())

    def _new(self, *, is_deep: bool = False) -> Question:
        group = self.source.choices(list(SHARES), list(SHARES.values()))[0]
        question = Question(group, tuple(MAKERS[group](self)))
        if not is_deep:
            return question
        page = ("page", str(self.source.randint(*DEEP_PAGES)))
        return replace(question, parameters=(*question.parameters, page))

    def _words(self) -> dict[str, list[str]]:
        counts: Counter[str] = Counter()
        bodies = list(Version.objects.order_by("pk").values_list("body", flat=True)[:SAMPLE])
        for body in bodies:
            counts.update({word for word in body.lower().split() if word.isalpha()})
        return {
            name: sorted(w for w, n in counts.items() if low < n / len(bodies) <= high)
            for name, (low, high, _) in WORD_CLASSES.items()
        }

    def word(self) -> str:
        shares = [share for *_, share in WORD_CLASSES.values()]
        return self.source.choice(self.words[self.source.choices(list(WORD_CLASSES), shares)[0]])

    def person(self) -> tuple[str, str]:
        """The well known are asked for more often."""
        return self.people[int(len(self.people) * self.source.random() ** 2.5)]

    def race(self) -> str:
        return self.races[int(len(self.races) * self.source.random() ** 2)]


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
    yield "race", ask.race()


def outlets_and_month(ask: Questions) -> Parameters:
    for slug in ask.source.sample(ask.outlets, 3):
        yield "outlet", slug
    yield "month", ask.source.choice(("2019-03", "2019-11", "2020-03", "2020-10"))


def period(ask: Questions) -> Parameters:
    yield "q", ask.word()
    yield "from", ask.source.choice(("2019-03", "2019-11-05"))
    yield "to", ask.source.choice(("2020-03", "2020-11-03"))


def many_facets(ask: Questions) -> Parameters:
    yield "q", ask.word()
    yield "party", "REP"
    yield "kind", "news"
    yield "year", "2020"


def folded(ask: Questions) -> Parameters:
    yield "q", ask.word()
    yield "copies", "folded"


# Group: share of the questions in percent.
SHARES = {
    "everything": 8,
    "one_word": 18,
    "two_words": 12,
    "either_word": 4,
    "name_as_phrase": 10,
    "in_headline": 4,
    "person": 12,
    "quoted_newest": 6,
    "word_and_person": 7,
    "race": 8,
    "outlets_and_month": 3,
    "period": 3,
    "many_facets": 3,
    "folded": 2,
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
    "period": period,
    "many_facets": many_facets,
    "folded": folded,
}
