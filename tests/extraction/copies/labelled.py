"""The labelled texts: the hand-written events, the stories of the demonstration, their variants."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
STORIES = HERE.parent.parent.parent / "articles" / "demo" / "stories"
HALVES = ("tuning", "kept apart")


@dataclass(frozen=True, slots=True)
class Text:
    """``carries`` names the reports that stand in it: texts that share one are copies."""

    name: str
    carries: frozenset[str]
    body: str
    half: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether they are copies, and by what kind of change the pair was made."""

    one: Text
    other: Text
    is_copy: bool
    kind: str


def half_of(name: str) -> str:
    """Which half a story, an event or a copy set as a whole belongs to."""
    return HALVES[sha256(name.encode()).digest()[0] % 2]


def stories() -> list[Text]:
    """The demonstration's stories; those of one copy set carry the same."""
    found = []
    for path in sorted(STORIES.glob("*/*.txt")):
        _, head, body = path.read_text("utf8").split("+++\n", 2)
        report = tomllib.loads(head).get("copy_set", path.stem)
        found.append(Text(path.stem, frozenset([report]), body.strip(), half_of(report)))
    return found


def events() -> list[Text]:
    """The hand-written texts of all events."""
    return [text for path in sorted((HERE / "events").glob("*.txt")) for text in _event(path)]


def pairs_of(texts: list[Text], kind: str) -> Iterator[Pair]:
    """Every two texts of one half, labelled by what they carry."""
    by_half = defaultdict(list)
    for text in texts:
        by_half[text.half].append(text)
    for members in by_half.values():
        for one, other in combinations(members, 2):
            yield Pair(one, other, bool(one.carries & other.carries), kind)


def _event(path: Path) -> Iterator[Text]:
    event = path.stem
    for part in path.read_text("utf8").split("=== ")[1:]:
        head, body = part.split("\n", 1)
        name, carries, _ = (word.strip() for word in head.split("|", 2))
        reports = frozenset(f"{event}/{report}" for report in carries.split())
        yield Text(f"{event}/{name}", reports, body.strip(), half_of(event))
