"""Who speaks about whom in the articles about a race."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from articles.models import Person, Race
from articles.models.coverage import public_quotes, public_race_links

MOST = 8


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """``cells``: numbers of articles, one for each person spoken about, None for oneself."""

    speaker: Person
    cells: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    spoken_about: tuple[Person, ...] = ()
    rows: tuple[SpeakerRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


def matrix_of(race: Race) -> Matrix:
    """Those who speak most, and those most spoken about, in their own words or not."""
    counts = {pair: number for pair, number in _pairs(race).items() if pair[0] != pair[1]}
    speakers = _foremost(counts, 0)
    spoken_about = _foremost(counts, 1)
    people = Person.objects.public().in_bulk([*speakers, *spoken_about])
    columns = [key for key in spoken_about if key in people]
    rows = tuple(
        SpeakerRow(people[key], tuple(_cell(counts, key, column) for column in columns))
        for key in speakers
        if key in people
    )
    return Matrix(tuple(people[key] for key in columns), rows if columns else ())


def _pairs(race: Race) -> dict[tuple[int, int], int]:
    """Articles by (speaker, person spoken about)."""
    about = public_race_links().filter(race=race).order_by().values("version")
    spoken = public_quotes().filter(version__in=about, about_people__status=Person.Status.CONFIRMED)
    counted = spoken.order_by().values("person", "about_people")
    rows = counted.annotate(articles=Count("version", distinct=True))
    return {
        (speaker, person): articles
        for speaker, person, articles in rows.values_list("person", "about_people", "articles")
    }


def _foremost(counts: dict[tuple[int, int], int], side: int) -> list[int]:
    totals: Counter[int] = Counter()
    for pair, articles in counts.items():
        totals[pair[side]] += articles
    return [key for key, _ in sorted(totals.items(), key=lambda one: (-one[1], one[0]))[:MOST]]


def _cell(counts: dict[tuple[int, int], int], speaker: int, person: int) -> int | None:
    return None if speaker == person else counts.get((speaker, person), 0)
