"""Pages a second of the whole page parser beside the library's bare body extraction.

    python -m bench.html --folder FOLDER

FOLDER holds gold.jsonl, one JSON object a line with "file" (a gzipped page) and "url". The pages
belong to their publishers and are no part of this repository.
"""

import argparse
import gzip
import json
import os
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

import trafilatura  # noqa: E402

from articles.ingestion import IngestError  # noqa: E402
from articles.ingestion.webpage import parse_page  # noqa: E402


def extract(content: bytes, url: str | None) -> dict:
    """The form that an evaluation of extractors takes: plain fields and paragraphs."""
    try:
        parsed = parse_page(content, url or "")
    except IngestError:
        return {}
    story = parsed.story
    at = parsed.published_at.isoformat() if parsed.published_at else ""
    same_day = parsed.published_at and parsed.published_at.date() == story.published_on
    return {
        "title": story.headline,
        "deck": story.deck,
        "authors": [byline.name or byline.agency for byline in story.bylines],
        "date": at if same_day else story.published_on.isoformat() if story.published_on else "",
        "site": story.outlet,
        "canonical_url": parsed.canonical_url,
        "paragraphs": _with_dateline(story),
    }


def _with_dateline(story) -> list[str]:
    """The dateline is a field of its own here; evaluations count it as words of the body."""
    if not story.dateline:
        return story.body.split("\n\n")
    agency = next((f" ({byline.agency})" for byline in story.bylines if byline.agency), "")
    return f"{story.dateline}{agency} — {story.body}".split("\n\n")


def bare(content: bytes, url: str | None) -> None:
    trafilatura.bare_extraction(
        content, url=url, fast=True, include_comments=False, with_metadata=False
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    folder = parser.parse_args().folder
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf8").splitlines()]
    pages = [(gzip.decompress(Path(row["file"]).read_bytes()), row.get("url")) for row in rows]
    seconds = {extract: 0.0, bare: 0.0}
    for content, url in pages:  # one after the other, so that both meet the same machine
        for function in seconds:
            start = time.process_time()
            function(content, url)
            seconds[function] += time.process_time() - start
    ours, library = (len(pages) / seconds[one] for one in (extract, bare))
    print(f"{len(pages)} pages: {ours:.1f} a second, bare body extraction {library:.1f},")
    print(f"ratio {ours / library:.2f} (at least 0.50 is wanted)")


if __name__ == "__main__":
    main()
