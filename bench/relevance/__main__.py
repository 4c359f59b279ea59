"""Compares the archive's ranking with the search library's own on the judged set.

    python -m bench.relevance

Builds the demonstration and the archive of controlled stories in a folder that is thrown away,
asks each judged question and prints nDCG@10, the worst of ours first: of the library as it is (any
of the words), of the library asked for every word, as the archive asks, and of the archive. Exits
with 1 where our mean is not at least 0.05 above that of the library as it is.
"""

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.place import set_up
from bench.relevance.gain import ndcg
from bench.relevance.judgments import Question, questions

MARGIN = 0.05
HEAD = f"{'library':>8}{'every word':>12}{'archive':>9}{'gain':>8}  nDCG@10 of"


@dataclass(frozen=True, slots=True)
class Judged:
    question: Question
    library: float
    every_word: float
    archive: float


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        judged = judge_all(set_up(folder))
    print(HEAD)
    for one in sorted(judged, key=lambda one: one.archive):
        print(line(f"{one.question.typed}  [{one.question.archive}]", [one]))
    for archive in ("demo", "made"):
        print(line(f"mean, {archive}", [one for one in judged if one.question.archive == archive]))
    print(line("mean, all", judged))
    sys.exit(gain_of(judged) < MARGIN)


def judge_all(place: Path) -> list[Judged]:
    from bench.relevance import archives  # models need Django to be set up

    of_archive = {"demo": archives.demonstration, "made": lambda: archives.controlled(place)}
    judged = []
    for archive, make in of_archive.items():
        slugs = make()
        judged += [judge(one, slugs) for one in questions() if one.archive == archive]
    return judged


def judge(question: Question, slugs: dict[int, str]) -> Judged:
    from bench.relevance import orders

    def value(keys: list[int]) -> float:
        return ndcg([slugs.get(key, "") for key in keys], question.grades)

    typed = question.typed
    return Judged(
        question,
        value(orders.of_the_library(typed)),
        value(orders.of_the_library(typed, every_word=True)),
        value(orders.of_the_archive(typed)),
    )


def line(label: str, judged: list[Judged]) -> str:
    library = statistics.fmean(one.library for one in judged)
    every_word = statistics.fmean(one.every_word for one in judged)
    archive = statistics.fmean(one.archive for one in judged)
    gain = archive - library
    return f"{library:>8.3f}{every_word:>12.3f}{archive:>9.3f}{gain:>+8.3f}  {label}"


def gain_of(judged: list[Judged]) -> float:
    return statistics.fmean(one.archive - one.library for one in judged)


if __name__ == "__main__":
    main()
