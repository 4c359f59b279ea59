"""What finding the Statement of a quote costs as more and more are known:

    python -m bench.statements [--quotes 1000000] [--folder var/bench-statements]

Quotes are made up from a fixed seed with words distributed as in English; every tenth is cut from
an earlier one. They come ten to an article. Prints, for each tenth of the way, the seconds of this
process for a thousand quotes, and at the end how many of the cut ones joined the statement they
were cut from.
"""

import argparse
import random
import shutil
import time

from django.core.management import call_command

from bench.place import set_up
from bench.words import Words

PER_ARTICLE, CUT = 10, 0.1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=1_000_000)
    parser.add_argument("--folder", default="var/bench-statements")
    parser.add_argument("--seed", type=int, default=2031)
    chosen = parser.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    set_up(chosen.folder)
    call_command("migrate", verbosity=0)
    run(chosen.quotes, random.Random(chosen.seed))


def run(quotes: int, source: random.Random) -> None:
    from django.db import transaction

    words = Words(source)
    known: list[tuple[str, int]] = []
    joined = cut = 0
    step = max(PER_ARTICLE, quotes // 10)
    started = time.process_time()
    for done in range(0, quotes, PER_ARTICLE):
        if done and done % step == 0:
            print(f"{done:8} quotes: {1000 * (time.process_time() - started) / step:.2f} ms each")
            started = time.process_time()
        said = [_quote(words, known, source) for _ in range(PER_ARTICLE)]
        with transaction.atomic():
            found = _statements([text for text, _ in said])
        cut += sum(origin is not None for _, origin in said)
        joined += sum(
            pk == origin for pk, (_, origin) in zip(found, said, strict=True) if origin is not None
        )
        known += [(text, pk) for pk, (text, origin) in zip(found, said, strict=True) if not origin]
    print(f"{joined} of {cut} cut quotes joined the statement they were cut from")


def _quote(words: Words, known: list, source: random.Random) -> tuple[str, int | None]:
    """The words, and the statement that they are cut from."""
    if known and source.random() < CUT:
        text, statement = source.choice(known)
        told = text.split()
        start = source.randrange(max(1, len(told) - 8))
        return " ".join(told[start : start + source.randint(8, 14)]), statement
    return " ".join(words.some(source.randint(8, 40))), None


def _statements(texts: list[str]) -> list[int]:
    from articles.extraction import QuoteReading
    from articles.ingestion.statements import statements_for

    readings = [
        QuoteReading(kind="direct", spans=(), text=text, statement=number)
        for number, text in enumerate(texts)
    ]
    found = statements_for(readings, {})
    return [found[number] for number in range(len(texts))]


if __name__ == "__main__":
    main()
