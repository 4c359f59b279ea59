"""What was understood of a text, with the editor's corrections: made anew at each look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.extraction import Reading, read
from articles.ingestion.candidates import roster_for
from articles.ingestion.corrections import Corrections, apply_to_article, apply_to_reading
from articles.ingestion.outlets import find_outlet
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle
from articles.models import Outlet


@dataclass(frozen=True, slots=True)
class Understanding:
    """``outlet`` is None where the archive does not know the one that is named, or none is."""

    parsed: ParsedArticle
    reading: Reading
    corrections: Corrections
    outlet: Outlet | None = None


def understand(text: str, corrected: Mapping[str, Any] | None = None) -> Understanding:
    """Reads a plain text and applies what an editor corrected; stores nothing.

    Raises IngestError where the text can't be taken apart.
    """
    return understand_parsed(parse_text(text), corrected)


def understand_parsed(
    parsed: ParsedArticle,
    corrected: Mapping[str, Any] | None = None,
    outlet: Outlet | None = None,
) -> Understanding:
    """The same for what is parsed already; ``outlet`` is whose it is where it does not say."""
    corrections = Corrections.of(corrected or {})
    return understand_article(apply_to_article(parsed, corrections), corrections, outlet)


def understand_article(
    parsed: ParsedArticle,
    corrections: Corrections | None = None,
    outlet: Outlet | None = None,
) -> Understanding:
    corrections = corrections or Corrections()
    story, outlet = parsed.story, find_outlet(parsed, outlet)
    reading = read(story, roster_for(story.published_on, outlet), story.published_on)
    return Understanding(
        parsed=parsed,
        reading=apply_to_reading(reading, corrections),
        corrections=corrections,
        outlet=outlet,
    )
