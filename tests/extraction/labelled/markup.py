"""The marks of GUIDELINE.md taken out of a text: plain words, whom they name, who says them."""

import re
from dataclasses import dataclass

MARK = re.compile(
    r"\{(?P<words>[^{}|]+)\|(?P<who>[^{}|]+)\}|<q (?P<told>[^<>]+)>|</q>|(?P<gap>\n\n)"
)
KINDS = {"d": "direct", "m": "mixed", "i": "indirect", "p": "post"}
STANDS = ("pronoun", "nominal", "carried")
AMBIGUOUS, NO_MENTION, UNKNOWN, NOBODY = "?", "x", "+", "-"


class BadMark(ValueError):
    """A mark that the guideline does not know."""


@dataclass(frozen=True, slots=True)
class Named:
    start: int
    end: int
    who: str


@dataclass(frozen=True, slots=True)
class Said:
    start: int
    end: int
    kind: str
    who: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    text: str
    named: tuple[Named, ...] = ()
    said: tuple[Said, ...] = ()


class _Reader:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.named: list[Named] = []
        self.said: list[Said] = []
        self.open: list[tuple[int, str]] = []

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def name(self, words: str, who: str) -> None:
        self.named.append(Named(self.length, self.length + len(words), who.strip()))
        self.add(words)

    def close_all(self) -> None:
        """A quotation that goes on in the next paragraph ends its mark with this one."""
        while self.open:
            self.close()

    def close(self) -> None:
        if not self.open:
            raise BadMark("</q> without <q>")
        start, told = self.open.pop()
        kind, who, *stands = told.split()
        if kind not in KINDS or any(one not in STANDS for one in stands):
            raise BadMark(f"<q {told}>")
        self.said.append(Said(start, self.length, KINDS[kind], who, " ".join(stands)))


def take_out(text: str) -> Marked:
    """The plain text with its names and speech; raises BadMark for marks it does not know."""
    reader, position = _Reader(), 0
    for hit in MARK.finditer(text):
        reader.add(text[position : hit.start()])
        position = hit.end()
        if hit["words"]:
            reader.name(hit["words"], hit["who"])
        elif hit["told"]:
            reader.open.append((reader.length, hit["told"]))
        elif hit["gap"]:
            reader.close_all()
            reader.add("\n\n")
        else:
            reader.close()
    reader.add(text[position:])
    reader.close_all()
    named, said = tuple(sorted(reader.named, key=_start)), tuple(sorted(reader.said, key=_start))
    return Marked("".join(reader.parts), named, said)


def _start(one: Named | Said) -> int:
    return one.start
