"""Every labelled pair: events, stories, variants beside all others of their half, look-alikes."""

from collections.abc import Iterator
from itertools import pairwise

from tests.extraction.copies.labelled import HALVES, Pair, Text, events, pairs_of, stories
from tests.extraction.copies.variants import look_alikes, roundup, variants


def all_pairs() -> Iterator[Pair]:
    """The whole labelled set, always in the same order."""
    yield from pairs_of(events(), "event")
    base = stories()
    yield from pairs_of(base, "story")
    for half in HALVES:
        members = [text for text in base if text.half == half]
        yield from _beside_variants(members)
        yield from _roundups(members)
        yield from _alike(members)


def _beside_variants(members: list[Text]) -> Iterator[Pair]:
    """Each variant beside every story: a copy of its own and of no other."""
    for story in members:
        made = dict(variants(story))
        for kind, text in made.items():
            for other in members:
                yield Pair(text, other, bool(text.carries & other.carries), kind)
        for (kind, one), (_, other) in pairwise(made.items()):
            if "quarter" not in one.name:
                yield Pair(one, other, True, f"two variants: {kind}")


def _roundups(members: list[Text]) -> Iterator[Pair]:
    for one, other in pairwise(members):
        text = roundup(one, other)
        for story in members:
            yield Pair(text, story, bool(text.carries & story.carries), "roundup")


def _alike(members: list[Text]) -> Iterator[Pair]:
    for one, other in pairwise(members):
        if one.carries & other.carries:
            continue
        for kind, first, second in look_alikes(one, other):
            yield Pair(first, second, False, kind)
