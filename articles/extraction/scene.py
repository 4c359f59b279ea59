"""One field of a story as the attribution of speech sees it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from .clusters import is_person
from .findings import Cluster, NameMention
from .marks import Quoted
from .spans import Span, SpanSet, Story, Stretches
from .speech import REPORTING
from .text import paragraph_bounds, sentence_bounds

_LAST_FEW = 40


class Named(NamedTuple):
    """A mention with the key of the cluster it belongs to."""

    mention: NameMention
    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Scene:
    """The words of one field with all that was found in them, and who is known to speak where."""

    field: str
    text: str
    paragraphs: Stretches
    sentences: Stretches
    named: tuple[Named, ...]
    names: Stretches  # where those named stand; none overlap
    quoted: tuple[Quoted, ...]
    opened: tuple[int, ...]  # where the quotations open
    marked: Stretches  # what lies between marks, joined
    clusters: dict[str, Cluster]
    blocks: tuple[str, ...] = ()
    on: date | None = None
    _attributed: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    @cached_property
    def genders(self) -> dict[str, frozenset[str]]:
        """By key of a cluster, whether "he", "she" or either may mean it."""
        return {key: _genders(one) for key, one in self.clusters.items()}

    @cached_property
    def holders(self) -> dict[str, list[tuple[int, str]]]:
        """Where whoever holds an office is named, for each office, in order."""
        return _holders(self.clusters.values(), self.field)

    @cached_property
    def verbs(self) -> tuple[re.Match[str], ...]:
        """All that may report something, sought once for the sentences and parts of them."""
        return tuple(REPORTING.finditer(self.text))

    def verbs_in(self, start: int, end: int) -> tuple[re.Match[str], ...]:
        """Those that lie between the positions."""
        first = bisect_left(self.verbs, start, key=re.Match.start)
        return self.verbs[first : bisect_right(self.verbs, end, key=re.Match.end)]

    def span(self, start: int, end: int) -> Span:
        return Span(self.field, start, end)

    def named_in(self, start: int, end: int) -> tuple[Named, ...]:
        """Mentions that lie between the positions."""
        first = bisect_left(self.names.starts, start)
        return self.named[first : bisect_right(self.names.ends, end)]

    def first_named(self, start: int, end: int) -> Named | None:
        return next(iter(self.named_in(start, end)), None)

    def named_at(self, start: int) -> Named | None:
        at = bisect_left(self.names.starts, start)
        return self.named[at] if self.names.starts[at : at + 1] == [start] else None

    def named_outside_quotes(self, start: int, end: int) -> list[Named]:
        return [one for one in self.named_in(start, end) if not self.is_quoted(one.start)]

    def is_quoted(self, position: int) -> bool:
        return self.marked.hold(position)

    def paragraph_at(self, position: int) -> int:
        return max(0, self.paragraphs.begun_by(position))

    def quoted_in(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The quotations that open between the positions."""
        return self.quoted[bisect_left(self.opened, start) : bisect_left(self.opened, end)]

    def attribute(self, position: int, key: str) -> None:
        """Keeps that somebody speaks in the sentence that holds the position."""
        self._attributed.setdefault(self.sentences.begun_by(position), []).append((position, key))

    def attributed_in(self, sentence: int, end: int) -> list[str]:
        """Who was found to speak in the sentence of that number ahead of `end`, the last few."""
        found = self._attributed.get(sentence, ())[-_LAST_FEW:]
        return [key for position, key in found if position < end]

    def in_one_sentence(self, first: int, second: int) -> bool:
        return self.sentences.begun_by(first) == self.sentences.begun_by(second)

    def sentences_before(self, position: int) -> range:
        """The numbers of the sentences that begin ahead of the position, the nearest first."""
        return range(bisect_left(self.sentences.starts, position) - 1, -1, -1)

    def sentence_before(self, position: int) -> tuple[int, int] | None:
        """The last sentence that ends by the position."""
        at = bisect_right(self.sentences.ends, position) - 1
        return self.sentences[at] if at >= 0 else None

    def sentences_in(self, paragraph: int) -> tuple[tuple[int, int], ...]:
        start, end = self.paragraphs[paragraph]
        starts = self.sentences.starts
        return self.sentences[bisect_left(starts, start) : bisect_left(starts, end)]


def between_marks(quoted: Iterable[Quoted]) -> Stretches:
    """Where the quoted parts lie, in order, those that meet joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(part for one in quoted for part in one.parts):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return Stretches(joined)


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
    return replace(scene, quoted=kept, opened=_opened(kept), marked=between_marks(kept))


def make_scene(story: Story, name: str, clusters: list[Cluster], quoted: list[Quoted]) -> Scene:
    text = getattr(story, name)
    paragraphs = Stretches(paragraph_bounds(text))
    named = _named(clusters, name)
    return Scene(
        field=name,
        text=text,
        paragraphs=paragraphs,
        sentences=Stretches(
            sentence for start, end in paragraphs for sentence in sentence_bounds(text, start, end)
        ),
        named=named,
        names=Stretches((one.start, one.end) for one in named),
        quoted=tuple(quoted),
        opened=_opened(quoted),
        marked=between_marks(quoted),
        clusters={one.key: one for one in clusters},
        blocks=story.blocks if name == "body" else (),
        on=story.published_on,
    )


def _opened(quoted: Iterable[Quoted]) -> tuple[int, ...]:
    return tuple(one.outer_start for one in quoted)


def _named(clusters: list[Cluster], name: str) -> tuple[Named, ...]:
    """Everybody's mentions in the field, left to right."""
    found = [
        Named(mention, one.key, mention.span.start, mention.span.end)
        for one in clusters
        for mention in one.mentions
        if mention.span.field == name
    ]
    return tuple(sorted(found, key=attrgetter("start")))


def _holders(clusters: Iterable[Cluster], name: str) -> dict[str, list[tuple[int, str]]]:
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
