"""Articles of 700 words a second, the fetching of candidates included, as the roster grows:

    python -m bench.roster [--sizes 1000 20000 200000] [--folder var/bench-roster]

Reads the development half of our labelled articles against our cast and so many made-up others in a
database of their own; in seconds of this process, so that other work on the machine counts little.
"""

import argparse
import gc
import shutil
import time
from collections.abc import Callable, Iterable, Iterator

from django.core.management import call_command

from bench.linking import story_of
from bench.place import set_up

WORDS, CHUNK = 700, 2_000
DEFAULT = [1_000, 20_000, 200_000]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=DEFAULT)
    parser.add_argument("--folder", default="var/bench-roster")
    chosen = parser.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    set_up(chosen.folder)
    call_command("migrate", verbosity=0)
    from tests.extraction.labelled import cast
    from tests.extraction.labelled.others import others

    people = [*cast.people(), *others(max(chosen.sizes))]
    stored = 0
    for size in sorted(chosen.sizes):
        fill(people[stored : size + len(cast.people())])
        if not stored:
            fill_races(cast.races())
        stored = size + len(cast.people())
        gc.collect()
        measure(size)


def measure(size: int) -> None:
    from articles.extraction import extract, look_ups, read
    from articles.ingestion.candidates import roster_for
    from articles.models import Person
    from tests.extraction.labelled.articles import labelled_articles
    from tests.extraction.labelled.as_jsonl import row_of

    stories = [story_of(row_of(article)) for article in labelled_articles("dev")]
    asked = [(story, look_ups(extract(story))) for story in stories]

    def fetch(changing: bool = False) -> None:
        for story, names in asked:
            if changing:
                Person.objects.filter(pk=1).update(about=story.headline)
            roster_for(story.published_on)(names)

    Person.objects.filter(pk=1).update(about="")  # whatever was kept is forgotten
    first, kept, changed = seconds(fetch, 1), seconds(fetch), seconds(lambda: fetch(changing=True))
    words = seconds(lambda: [extract(story) for story in stories])
    whole = seconds(lambda: [read(one, roster_for(one.published_on)) for one in stories])
    units = sum(len(story.body.split()) for story in stories) / WORDS
    in_ms = {
        "the text": words,
        "fetching": kept,
        "the first time": first,
        "where each finds the roster changed": changed,
    }
    told = ", ".join(f"{1000 * taken / units:.2f} ms {what}" for what, taken in in_ms.items())
    print(f"{size:7} people: {units / whole:6.1f} articles of {WORDS} words a second; each {told}")


def seconds(task: Callable[[], object], times: int = 3) -> float:
    """The best of so many, in time of this process."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        task()
        taken.append(time.process_time() - started)
    return min(taken)


def fill(people: list) -> None:
    """Stores roster people as rows, a chunk at a time."""
    from articles.models import Party

    for code, name in (("DEM", "Democratic"), ("REP", "Republican"), ("IND", "Independent")):
        Party.objects.get_or_create(code=code, defaults={"name": name})
    for chunk in chunks(people):
        _store(chunk)


def _store(chunk: list) -> None:
    from articles.models import Person, PersonName, Position

    rows = Person.objects.bulk_create(
        Person(name=one.name, slug=one.slug, status="confirmed", gender=one.gender) for one in chunk
    )
    pairs = list(zip(rows, chunk, strict=True))
    PersonName.objects.bulk_create(
        PersonName(person=row, text=name.text, kind="full").fill_keys()
        for row, one in pairs
        for name in one.names
    )
    Position.objects.bulk_create(
        Position(
            person=row,
            office=held.office,
            state=held.state,
            district=held.district,
            start=held.start,
            end=held.end,
            party_id=held.party or None,
        )
        for row, one in pairs
        for held in one.positions
    )


def fill_races(races: Iterable) -> None:
    """Stores the cast's races with their stages, and the candidates, who are stored already."""
    from articles.models import Candidacy, Person, Race, Seat, Stage
    from tests.extraction.labelled import cast

    keys = dict(Person.objects.values_list("slug", "pk"))
    slugs = {person.id: person.slug for person in cast.people()}
    for one in races:
        seat, _ = Seat.objects.get_or_create(
            office=one.office, state=one.state, district=one.district
        )
        race = Race.objects.create(
            slug=one.slug, name=one.label, seat=seat, year=one.year, general_on=one.general_on
        )
        Stage.objects.bulk_create(
            Stage(race=race, kind=stage.kind, party_id=stage.party or None, date=stage.on)
            for stage in one.stages
        )
        Candidacy.objects.bulk_create(
            Candidacy(race=race, person_id=keys[slugs[person]]) for person in one.candidate_ids
        )


def chunks(people: list) -> Iterator[list]:
    for start in range(0, len(people), CHUNK):
        yield people[start : start + CHUNK]


if __name__ == "__main__":
    main()
