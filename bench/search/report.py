"""The figures of one run, as tables."""

import statistics
from collections.abc import Iterable, Sequence


def p(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def table(title: str, head: Sequence[str], rows: Iterable[Sequence]) -> None:
    print(f"\n{title}")
    print(f"{'':<20}" + "".join(f"{name:>14}" for name in head))
    for name, *cells in rows:
        print(f"{name:<20}" + "".join(f"{_cell(cell):>14}" for cell in cells))


def by_group(items: Iterable, group_of, value_of) -> dict[str, list]:
    found: dict[str, list] = {}
    for item in items:
        found.setdefault(group_of(item), []).append(value_of(item))
    return found | {"all": [one for values in found.values() for one in values]}


def median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0


def verdict(what: str, found: float, target: float, *, at_least: bool = False) -> bool:
    """Prints a target beside what was found; gives whether it was met."""
    met = found >= target if at_least else found <= target
    sign = ">=" if at_least else "<="
    print(f"{'met   ' if met else 'MISSED'} {what}: {found:.2f} ({sign} {target:g})")
    return met


def _cell(cell: object) -> str:
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)
