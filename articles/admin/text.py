"""A text as the editors' pages print it: every finding highlighted where it stands."""

from dataclasses import dataclass

from articles.admin.cards import Cards
from articles.ingestion.corrections import words_key
from articles.marking import Stretch, marked


@dataclass(frozen=True, slots=True)
class Paragraph:
    field: str
    kind: str
    key: str
    stretches: tuple[Stretch, ...]


def paragraphs(text, cards: Cards) -> list[Paragraph]:
    """The paragraphs of a Story or Version: headline, deck, body and captions."""
    found = []
    for field in ("headline", "deck"):
        found += _whole(text, field, cards)
    found += _body(text, cards)
    return found + _whole(text, "caption", cards)


def _whole(text, field: str, cards: Cards) -> list[Paragraph]:
    words = getattr(text, field)
    if not words:
        return []
    return [Paragraph(field, field, "", marked(words, cards.marks(field)))]


def _body(text, cards: Cards) -> list[Paragraph]:
    marks, found, start = cards.marks("body"), [], 0
    words = text.body.split("\n\n") if text.body else []
    for paragraph, kind in zip(words, text.blocks, strict=False):
        stretches = marked(paragraph, marks, start)
        found.append(Paragraph("body", kind, words_key(paragraph), stretches))
        start += len(paragraph) + 2
    return found
