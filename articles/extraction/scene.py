"""One field of a story as the attribution of speech sees it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from .clusters import is_person
from .findings import Cluster, NameMention
from .marks import Quoted
from .spans import Span, SpanSet, Story
from .text import paragraph_bounds, sentence_bounds

_LAST_FEW = 40


class Named(NamedTuple):
    """A mention with the key of the cluster it belongs to."""

    mention: NameMention
    key: str

    @property
    def start(self) -> int:
        return self.mention.span.start

    @property
    def end(self) -> int:
        return self.mention.span.end


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of one field with all that was found in them, and who is known to speak where."""

    field: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    named: tuple[Named, ...]
    quoted: tuple[Quoted, ...]
    clusters: dict[str, Cluster]
    marked: tuple[tuple[int, int], ...] = ()  # what lies between marks, in order, joined
    blocks: tuple[str, ...] = ()
    on: date | None = None
    starts: tuple[int, ...] = ()  # where those named stand
    genders: dict[str, frozenset[str]] = field(default_factory=dict)  # "he", "she" or either
    holders: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # by office, in order
    _attributed: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        return Span(self.field, start, end)

    def named_in(self, start: int, end: int) -> Iterator[Named]:
        """Mentions that lie between the positions; none overlap."""
        for at in range(bisect_left(self.starts, start), len(self.named)):
            one = self.named[at]
            if one.end > end:
                return
            yield one

    def named_outside_quotes(self, start: int, end: int) -> list[Named]:
        return [one for one in self.named_in(start, end) if not self.is_quoted(one.start)]

    def is_quoted(self, position: int) -> bool:
        at = bisect_right(self.marked, (position, len(self.text))) - 1
        return at >= 0 and position < self.marked[at][1]

    def paragraph_at(self, position: int) -> int:
        return max(0, bisect_right(self.paragraphs, (position, len(self.text))) - 1)

    def quoted_in(self, start: int, end: int) -> list[Quoted]:
        """The quotations that open between the positions."""
        first = bisect_left(self.quoted, start, key=_opens_at)
        return list(self.quoted[first : bisect_left(self.quoted, end, lo=first, key=_opens_at)])

    def attribute(self, position: int, key: str) -> None:
        """Keeps that somebody speaks in the sentence that holds the position."""
        self._attributed.setdefault(self._sentence_at(position), []).append((position, key))

    def attributed_in(self, sentence: int, end: int) -> list[str]:
        """Who was found to speak in the sentence of that number ahead of `end`, the last few."""
        found = self._attributed.get(sentence, ())[-_LAST_FEW:]
        return [key for position, key in found if position < end]

    def in_one_sentence(self, first: int, second: int) -> bool:
        return self._sentence_at(first) == self._sentence_at(second)

    def _sentence_at(self, position: int) -> int:
        return bisect_right(self.sentences, position, key=_start_of) - 1

    def sentences_before(self, position: int) -> range:
        """The numbers of the sentences that begin ahead of the position, the nearest first."""
        return range(bisect_left(self.sentences, position, key=_start_of) - 1, -1, -1)

    def sentence_before(self, position: int) -> tuple[int, int] | None:
        """The last sentence that ends by the position."""
        at = bisect_right(self.sentences, position, key=_end_of) - 1
        return self.sentences[at] if at >= 0 else None

    def sentences_in(self, paragraph: int) -> list[tuple[int, int]]:
        start, end = self.paragraphs[paragraph]
        first = bisect_left(self.sentences, (start, 0))
        last = bisect_right(self.sentences, (end, 0))
        return list(self.sentences[first:last])


def between_marks(quoted: Iterable[Quoted]) -> tuple[tuple[int, int], ...]:
    """Where the quoted parts lie, in order, those that meet joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(part for one in quoted for part in one.parts):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def without(scene: Scene, spans: list[Span]) -> Scene:
    """The scene without the quotations that open in one of the spans, or hold where it opens."""
    if not spans:
        return scene
    held = SpanSet(span._replace(start=span.start - 2) for span in spans)
    kept = tuple(
        one
        for one in scene.quoted
        if not held.hold(one.start, one.start + 1)
        and not held.open_in(one.outer_start, one.outer_end)
    )
    return replace(scene, quoted=kept, marked=between_marks(kept))


def _opens_at(quoted: Quoted) -> int:
    return quoted.outer_start


def _start_of(sentence: tuple[int, int]) -> int:
    return sentence[0]


def _end_of(sentence: tuple[int, int]) -> int:
    return sentence[1]


def make_scene(story: Story, name: str, clusters: list[Cluster], quoted: list[Quoted]) -> Scene:
    text = getattr(story, name)
    paragraphs = tuple(paragraph_bounds(text))
    named = sorted(
        (
            Named(mention, one.key)
            for one in clusters
            for mention in one.mentions
            if mention.span.field == name
        ),
        key=lambda one: one.start,
    )
    return Scene(
        field=name,
        text=text,
        paragraphs=paragraphs,
        sentences=tuple(
            sentence for start, end in paragraphs for sentence in sentence_bounds(text, start, end)
        ),
        named=tuple(named),
        starts=tuple(one.start for one in named),
        quoted=tuple(quoted),
        marked=between_marks(quoted),
        clusters={one.key: one for one in clusters},
        genders={one.key: _genders(one) for one in clusters},
        holders=_holders(clusters, name),
        blocks=story.blocks if name == "body" else (),
        on=story.published_on,
    )


def _holders(clusters: list[Cluster], name: str) -> dict[str, list[tuple[int, str]]]:
    """Where whoever holds an office is named, for each office, in order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for one in clusters:
        places = [(m.span.start, one.key) for m in one.mentions if m.span.field == name]
        for office in {m.office for m in one.mentions if m.office and not m.former}:
            found.setdefault(office, []).extend(places)
    return {office: sorted(places) for office, places in found.items()}


_EITHER = frozenset("MF")


def _genders(one: Cluster) -> frozenset[str]:
    """Those that the mentions tell; either, of a person of whom they tell none."""
    known = frozenset(mention.gender for mention in one.mentions if mention.gender)
    return known or (_EITHER if is_person(one) else frozenset())
