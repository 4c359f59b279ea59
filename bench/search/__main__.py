"""Measures the list of articles on an archive made by bench.make_articles.

    python -m bench.search --folder var/bench [--postgres]

In one run: each question asked of the bare library, of our engine layer at first and again, of a
server as in production by one client at first and again, the mix by eight clients, and with
``--postgres`` of PostgreSQL full text with GROUP BY facets. Exits with 1 where a target is missed
or a page fails.
"""

import argparse
import random
import sys
from pathlib import Path

from bench.place import set_up


def main() -> None:
    options = parse()
    place = set_up(options.folder)
    from bench.search.run import Run  # models need Django to be set up

    run = Run(place, options, random.Random(options.seed))
    sys.exit(0 if run.whole() else 1)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", default="var/bench", type=Path)
    parser.add_argument("--questions", type=int, default=200, help="asked by one client")
    parser.add_argument("--mix", type=int, default=800, help="asked by eight clients")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
