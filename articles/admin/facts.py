"""The fields of an article on the page of its Item, as they can be corrected."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.extraction import Byline
from articles.ingestion.parsed import ParsedArticle
from articles.models import Precision

LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}  # of 2020-03-04


@dataclass(frozen=True, slots=True)
class Fact:
    """``was`` is what was understood, ``value`` what stands in the form."""

    was: str
    value: str


def facts_of(parsed: ParsedArticle, typed: Mapping[str, str]) -> dict[str, Fact]:
    """By name of the field; what somebody ``typed`` stands instead of what was understood."""
    story = parsed.story
    understood = {
        "headline": story.headline,
        "deck": story.deck,
        "bylines": "; ".join(map(_byline, story.bylines)),
        "outlet": story.outlet,
        "published_on": _day(parsed),
        "dateline": story.dateline,
        "kind": parsed.kind,
        "section": parsed.section,
        "url": parsed.url,
    }
    return {name: Fact(was, typed.get(name, was)) for name, was in understood.items()}


def _byline(byline: Byline) -> str:
    return f"{byline.name} ({byline.agency})" if byline.agency else byline.name


def _day(parsed: ParsedArticle) -> str:
    """No more of the date than is known: "2020-03"."""
    day = parsed.story.published_on
    return day.isoformat()[: LENGTHS[Precision(parsed.precision)]] if day else ""
