"""How good an order is: discounted gain, as a share of the best order's."""

import math
from collections.abc import Iterable, Mapping

DEPTH = 10


def ndcg(order: Iterable[str], grades: Mapping[str, int]) -> float:
    """nDCG of the first ten; a grade counts 2^grade - 1, halved by where it stands (log2)."""
    best = sorted(grades.values(), reverse=True)
    return _gain([grades.get(one, 0) for one in order]) / _gain(best)


def _gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(grades[:DEPTH]))
