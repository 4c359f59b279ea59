"""Prints what ``link_scores`` counts over articles: shares with 95 % intervals, per split."""

import datetime as dt
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.extraction import LookUps, Reading, Roster, Story, read
from bench.link_scores import Guess, Scores, score_links

ROUNDS, SEED = 1000, 2031
BINS = 10
SHOWN_SPLIT = "dev"  # of the other split no single article is ever shown

Fetch = Callable[[LookUps], Roster]
Figure = Callable[[Counter], float]


def share(part: str, whole: str) -> Figure:
    return lambda counts: 100 * counts[part] / counts[whole] if counts[whole] else 100.0


def f1(subset: str, right: str) -> Figure:
    def figure(counts: Counter) -> float:
        both = counts[f"{subset} labelled"] + counts[f"{subset} found"]
        return 200 * counts[f"{subset} {right}"] / both if both else 0.0

    return figure


FIGURES: dict[str, Figure] = {
    "people, precision": share("places right", "places linked"),
    "people, recall": share("known linked", "known labelled"),
    "doubtful, linked": share("doubtful linked", "doubtful labelled"),
    "no mention, taken for one": share("thing mentioned", "thing labelled"),
    "strangers, proposed": share("stranger proposed", "stranger labelled"),
    "strangers, linked": share("stranger linked", "stranger labelled"),
    "races, precision": share("races right", "races linked"),
    "races, recall": share("races right", "races labelled"),
    "pronoun speakers, of found": share("pronouns right", "pronouns found"),
    "pronoun speakers, of all": share("pronouns right", "pronouns labelled"),
    **{
        f"{subset}, {name}": f1(subset, right)
        for subset in ("direct", "direct + mixed", "all speech")
        for name, right in (("span F1", "spans"), ("joint F1", "joint"))
    },
}


@dataclass(frozen=True, slots=True)
class Result:
    split: str
    scores: list[Scores]
    words: int
    seconds: float

    @property
    def counts(self) -> Counter:
        return sum((one.counts for one in self.scores), Counter())

    @property
    def guesses(self) -> list[Guess]:
        return [guess for one in self.scores for guess in one.guesses]


def story_of(row: dict) -> Story:
    body = row["text"]
    return Story(
        headline=row.get("headline", ""),
        body=body,
        blocks=("paragraph",) * (body.count("\n\n") + 1),
        outlet=row.get("outlet", ""),
        published_on=dt.date.fromisoformat(row["date"]),
        published_from="stated",
    )


def readings(rows: Iterable[dict], fetch: Fetch) -> list[tuple[dict, Reading]]:
    return [(row, read(story_of(row), fetch)) for row in rows]


def measure(rows: list[dict], fetch: Fetch, split: str) -> Result:
    """All articles of one split read and scored."""
    started = time.process_time()
    done = readings(rows, fetch)
    seconds = time.process_time() - started
    words = sum(len(row["text"].split()) for row in rows)
    return Result(split, [score_links(row, reading) for row, reading in done], words, seconds)


def calibration_error(guesses: list[Guess]) -> float:
    """How far confidences are from the share that is right, over bins, weighted by their size."""
    bins: dict[int, list[Guess]] = {}
    for guess in guesses:
        bins.setdefault(min(BINS - 1, int(guess.confidence * BINS)), []).append(guess)
    gaps = (
        abs(sum(one.confidence for one in held) - sum(one.right for one in held))
        for held in bins.values()
    )
    return sum(gaps) / len(guesses) if guesses else 0.0


def interval(scores: list[Scores], figure: Callable[[list[Scores]], float]) -> tuple[float, float]:
    """Where the figure lies in 95 of 100 draws of as many articles."""
    source = random.Random(SEED)
    drawn = sorted(figure(source.choices(scores, k=len(scores))) for _ in range(ROUNDS))
    return drawn[int(0.025 * ROUNDS)], drawn[int(0.975 * ROUNDS) - 1]


def report(result: Result, errors: int) -> None:
    """Prints every figure of one split, and of the open one its commonest errors."""
    print(f"\n{result.split}: {len(result.scores)} articles, {result.words} words")
    for name, figure in FIGURES.items():
        low, high = interval(result.scores, lambda drawn, figure=figure: figure(_sum(drawn)))
        print(f"  {name:28}{figure(result.counts):6.1f}   ({low:.1f} to {high:.1f})")
    for noun in ("person", "race", "speaker", ""):
        _report_calibration(result, noun)
    counts = result.counts
    print(f"  {counts['known labelled']} places of people, {counts['races labelled']} races")
    if result.split == SHOWN_SPLIT:
        _report_errors(result, errors)


def _sum(scores: list[Scores]) -> Counter:
    total: Counter = Counter()
    for one in scores:
        total.update(one.counts)
    return total


def _report_calibration(result: Result, noun: str) -> None:
    def error(scores: list[Scores]) -> float:
        return calibration_error(
            [guess for one in scores for guess in one.guesses if noun in ("", guess.noun)]
        )

    low, high = interval(result.scores, error)
    name = f"calibration error, {noun or 'all'}"
    print(f"  {name:28}{error(result.scores):6.3f}   ({low:.3f} to {high:.3f})")


def _report_errors(result: Result, number: int) -> None:
    wrong = [one for scores in result.scores for one in scores.wrong]
    for kind, count in Counter(one.kind for one in wrong).most_common():
        print(f"{count:6} {kind}")
        for one in [one for one in wrong if one.kind == kind][:number]:
            print(f"         {one.words} is {one.label or 'unlabelled'}, found: {one.found or '-'}")


def report_confidences(guesses: list[Guess]) -> None:
    """How many links each rule made, the share that is right, and the confidence they bear."""
    by_rule: dict[tuple[str, str, str], list[Guess]] = {}
    for guess in guesses:
        by_rule.setdefault((guess.noun, guess.state, guess.method), []).append(guess)
    for rule, held in sorted(by_rule.items(), key=lambda item: -len(item[1])):
        right = sum(one.right for one in held) / len(held)
        mean = sum(one.confidence for one in held) / len(held)
        print(f"{len(held):6} {' '.join(rule):60} right {right:.2f} confidence {mean:.2f}")
