"""Articles a second of the whole way in, beside the bare body extraction, in one process.

    python -m bench.ingest [--items 400] [--people 20000] [--folder var/bench-ingest] [--pages F]
    python -m bench.ingest --memory --items 50000

Each Item's bytes are kept, read, understood against the roster and stored, as a worker does it;
the index is brought up to date behind it and told apart. Rates are by a core's own seconds, so
that what else runs on the machine disturbs them little. Pages are made up, see ``pages.py``, or
real ones: F holds gold.jsonl as for ``bench.html``.
Exits with 1 below 40 texts a second, below half the bare rate for pages, or above 1 kB an Item.
"""

import argparse
import gc
import gzip
import io
import json
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.place import set_up, use_cores

LEAST_TEXTS, LEAST_SHARE, MOST_GROWTH = 40, 0.5, 1024
WARM = 60


def main() -> None:
    options = parse()
    shutil.rmtree(options.folder, ignore_errors=True)
    set_up(options.folder)
    use_cores(1)
    from bench import intake  # models need Django to be set up

    source = random.Random(options.seed)
    people = intake.fill(options.people, source)
    writer = intake.Writer(source, people)
    print(f"roster: {options.people} people; one core; {options.items} Items of each kind")
    if options.memory:
        sys.exit(memory(intake, writer, options.items))
    sys.exit(speed(intake, writer, options.items, options.pages))


def speed(intake, writer, items: int, folder: Path | None) -> int:
    work(intake, [("warm.txt", writer.text()) for _ in range(WARM)])
    pages = [(f"{at}.html", writer.page()) for at in range(items)]
    if folder:
        pages = real_pages(folder)[:items]
    texts = [(f"{at}.txt", writer.text()) for at in range(items)]
    size = sum(len(page) for _, page in pages) // len(pages)
    bare = rate(lambda: [intake.bare(page) for _, page in pages], len(pages))
    print(f"bare body extraction      {bare:7.1f} pages a second (pages of {size // 1000} kB)")
    in_text = rate(lambda: work(intake, texts), items)
    print(f"whole way in, plain text  {in_text:7.1f} articles a second")
    in_page = rate(lambda: work(intake, pages, strict=folder is None), len(pages))
    share = in_page / bare
    print(f"whole way in, pages       {in_page:7.1f} articles a second = {share:.2f} of bare")
    index = rate(intake.index, items + len(pages) + WARM)
    print(f"index, behind it          {index:7.1f} articles a second")
    return int(in_text < LEAST_TEXTS or share < LEAST_SHARE)


def memory(intake, writer, items: int) -> int:
    """Growth from a tenth of the way on: until then caches fill."""
    first, done, before = items // 10, 0, 0
    for chunk in chunks(writer, items):
        work(intake, chunk)
        done += len(chunk)
        gc.collect()
        if not before and done >= first:
            before, first = resident(), done
        print(f"{done:7} Items, {resident() / 1e6:.1f} MB", flush=True)
    growth = (resident() - before) / max(1, done - first)
    print(f"growth: {growth:.0f} bytes an Item over the last {done - first}")
    return int(growth > MOST_GROWTH)


def chunks(writer, items: int) -> Iterator[list[tuple[str, bytes]]]:
    for start in range(0, items, 1000):
        yield [(f"{at}.txt", writer.text(150)) for at in range(start, min(items, start + 1000))]


def real_pages(folder: Path) -> list[tuple[str, bytes]]:
    rows = (json.loads(line) for line in (folder / "gold.jsonl").read_text("utf8").splitlines())
    files = (Path(row["file"]) for row in rows)
    return [(f"{at}.html", gzip.decompress(file.read_bytes())) for at, file in enumerate(files)]


def work(intake, files: list[tuple[str, bytes]], *, strict: bool = True) -> None:
    """With ``strict``, each file has to become an article."""
    batch = intake.new_batch()
    for name, content in files:
        intake.add(batch, io.BytesIO(content), name)
    states = intake.run(batch)
    if strict and set(states) != {"done"}:
        raise SystemExit(f"Not every Item became an article: {states}")


def rate(task: Callable[[], object], number: int) -> float:
    started = time.process_time()
    task()
    return number / (time.process_time() - started)


def resident() -> int:
    """Bytes of memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=400)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--folder", default="var/bench-ingest")
    parser.add_argument("--seed", type=int, default=2020)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--pages", type=Path, metavar="F", help="a folder of real pages")
    return parser.parse_args()


if __name__ == "__main__":
    main()
