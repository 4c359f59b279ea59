"""Who speaks about whom in the articles about a race."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from articles.models import Person, Race
from articles.search import SearchQuery, counts_of
from articles.search.facets import BY_NAME
from articles.search.query import Unit
from articles.search.values import numbers_by
from articles.views.addresses import Address

MOST = 8
Pairs = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many quotes of the one are about the other, and the address of their list."""

    quotes: int
    url: str


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """``cells``: one for each person spoken about, None for oneself."""

    speaker: Person
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    spoken_about: tuple[Person, ...] = ()
    rows: tuple[SpeakerRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


def matrix_of(race: Race) -> Matrix:
    """Those most spoken about, and those who speak most of them, in their own words or not.
    Raises EngineUnavailable."""
    counts = _pairs(race)
    speakers, spoken_about = _foremost(counts, 0), _foremost(counts, 1)
    people = Person.objects.public().in_bulk([*speakers, *spoken_about])
    columns = [people[key] for key in spoken_about if key in people]
    rows = tuple(
        SpeakerRow(people[key], tuple(_cell(race, counts, people[key], one) for one in columns))
        for key in speakers
        if key in people
    )
    return Matrix(tuple(columns), rows if columns else ())


def _pairs(race: Race) -> Pairs:
    """Quotes by (speaker, person spoken about), of the people most spoken about; nobody counts as
    speaking about themselves."""
    said = SearchQuery(unit=Unit.QUOTES).choosing("race", race.pk)
    return {
        (speaker, person): quotes
        for person, _ in counts_of(said, BY_NAME["about"]).values
        for speaker, quotes in numbers_by("person", said.choosing("about", person)).items()
        if speaker != person
    }


def _foremost(counts: Pairs, side: int) -> list[int]:
    totals: Counter[int] = Counter()
    for pair, quotes in counts.items():
        totals[pair[side]] += quotes
    return [key for key, _ in sorted(totals.items(), key=lambda one: (-one[1], one[0]))[:MOST]]


def _cell(race: Race, counts: Pairs, speaker: Person, person: Person) -> Cell | None:
    if speaker == person:
        return None
    chosen = (("person", speaker.slug), ("about", person.slug), ("race", race.slug))
    url = str(Address(reverse("quote-list"), chosen, is_ordered=True))
    return Cell(counts.get((speaker.pk, person.pk), 0), url)
