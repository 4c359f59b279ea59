"""Times the list of articles, with all its facets, through the whole WSGI stack.

    python -m bench.list_page --folder var/bench

Prints, for each group of a fixed mix of questions, the median and the 95th percentile of the page,
of the search alone, and the most SQL queries a page took. Exits with 1 where the targets are
missed or a page fails.
"""

import argparse
import random
import statistics
import sys

from bench.place import set_up, use_cores

MEDIAN_MS, P95_MS = 100, 250


def main() -> None:
    options = parse()
    use_cores(options.cores)
    set_up(options.folder)
    from bench.asking import Asked, ask_all  # models need Django to be set up
    from bench.questions import SHARES, Questions

    questions = Questions(random.Random(options.seed)).mix(options.questions)
    asked = ask_all(questions)
    groups: dict[str, list[Asked]] = {group: [] for group in SHARES}
    for one in asked:
        groups[one.question.group].append(one)
    print(HEAD)
    for group, found in groups.items():
        print(line(group, found))
    print(line("all", asked))
    failed = [one for one in asked if one.status != 200]
    for one in failed[:5]:
        print(f"failed with {one.status}: /articles/?{one.question.address}")
    sys.exit(bool(failed) or not within_targets(asked))


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", default="var/bench")
    parser.add_argument("--questions", type=int, default=600)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


HEAD = f"{'group':<20}{'pages':>6}{'median ms':>11}{'p95 ms':>9}{'search ms':>11}{'SQL':>5}"


def line(group: str, asked: list) -> str:
    if not asked:
        return f"{group:<20}{0:>6}"
    pages = [one.page_ms for one in asked]
    searches = [one.search_ms for one in asked]
    most = max(one.queries for one in asked)
    return (
        f"{group:<20}{len(asked):>6}{statistics.median(pages):>11.1f}{p95(pages):>9.1f}"
        f"{statistics.median(searches):>11.1f}{most:>5}"
    )


def p95(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def within_targets(asked: list) -> bool:
    pages = [one.page_ms for one in asked]
    return statistics.median(pages) <= MEDIAN_MS and p95(pages) <= P95_MS


if __name__ == "__main__":
    main()
