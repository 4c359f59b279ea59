"""Makes an archive of N synthetic articles and its index.

    python -m bench.make_articles --articles 100000 --folder var/bench

Lengths, words, names and facets follow heavy-tailed distributions; the seed is fixed. Spans of
mentions and quotes are left out: no list page reads them.
"""

import argparse
import random
import time

from bench.place import set_up


def main() -> None:
    options = parse()
    place = set_up(options.folder)
    from bench import rows  # models need Django to be set up

    rows.migrate()
    if rows.are_there():
        raise SystemExit(f"{place} holds an archive: remove the folder to make another.")
    started = time.perf_counter()
    rows.make(options.articles, random.Random(options.seed))
    print(f"database: {options.articles} articles in {time.perf_counter() - started:.0f} s")
    started = time.perf_counter()
    rows.rebuild()
    seconds = time.perf_counter() - started
    print(f"index: {options.articles / seconds:.0f} articles a second, {seconds:.0f} s")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", default="var/bench")
    parser.add_argument("--seed", type=int, default=2020)
    return parser.parse_args()


if __name__ == "__main__":
    main()
