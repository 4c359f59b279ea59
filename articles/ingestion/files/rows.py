"""One row of a table, its columns already named as our fields."""

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any

from articles.extraction import Byline, parse_story
from articles.extraction.dates import find_date
from articles.ingestion.errors import IngestError, NotAText
from articles.ingestion.files.days import day_of_sheet
from articles.ingestion.files.limits import Limits, require_length
from articles.ingestion.parsed import ParsedArticle
from articles.models import Article, Precision

ROW_TYPE = "application/vnd.archive.row+json"
FIELDS_OF_ROWS = (
    "headline",
    "deck",
    "body",
    "bylines",
    "outlet",
    "published",
    "updated",
    "url",
    "section",
    "kind",
    "agency",
    "dateline",
    "language",
)
ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
NAMES = re.compile(r"\s*(?:;|\||\n|,? and )\s*")
ORIGIN = "table"
DAYS = ("published", "updated")
DAY_FIRST = "day_first"  # of a row whose table writes the day before the month
# What else newspapers and their systems call the kinds of articles.
OTHER_KINDS = {
    Article.Kind.NEWS: ("article", "story", "post", "report"),
    Article.Kind.OPINION: ("editorial", "op-ed", "column", "commentary", "letter"),
    Article.Kind.RELEASE: ("press release",),
}


def as_row(values: dict[str, str], *, day_first: bool = False) -> bytes:
    """A row as it is kept and read again: JSON of the fields that are filled."""
    filled = {name: value for name, value in values.items() if value}
    if day_first and any(name in filled for name in DAYS):
        filled[DAY_FIRST] = "yes"
    return json.dumps(filled, ensure_ascii=False, sort_keys=True).encode()


def read_row(content: bytes, limits: Limits) -> ParsedArticle:
    """Raises IngestError, naming the column, where a value makes no sense."""
    row: dict[str, Any] = json.loads(content)
    day_first = bool(row.pop(DAY_FIRST, ""))
    if not row.get("body", "").strip():
        raise NotAText("The column of the text (body) is empty in this row.")
    parsed = parse_story(require_length(row["body"], limits))
    story = replace(
        _as_body(parsed),
        headline=" ".join(row.get("headline", "").split()) or parsed.headline,
        deck=" ".join(row.get("deck", "").split()) or parsed.deck,
        bylines=_bylines(row) or parsed.bylines,
        outlet=row.get("outlet", "").strip() or parsed.outlet,
        dateline=row.get("dateline", "").strip() or parsed.dateline,
        language=row.get("language", "").strip()[:12] or parsed.language,
        proposed_headline="" if row.get("headline") else parsed.proposed_headline,
    )
    day, at, precision = moment("published", row.get("published", ""), day_first=day_first)
    if day:
        story = replace(
            story, published_on=day, published_from="stated", published_why="given in the table"
        )
    return ParsedArticle(
        story=story,
        kind=_kind(row),
        section=row.get("section", "").strip(),
        url=_url(row),
        published_at=at,
        updated_at=moment("updated", row.get("updated", ""), day_first=day_first)[1],
        precision=precision,
        zone=at.strftime("%z") if at else "",
        sources=dict.fromkeys(row, ORIGIN) | ({"published_on": ORIGIN} if day else {}),
    )


def _as_body(story):
    """With a headline of its own, what looked like one in the text is the text's first words."""
    lead = [part for part in (story.headline, story.deck) if part]
    if not lead:
        return story
    body = "\n\n".join([*lead, story.body]) if story.body else "\n\n".join(lead)
    kinds = ("paragraph",) * len(lead) + story.blocks
    return replace(story, headline="", deck="", body=body, blocks=kinds)


def _bylines(row: dict[str, str]) -> tuple[Byline, ...]:
    text = re.sub(r"^\s*by\s+", "", row.get("bylines", ""), flags=re.IGNORECASE)
    names = [" ".join(name.split()) for name in NAMES.split(text)]
    return tuple(Byline(name, "writer", row.get("agency", "").strip()) for name in names if name)


def _kind(row: dict[str, str]) -> str:
    given = row.get("kind", "").strip().lower() or Article.Kind.NEWS
    kind = next((kind for kind, words in OTHER_KINDS.items() if given in words), given)
    if kind not in Article.Kind.values:
        raise IngestError(
            f"kind is {given!r}: it must be one of {', '.join(Article.Kind.values)}. Mend the "
            "table, or give it with other columns: a mapping can be deleted under Mappings.",
            kind="row",
        )
    return kind


def _url(row: dict[str, str]) -> str:
    url = row.get("url", "").strip()
    if url and not url.startswith(("http://", "https://")):
        raise IngestError(
            f"url is {url[:80]!r}: it must begin with https:// or http://.", kind="row"
        )
    return url[:2000]


def moment(
    column: str, text: str, *, day_first: bool = False
) -> tuple[dt.date | None, dt.datetime | None, str]:
    """(day, instant, precision) of "2020", "2020-03", "3/4/2020", "March 4, 2020" or an instant.

    "3/4/2020" is March 4, or April 3 where its table writes the day first. An instant without an
    offset is only a day. Raises IngestError naming the column.
    """
    text = text.strip()
    if not text:
        return None, None, Precision.DAY
    try:
        partial = ISO_DAY.fullmatch(text)
        if partial:
            return _partial(partial)
        day = day_of_sheet(text, day_first=day_first)
        return (day, None, Precision.DAY) if day else _instant(column, text)
    except ValueError:
        raise IngestError(
            f"{column} is {text[:40]!r}: write it like 2020-03-04 (3/4/2020 is read as March 4).",
            kind="row",
        ) from None


def _partial(found: re.Match) -> tuple[dt.date, None, str]:
    year, month, day = found.groups()
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return dt.date(int(year), int(month or 1), int(day or 1)), None, precision


def _instant(column: str, text: str) -> tuple[dt.date, dt.datetime | None, str]:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        written = find_date(text)
        if written is None:
            raise
        return written[0], None, Precision.DAY
    return at.date(), at if at.tzinfo else None, Precision.DAY
