"""The labelled articles as they lie in the files of this folder."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from articles.extraction import Story

from .markup import BadMark, Marked, take_out

HERE = Path(__file__).parent
SPLITS = ("dev", "closed")


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    name: str
    date: dt.date
    outlet: str
    split: str
    races: tuple[str, ...]
    headline: Marked
    body: Marked

    @property
    def story(self) -> Story:
        """As extraction takes it."""
        return Story(
            headline=self.headline.text,
            body=self.body.text,
            blocks=("paragraph",) * (self.body.text.count("\n\n") + 1),
            outlet=self.outlet,
            published_on=self.date,
            published_from="stated",
        )


def labelled_articles(*splits: str) -> list[LabelledArticle]:
    """All articles of the splits, in the order of the files."""
    paths = [path for split in splits for path in sorted(HERE.glob(f"{split}-*.txt"))]
    return [article for path in paths for article in read_articles(path.read_text("utf8"))]


def read_articles(text: str) -> Iterable[LabelledArticle]:
    """The articles of one file; raises BadMark, with the article's name, where one is not right."""
    for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, rest = part.split("\n", 1)
        try:
            yield _article(name.strip(), rest)
        except (BadMark, KeyError, ValueError) as error:
            raise BadMark(f"{name.strip()}: {error}") from error


def _article(name: str, text: str) -> LabelledArticle:
    head, body = re.split(r"^---\s*$", text, maxsplit=1, flags=re.MULTILINE)
    told = dict(_field(line) for line in head.strip().splitlines() if line.strip())
    return LabelledArticle(
        name=name,
        date=dt.date.fromisoformat(told["date"]),
        outlet=told.get("outlet", ""),
        split=told["split"],
        races=tuple(re.split(r"[,;\s]+", told["races"])) if told.get("races") else (),
        headline=take_out(told.get("headline", "")),
        body=take_out(_paragraphs(body)),
    )


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()


def _paragraphs(body: str) -> str:
    """Paragraphs parted by one blank line, each on a line of its own."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", body.strip()))
    return "\n\n".join(part for part in parts if part)
