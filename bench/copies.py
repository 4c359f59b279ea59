"""How well copies of one text are told from different reports: python -m bench.copies

Prints precision and recall on the labelled texts of tests/extraction/copies, by half and by kind
of change; recall includes finding the copy by its sketch. ``--errors`` lists those of the tuning
half; the other half's are counted and not shown.
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from articles.extraction.copies import FEWEST_COMMON, Shingles, likeness_of, shingles, sketch
from tests.extraction.copies.labelled import HALVES, Pair
from tests.extraction.copies.pairs import all_pairs


@dataclass
class Score:
    """Right and wrong answers to "is it a copy?"."""

    counts: Counter = field(default_factory=Counter)

    def add(self, is_copy: bool, said: bool) -> None:
        self.counts[is_copy, said] += 1

    @property
    def precision(self) -> float:
        said = self.counts[True, True] + self.counts[False, True]
        return self.counts[True, True] / said if said else 1.0

    @property
    def recall(self) -> float:
        real = self.counts[True, True] + self.counts[True, False]
        return self.counts[True, True] / real if real else 1.0

    def __str__(self) -> str:
        real = self.counts[True, True] + self.counts[True, False]
        return (
            f"{sum(self.counts.values()):7} pairs, {real:5} copies, "
            f"precision {self.precision:.4f}, recall {self.recall:.4f}"
        )


@cache
def _shingles(body: str) -> Shingles:
    return shingles(body)


@cache
def _sketch(body: str) -> frozenset[int]:
    return frozenset(sketch(body))


def says_copy(pair: Pair) -> bool:
    """What the archive would say: found by a common number of the sketches, then compared."""
    one, other = pair.one.body, pair.other.body
    if len(_sketch(one) & _sketch(other)) < FEWEST_COMMON:
        return False
    return likeness_of(_shingles(one), _shingles(other)).is_copy


def score(pairs) -> tuple[dict[str, Score], dict[str, Score], list[Pair]]:
    """By half; by kind of pair; and the wrong ones of the tuning half."""
    by_half = {half: Score() for half in HALVES}
    by_kind: dict[str, Score] = {}
    wrong = []
    for pair in pairs:
        said = says_copy(pair)
        by_half[pair.one.half].add(pair.is_copy, said)
        by_kind.setdefault(pair.kind, Score()).add(pair.is_copy, said)
        if said != pair.is_copy and pair.one.half == HALVES[0]:
            wrong.append(pair)
    return by_half, by_kind, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    by_half, by_kind, wrong = score(all_pairs())
    for name, one in [*by_half.items(), *sorted(by_kind.items())]:
        print(f"{name:34}{one}")
    if chosen.errors:
        for pair in wrong:
            like = likeness_of(_shingles(pair.one.body), _shingles(pair.other.body))
            common = len(_sketch(pair.one.body) & _sketch(pair.other.body))
            print(
                f"{'missed' if pair.is_copy else 'wrong '} {like.share:.2f} {like.carried:4} "
                f"{common:3} | {pair.one.name} | {pair.other.name}"
            )


if __name__ == "__main__":
    main()
