"""An article as it is printed: its paragraphs marked, each with the notes beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.marking import PERSON, QUOTE, Mark, Stretch, marked
from articles.models import BlockKind, Mention, Quote, RaceLink, TextField, Version
from articles.models.rights import quote_may_be_shown, shown_text
from articles.views.findings import Findings


@dataclass(frozen=True, slots=True)
class Notes:
    """What is told beside a paragraph: of quotes that begin, and who and what it names first."""

    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    races: tuple[RaceLink, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.quotes or self.mentions or self.races)


@dataclass(frozen=True, slots=True)
class Passage:
    kind: str
    stretches: tuple[Stretch, ...]
    notes: Notes

    @property
    def template(self) -> str:
        """The one that prints a paragraph of its kind."""
        kind = self.kind if self.kind in BlockKind.values else BlockKind.PARAGRAPH.value
        return f"articles/blocks/{kind}.html"


@dataclass(slots=True)
class Reader:
    """Goes through one version; whoever was noted once is not noted again."""

    version: Version
    rights: str
    findings: Findings
    noted: set = field(default_factory=set)

    def deck(self) -> Passage | None:
        return self._whole(TextField.DECK, "deck")

    def caption(self) -> Passage | None:
        return self._whole(TextField.CAPTION, "caption")

    def body(self) -> list[Passage]:
        """The paragraphs that the rights let the public see; the last may be cut."""
        limit = len(self._shown(TextField.BODY))
        shown = [one for one in self.version.paragraphs() if one[0] < limit]
        return [
            self._passage(TextField.BODY, kind, text[: limit - start], start)
            for start, kind, text in shown
        ]

    def _whole(self, part: TextField, kind: str) -> Passage | None:
        text = self._shown(part)
        return self._passage(part, kind, text, 0) if text else None

    def _shown(self, part: TextField) -> str:
        return shown_text(self.rights, part.value, self.version.text_of(part))

    def _passage(self, part: TextField, kind: str, text: str, start: int) -> Passage:
        end = start + len(text)
        marks = [
            *(mark for quote in self.findings.quotes for mark in quote_marks(quote, part)),
            *self._person_marks(part),
        ]
        notes = Notes(
            tuple(self._new(part, self.findings.quotes, start, end)),
            tuple(self._new(part, self.findings.mentions, start, end)),
            tuple(self._new(part, self.findings.races, start, end)),
        )
        return Passage(kind, marked(text, marks, start), notes)

    def _person_marks(self, part: TextField) -> list[Mark]:
        return [
            Mark(span.start, span.end, PERSON, mention)
            for mention in self.findings.mentions
            for span in mention.spans.all()
            if span.field == part
        ]

    def _new(self, part: TextField, rows: Iterable, start: int, end: int) -> list:
        found = [
            row
            for row in rows
            if (type(row), row.pk) not in self.noted
            and any(span.field == part and start <= span.start < end for span in row.spans.all())
        ]
        self.noted |= {(type(row), row.pk) for row in found}
        return found


def quote_marks(quote: Quote, part: TextField) -> list[Mark]:
    """Where the words stand in one part of the text; the first of them can be reached."""
    return [
        Mark(span.start, span.end, QUOTE, quote, anchor="" if number else quote.anchor)
        for number, span in enumerate(quote.spans.all())
        if span.field == part
    ]


def words_that_may_be_shown(quote: Quote) -> str:
    """The words of a quote, its parts joined; "" where the rights hide any of them."""
    return quote.words if quote_may_be_shown(quote) else ""
