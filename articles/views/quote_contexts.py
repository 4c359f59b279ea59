"""The words of a quote within the paragraph they stand in, as far as the rights allow."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.extraction.text import beginning, ending
from articles.marking import MATCH, QUOTE, Mark, Stretch, marked
from articles.models import Quote
from articles.models.rights import quote_may_be_shown, shown_text
from articles.models.versions import PARAGRAPH_BREAK
from articles.search import Fragment

AROUND, LONGEST = 200, 700
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Context:
    """``is_cut``: whether its paragraph, or the quote, has words before and after it."""

    stretches: tuple[Stretch, ...]
    is_cut_before: bool
    is_cut_after: bool


def context_of(quote: Quote, snippet: Iterable[Fragment] = ()) -> Context | None:
    """The words that ``snippet`` marks are marked wherever they were said. None where any word
    of the quote may not be shown.
    """
    spans = list(quote.spans.all())
    if not spans or not quote_may_be_shown(quote):
        return None
    version, part = quote.version, spans[0].field
    text = shown_text(version.article.rights, part, version.text_of(part))
    said = [Mark(one.start, one.end, QUOTE, quote) for one in spans if one.field == part]
    matches = list(_matches(text, said, {one.text.casefold() for one in snippet if one.is_match}))
    start, end = _stretch(text, said, matches)
    return Context(
        marked(text[start:end], [*said, *matches], start),
        is_cut_before=start > 0 and not text.endswith(PARAGRAPH_BREAK, 0, start),
        is_cut_after=end < len(text) and not text.startswith(PARAGRAPH_BREAK, end),
    )


def _matches(text: str, said: list[Mark], wanted: set[str]) -> Iterable[Mark]:
    for one in said if wanted else ():
        for word in WORD.finditer(text, one.start, one.end):
            if word.group().casefold() in wanted:
                yield Mark(word.start(), word.end(), MATCH)


def _stretch(text: str, said: list[Mark], matches: list[Mark]) -> tuple[int, int]:
    """From where to where: of a long quote the part about its first match."""
    start, end = said[0].start, said[-1].end
    if end - start > LONGEST:
        start = max(start, (matches or said)[0].start - AROUND)
        end = min(end, start + LONGEST)
    first, last = _paragraph(text, start, end)
    before, after = text[first:start], text[end:last]
    return start - len(ending(before, AROUND)), end + len(beginning(after, AROUND))


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph of ``start`` begins and that of ``end`` ends."""
    before, behind = text.rfind(PARAGRAPH_BREAK, 0, start), text.find(PARAGRAPH_BREAK, end)
    return before + len(PARAGRAPH_BREAK) if before >= 0 else 0, behind if behind >= 0 else len(text)
