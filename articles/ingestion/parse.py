"""A text as it was pasted or filed -> ParsedArticle.

A file may begin with front matter: TOML between two lines of ``+++`` that gives outlet, headline,
deck, bylines, agency, kind, section, published, url, dateline. What it gives holds over what the
text says.
"""

import datetime as dt
import tomllib
from dataclasses import replace
from typing import Any

from articles.extraction import Byline, Story, parse_story
from articles.ingestion.errors import IngestError
from articles.ingestion.parsed import ParsedArticle
from articles.models import Article, Precision

FENCE = "+++"
STATED = "stated"


def parse_text(text: str) -> ParsedArticle:
    """What a text gives of itself. Raises IngestError where its front matter can't be read."""
    front, body = split_front_matter(text)
    if front is not None:
        return _with_front_matter(front, body)
    story = parse_story(body)
    return ParsedArticle(story=story, sources=_sources_of(story))


def split_front_matter(text: str) -> tuple[dict[str, Any] | None, str]:
    """The front matter, or None, and the text after it."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].strip() != FENCE:
        return None, text
    ends = [number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE]
    if not ends:
        raise IngestError(f"The front matter has no end: close it with a line of {FENCE}.")
    try:
        front = tomllib.loads("\n".join(lines[1 : ends[0]]))
    except tomllib.TOMLDecodeError as error:
        raise IngestError(f"The front matter is no TOML: {error}.") from None
    return front, "\n".join(lines[ends[0] + 1 :]).strip()


def _sources_of(story: Story) -> dict[str, str]:
    found = {
        name: "text" for name in ("headline", "deck", "outlet", "dateline") if getattr(story, name)
    }
    if story.bylines:
        found["bylines"] = "text"
    if story.published_on:
        found["published_on"] = f"{story.published_from}: {story.published_why}"
    return found


def _with_front_matter(front: dict[str, Any], body: str) -> ParsedArticle:
    headline = str(front.get("headline", "")).strip()
    # Given apart, the headline can't be mistaken; parsing it with the body finds blocks and posts.
    parsed = parse_story(body)
    story = replace(
        _as_body(parsed),
        headline=headline,
        deck=str(front.get("deck", "")).strip() or parsed.deck,
        bylines=_bylines(front) or parsed.bylines,
        outlet=str(front.get("outlet", "")) or parsed.outlet,
        dateline=str(front.get("dateline", "")) or parsed.dateline,
        proposed_headline="",
    )
    day, at, precision = _published(front.get("published"))
    if day:
        story = replace(
            story, published_on=day, published_from=STATED, published_why="given with the text"
        )
    given = {name: "front matter" for name in front if name in {"headline", "deck", "outlet"}}
    return ParsedArticle(
        story=story,
        kind=_kind(front),
        section=str(front.get("section", "")),
        url=str(front.get("url", "")),
        published_at=at,
        precision=precision,
        zone=_zone(at),
        copy_set=str(front.get("copy_set", "")),
        sources=_sources_of(story) | given | ({"published_on": "front matter"} if day else {}),
    )


def _as_body(story: Story) -> Story:
    """A headline or deck found in a text whose headline is given apart is its first words."""
    lead = [part for part in (story.headline, story.deck) if part]
    if not lead:
        return story
    body = "\n\n".join([*lead, story.body])
    return replace(
        story, headline="", deck="", body=body, blocks=("paragraph",) * len(lead) + story.blocks
    )


def _bylines(front: dict[str, Any]) -> tuple[Byline, ...]:
    agency = str(front.get("agency", ""))
    return tuple(Byline(str(name), "writer", agency) for name in front.get("bylines", ()))


def _kind(front: dict[str, Any]) -> str:
    kind = front.get("kind", Article.Kind.NEWS)
    if kind not in Article.Kind.values:
        raise IngestError(f"kind is {kind!r}: it must be one of {', '.join(Article.Kind.values)}.")
    return kind


def _zone(at: dt.datetime | None) -> str:
    return at.strftime("%z") if at else ""


def _published(
    given: Any,
) -> tuple[dt.date | None, dt.datetime | None, str]:
    """ "2020", "2020-03", "2020-03-04" or an instant with its offset."""
    text = given.isoformat() if isinstance(given, dt.date) else str(given or "").strip()
    try:
        if len(text) == 4:
            return dt.date(int(text), 1, 1), None, Precision.YEAR
        if len(text) == 7:
            return dt.date.fromisoformat(f"{text}-01"), None, Precision.MONTH
        if len(text) == 10 or not text:
            return dt.date.fromisoformat(text) if text else None, None, Precision.DAY
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        raise IngestError(f"published is {text!r}: write it like 2020-03-04.") from None
    if at.tzinfo is None:
        raise IngestError(f"published is {text!r}: give the offset too, like -06:00.")
    return at.date(), at, Precision.DAY
