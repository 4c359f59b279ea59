"""Variants of a story as desks make them, and texts that only look like copies of it.

Each is made from texts of one half, by a random generator seeded with the story's name.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterator

from tests.extraction.copies.labelled import HERE, Text

FEWEST_WORDS = 50
SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"")

# Style: what one desk writes otherwise than the next.
STYLE = (
    (r"\bpercent\b", "per cent"),
    (r"\bon (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", r"\1day"),
    (r"\bSen\. ", "U.S. Senator "),
    (r"\bRep\. ", "Congressman "),
    (r"\bGov\. ", "Governor "),
    (r"\bwho was\b", "who had been"),
    (r"\bthe U\.S\. Senate\b", "the Senate"),
    (r"\bformer\b", "one-time"),
    (r"\bmore than\b", "over"),
    (r"\bafter\b", "following"),
    (r"\bNov\. ", "November "),
    (r"\b, according to [^.,]+\.", "."),
    (r"\bPresident Donald Trump\b", "the president"),
    (r"\bthat he\b", "he"),
    (r"\bcounties\b", "the counties"),
)
PHRASES = tomllib.loads((HERE / "phrases.toml").read_text("utf8"))

Change = Callable[[list[str], random.Random], list[str]]


def variants(story: Text) -> Iterator[tuple[str, Text]]:
    """(kind of change, text) for each change that leaves fifty words of the report."""
    for kind, changes in CHANGES.items():
        chance = random.Random(f"{story.name} {kind}")
        paragraphs = story.body.split("\n\n")
        for change in changes:
            paragraphs = change(paragraphs, chance)
        if "cut" in kind and _prose(paragraphs) < FEWEST_WORDS:
            continue
        body = "\n\n".join(paragraphs)
        yield kind, Text(f"{story.name} ({kind})", story.carries, body, story.half)


def roundup(one: Text, other: Text) -> Text:
    """Both stories in one text, the second cut."""
    cut = _quarter(other.body.split("\n\n"), random.Random(other.name))
    body = "\n\n".join(["Also on Tuesday:", one.body, *cut])
    return Text(f"roundup of {one.name}, {other.name}", one.carries | other.carries, body, one.half)


def look_alikes(one: Text, other: Text) -> Iterator[tuple[str, Text, Text]]:
    """(kind, text, text): two different stories that were given the same words to share."""
    chance = random.Random(f"{one.name} {other.name}")
    for kind, shared in (
        ("the same speech", [chance.choice(PHRASES["speeches"])]),
        ("the same two speeches", PHRASES["speeches"]),
        ("the same background", [chance.choice(PHRASES["background"])]),
    ):
        yield kind, *(_with(text, shared, chance, kind) for text in (one, other))


def _with(text: Text, shared: list[str], chance: random.Random, kind: str) -> Text:
    paragraphs = text.body.split("\n\n")
    place = chance.randint(1, len(paragraphs))
    body = "\n\n".join([*paragraphs[:place], *shared, *paragraphs[place:]])
    return Text(f"{text.name} ({kind})", text.carries, body, text.half)


def _prose(paragraphs: list[str]) -> int:
    return len(SPEECH.sub(" ", " ".join(paragraphs)).split())


def _quarter(paragraphs: list[str], chance: random.Random) -> list[str]:
    """The first quarter, or as much more as fifty words of prose need."""
    kept = max(1, round(len(paragraphs) / 4))
    while kept < len(paragraphs) and _prose(paragraphs[:kept]) < FEWEST_WORDS:
        kept += 1
    return paragraphs[:kept]


def _half(paragraphs: list[str], chance: random.Random) -> list[str]:
    return paragraphs[: max(2, len(paragraphs) // 2)]


def _local_lead(paragraphs: list[str], chance: random.Random) -> list[str]:
    names = {
        "place": chance.choice(PHRASES["places"]),
        "hall": chance.choice(PHRASES["halls"]),
        "who": chance.choice(PHRASES["people"]),
    }
    lead = [line.format(**names) for line in chance.sample(PHRASES["local"], chance.randint(2, 3))]
    return [*lead, *paragraphs]


def _style(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Other spellings, and every fourth sentence without its last clause."""
    return [_styled(paragraph) for paragraph in paragraphs]


def _styled(paragraph: str) -> str:
    for pattern, instead in STYLE:
        paragraph = re.sub(pattern, instead, paragraph)
    sentences = re.split(r"(?<=[.?!]) (?=[A-Z])", paragraph)
    for at in range(3, len(sentences), 4):
        sentences[at] = re.sub(r", [^,“”]+\.$", ".", sentences[at])
    return " ".join(sentences)


def _moved(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Two paragraphs change places, two become one, one is dropped."""
    moved = list(paragraphs)
    if len(moved) > 3:
        at = chance.randrange(1, len(moved) - 1)
        moved[at], moved[at + 1] = moved[at + 1], moved[at]
        moved[1:3] = [" ".join(moved[1:3])]
    if len(moved) > 4:
        del moved[chance.randrange(2, len(moved))]
    return moved


def _straight_marks(paragraphs: list[str], chance: random.Random) -> list[str]:
    return [paragraph.translate(str.maketrans("“”‘’", "\"\"''")) for paragraph in paragraphs]


def _single_marks(paragraphs: list[str], chance: random.Random) -> list[str]:
    return [paragraph.translate(str.maketrans("“”", "‘’")) for paragraph in paragraphs]


CHANGES: dict[str, tuple[Change, ...]] = {
    "cut to the first quarter": (_quarter,),
    "local lead": (_local_lead,),
    "style": (_style,),
    "paragraphs moved and merged": (_moved,),
    "straight marks": (_straight_marks,),
    "single marks": (_single_marks,),
    "cut to half, local lead": (_half, _local_lead),
    "cut to half, style, local lead": (_half, _style, _local_lead),
    "style, moved, straight marks": (_style, _moved, _straight_marks),
}
