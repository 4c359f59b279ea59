"""Quotes and speakers held against labels: python -m bench.extraction DEV.jsonl

DEV.jsonl has one article a line: {"id", "text", "date", "quotes": [{"start", "end", "speaker",
"speech"}]}, positions in code points. Prints span and joint F1 for direct, direct and mixed, and
all speech, articles of 700 words a second, and the commonest errors; ``--predictions`` writes what
was found in the same form. The texts may belong to others: keep them out of the repository.
"""

import argparse
import bisect
import datetime as dt
import json
import re
import time
from collections import Counter
from pathlib import Path

from articles.extraction import Story
from articles.extraction.findings import Speech
from articles.extraction.reader import extract
from bench import linking
from bench.quote_scores import SUBSETS, Said, Tally, pieces, score
from tests.extraction.labelled.others import look_up

WORDS = 700


class Laid:
    """A text laid out as a body with a blank line between paragraphs, and the way back."""

    def __init__(self, text: str) -> None:
        self._starts, self._origins, parts, position = [], [], [], 0
        for line in re.finditer(r"[^\n]+", text):
            words = line.group().strip()
            if not words:
                continue
            self._starts.append(position)
            self._origins.append(line.start() + line.group().index(words))
            parts.append(words)
            position += len(words) + 2
        self.body, self.paragraphs = "\n\n".join(parts), len(parts)

    def origin(self, position: int) -> int:
        at = bisect.bisect_right(self._starts, position) - 1
        return self._origins[at] + position - self._starts[at]


def read(article: dict) -> tuple[list[dict], float]:
    """What is found, as predictions, and the seconds it took."""
    laid = Laid(article["text"])
    day = dt.date.fromisoformat(article["date"]) if article.get("date") else None
    blocks = ("paragraph",) * laid.paragraphs
    started = time.process_time()
    findings = extract(Story(body=laid.body, blocks=blocks, published_on=day))
    took = time.process_time() - started
    return [row for speech in findings.speeches for row in _rows(article, laid, speech)], took


def _rows(article: dict, laid: Laid, speech: Speech) -> list[dict]:
    rows = []
    for span in speech.spans:
        start, end = laid.origin(span.start), laid.origin(span.end - 1) + 1
        row = {"start": start, "end": end, "text": article["text"][start:end], "type": speech.kind}
        row["speaker"] = speech.speaker_text or None
        if speech.speaker_span:
            row["speaker_start"] = laid.origin(speech.speaker_span.start)
            row["speaker_end"] = laid.origin(speech.speaker_span.end - 1) + 1
        rows.append(row)
    return rows


def measure(articles: list[dict]) -> tuple[dict[str, Tally], list, list[dict], float]:
    tallies = {subset: Tally() for subset in SUBSETS}
    wrong, predictions, seconds = [], [], 0.0
    for article in articles:
        rows, took = read(article)
        seconds += took
        predictions.append({"id": article["id"], "quotes": rows})
        text = article["text"]
        labelled = pieces(text, [_said(row) for row in article["quotes"]])
        found = pieces(text, [_said(row) for row in rows])
        wrong += [(article, *one) for one in score(text, labelled, found, tallies)]
    return tallies, wrong, predictions, seconds


def _said(row: dict) -> Said:
    kind, speaker = row.get("type", ""), row.get("speaker") or ""
    return Said(row["start"], row["end"], kind, speaker, row.get("speech", True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--errors", type=int, default=12)
    parser.add_argument("--others", type=int, default=20_000)
    parser.add_argument("--confidences", action="store_true", help="each rule's share of right")
    chosen = parser.parse_args()
    articles = [json.loads(line) for line in chosen.articles.read_text("utf8").splitlines()]
    if any("people" in article for article in articles):
        _measure_links(articles, chosen)
    tallies, wrong, predictions, seconds = measure(articles)
    for subset, tally in tallies.items():
        print(f"{subset:16} span F1 {tally.f1('spans'):5.1f}   joint F1 {tally.f1('joint'):5.1f}")
    words = sum(len(article["text"].split()) for article in articles)
    print(f"{words / WORDS / seconds:.0f} articles of {WORDS} words a second")
    _print_errors(wrong, chosen.errors)
    if chosen.predictions:
        lines = (json.dumps(row, ensure_ascii=False) for row in predictions)
        chosen.predictions.write_text("\n".join(lines) + "\n", "utf8")


def _measure_links(articles: list[dict], chosen: argparse.Namespace) -> None:
    fetch = look_up(chosen.others)
    for split in dict.fromkeys(article["split"] for article in articles):
        rows = [article for article in articles if article["split"] == split]
        result = linking.measure(rows, fetch, split)
        linking.report(result, chosen.errors)
        if chosen.confidences and split == linking.SHOWN_SPLIT:
            linking.report_confidences(result.guesses)


def _print_errors(wrong: list, number: int) -> None:
    kinds = Counter((what, (one or other).kind) for _, what, one, other in wrong)
    for (what, kind), count in kinds.most_common():
        print(f"{count:6} {what}, {kind}")
    for article, what, one, other in wrong[:: max(1, len(wrong) // number)] if number else ():
        span = one or other
        words = article["text"][span.start : span.end][:90]
        print(
            f"{what}: {words!r} label: {one and one.speaker!r} found: {other and other.speaker!r}"
        )


if __name__ == "__main__":
    main()
