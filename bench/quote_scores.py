"""How found quotes and their speakers are held against labelled ones.

Spans are cut at line breaks and trimmed to their first and last letter. A found span matches a
labelled one if what both cover is at least 0.8 of what either covers (intersection over union);
each counts once, the best overlap first. A speaker is right if the names are equal after titles,
articles and possessives are dropped, or share the family name.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

LEAST = 0.8
SUBSETS = {
    "direct": {"direct"},
    "direct + mixed": {"direct", "mixed"},
    "all speech": {"direct", "mixed", "indirect"},
}
DROPPED = re.compile(
    r"^(?:the|a|an|his|her|their|its|mr|mrs|ms|dr|sen|rep|gov|senator|representative|governor"
    r"|president|former|republican|democratic|candidate|attorney general|mayor)\.?\s+",
    re.IGNORECASE,
)
MARKS = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|``.*?(?:''|$)|''[^\n]*?(?:''|$)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of speech: ``start`` to ``end`` in code points of the article."""

    start: int
    end: int
    kind: str
    speaker: str = ""
    counts: bool = True  # beliefs and wishes are labelled too, and count for nothing


@dataclass
class Tally:
    """Labelled, found, matched, and matched with the right speaker."""

    counts: Counter = field(default_factory=Counter)

    def f1(self, right: str) -> float:
        both = self.counts["labelled"] + self.counts["found"]
        return 200 * self.counts[right] / both if both else 0.0


def pieces(text: str, spans: Iterable[Said]) -> list[Said]:
    """The spans cut at line breaks, trimmed, with the kind that the marks in the text tell."""
    marked = [hit.span() for hit in MARKS.finditer(text)]
    found = []
    for span in spans:
        for line in re.finditer(r"[^\n]+", text[span.start : span.end]):
            start, end = _trimmed(text, span.start + line.start(), span.start + line.end())
            if start < end:
                kind = _kind(text, start, end, marked)
                found.append(Said(start, end, kind, span.speaker, span.counts))
    return found


def score(text: str, labelled: list[Said], found: list[Said], tallies: dict[str, Tally]) -> list:
    """Adds one article to the tallies; gives (what is wrong, labelled or None, found or None)."""
    wrong = []
    for subset, kinds in SUBSETS.items():
        wanted = [one for one in labelled if one.kind in kinds and one.counts]
        ignored = [one for one in labelled if one not in wanted]
        pairs = _pairs(wanted, found)
        taken = {id(one) for _, one in pairs}
        extra = [
            one
            for one in found
            if id(one) not in taken and one.kind in kinds and not _inside(one, ignored)
        ]
        right = [pair for pair in pairs if same_speaker(pair[0].speaker, pair[1].speaker)]
        counts = tallies[subset].counts
        counts.update(
            labelled=len(wanted), found=len(pairs) + len(extra), spans=len(pairs), joint=len(right)
        )
        if subset == "all speech":
            hit = {id(one) for one, _ in pairs}
            wrong += [("missed", one, None) for one in wanted if id(one) not in hit]
            wrong += [("extra", None, one) for one in extra]
            wrong += [("speaker", *pair) for pair in pairs if pair not in right]
    return wrong


def same_speaker(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    first, second = _bare(one), _bare(other)
    return first == second or (first.split()[-1:] == second.split()[-1:] and one[0].isupper())


def _bare(name: str) -> str:
    name = re.split(r"[,(—]|\bwho\b", name)[0].strip().replace("’", "'").removesuffix("'s")
    while (shorter := DROPPED.sub("", name)) != name:
        name = shorter
    return " ".join(name.casefold().split())


def _pairs(labelled: list[Said], found: list[Said]) -> list[tuple[Said, Said]]:
    near = sorted(
        (
            (_overlap(one, other), -a, -b)
            for a, one in enumerate(labelled)
            for b, other in enumerate(found)
            if one.start < other.end and other.start < one.end
        ),
        reverse=True,
    )
    pairs, used = [], (set(), set())
    for overlap, a, b in near:
        if overlap >= LEAST and a not in used[0] and b not in used[1]:
            used[0].add(a)
            used[1].add(b)
            pairs.append((labelled[-a], found[-b]))
    return pairs


def _overlap(one: Said, other: Said) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def _inside(one: Said, ignored: list[Said]) -> bool:
    half = (one.end - one.start) / 2
    return any(min(one.end, other.end) - max(one.start, other.start) >= half for other in ignored)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    that = re.match(r"that\s+", text[start:end])
    return (start + that.end() if that else start), end


def _kind(text: str, start: int, end: int, marked: list[tuple[int, int]]) -> str:
    letters = [at for at in range(start, end) if text[at].isalnum()]
    inside = sum(any(a <= at < b for a, b in marked) for at in letters)
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * len(letters) else "mixed"
