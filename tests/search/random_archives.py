"""Small random archives in which everything meets, and questions to them; each from one number."""

import datetime as dt
from random import Random

from articles.search.engines.base import ArticleDocument, FacetValues, QuoteDocument
from articles.search.facets import FacetField, Values, facets_of
from articles.search.nodes import (
    SCOPES,
    Near,
    Node,
    Phrase,
    Word,
    conjunction,
    disjunction,
    negation,
)
from articles.search.periods import ALWAYS, PartialDate, Period
from articles.search.query import FacetKey, SearchQuery, Selection, Sort, Unit

# Few words, so that they meet: stems, accents, capitals, and what is cut into several.
WORDS = ["vote", "Votes", "voting", "senate", "runoff", "Élan", "elan", "deep-red", "U.S.", "it’s"]
NAMES = ["Jones", "Moore", "jones", "O’Rourke", "Voting"]
VALUES = {
    Values.KEY: (1, 2, 3, 4),
    Values.NUMBER: (1, 2**31 - 1),
    Values.CODE: ("AL", "GA", "no", "yes"),
    Values.TEXT: ("Politics", "Opinion & Letters", "Ünited | States"),
}
OF_QUOTES = ("person", "quoted", "paraphrased", "about", "party", "said")
FACETS = {facet.name: facet for unit in Unit for facet in facets_of(unit)}
FIRST = dt.date(2019, 12, 30)
DAYS = 60


def document(number: int, seed: int) -> ArticleDocument:
    dice = Random(seed)
    day = _day(dice) if dice.random() < 0.8 else None
    return ArticleDocument(
        number,
        headline=_text(dice, WORDS, 3),
        deck=_text(dice, WORDS, 2),
        lead=_text(dice, WORDS, 3),
        body=_text(dice, WORDS, 8),
        caption=_text(dice, WORDS, 2),
        bylines=_names(dice),
        speakers=_names(dice),
        people=_names(dice),
        facets=_facets(dice, facets_of(Unit.ARTICLES)) | _times(day),
        published_on=day,
        published_at=_instant(dice, day) if day and dice.random() < 0.7 else None,
        copy_set=dice.choice((0, 0, 5, 6)),
        quotes=tuple(_quote(dice, number * 10 + place) for place in range(dice.randrange(4))),
    )


def question(seed: int) -> SearchQuery:
    dice = Random(seed)
    unit = dice.choice((Unit.ARTICLES, Unit.ARTICLES, Unit.QUOTES))
    return SearchQuery(
        words=_tree(dice, unit, 3) if dice.random() < 0.7 else None,
        selections=_selections(dice, unit),
        period=_period(dice) if dice.random() < 0.4 else ALWAYS,
        folded=dice.random() < 0.5,
        sort=dice.choice(tuple(Sort)),
        page=dice.randint(1, 3),
        page_size=dice.choice((1, 2, 3, 200)),
        unit=unit,
    )


# Documents


def _text(dice: Random, words: list[str], most: int) -> str:
    return " ".join(dice.choices(words, k=dice.randint(0, most)))


def _names(dice: Random) -> tuple[str, ...]:
    return tuple(_text(dice, NAMES, 2) for _ in range(dice.randrange(3)))


def _quote(dice: Random, key: int) -> QuoteDocument:
    own = _facets(dice, [FACETS[name] for name in OF_QUOTES])
    return QuoteDocument(key, _text(dice, WORDS, 5), own, dice.choice((0, 0, 7, 8)))


def _facets(dice: Random, facets) -> dict[str, tuple[FacetKey, ...]]:
    return {
        facet.name: tuple(dice.sample(VALUES[facet.values], dice.choice((1, 1, 2))))
        for facet in facets
        if not facet.is_by_time and dice.random() < 0.7
    }


def _day(dice: Random) -> dt.date:
    return FIRST + dt.timedelta(days=dice.randrange(DAYS))


def _instant(dice: Random, day: dt.date) -> dt.datetime:
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    return noon + dt.timedelta(minutes=dice.randrange(4))


def _times(day: dt.date | None) -> FacetValues:
    if day is None:
        return {}
    month = day.year * 100 + day.month
    return {"year": (day.year,), "month": (month,), "day": (month * 100 + day.day,)}


# Questions


def _tree(dice: Random, unit: Unit, depth: int) -> Node:
    if depth == 0 or dice.random() < 0.4:
        return _leaf(dice, unit)
    join = dice.choice((conjunction, disjunction, negation))
    if join is negation:
        return negation(_tree(dice, unit, depth - 1))
    return join([_tree(dice, unit, depth - 1) for _ in range(dice.choice((2, 2, 3)))])


def _leaf(dice: Random, unit: Unit) -> Node:
    known = SCOPES if unit is Unit.ARTICLES else ("quote",)
    scope = dice.choice(known) if dice.random() < 0.4 else ""
    kind = dice.random()
    if kind < 0.15:
        first, second = dice.choices((*WORDS, *NAMES), k=2)
        return Near(first, second, dice.randint(1, 4), scope)
    if kind < 0.4:
        return Phrase(_text(dice, WORDS, 3), scope)
    return Word(dice.choice((*WORDS, *NAMES, "…")), scope)


def _selections(dice: Random, unit: Unit) -> tuple[Selection, ...]:
    chosen = dice.sample(facets_of(unit), dice.choice((0, 0, 1, 1, 2)))
    return tuple(
        Selection(facet.name, _values(dice, facet, 2), _values(dice, facet, dice.choice((0, 1))))
        for facet in chosen
    )


def _values(dice: Random, facet: FacetField, most: int) -> tuple[FacetKey, ...]:
    if facet.is_by_time:
        known = sorted({_times(_day(dice))[facet.name][0] for _ in range(4)})
    else:
        known = sorted(VALUES[facet.values])
    return tuple(dice.sample(known, min(len(known), dice.randint(0, most))))


def _period(dice: Random) -> Period:
    return Period(*(_end(dice) if dice.random() < 0.6 else None for _ in range(2)))


def _end(dice: Random) -> PartialDate:
    day = _day(dice)
    parts = dice.randint(1, 3)
    return PartialDate(*(day.year, day.month, day.day)[:parts])
