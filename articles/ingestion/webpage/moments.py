"""When it was published and updated: the instant, its offset, and the day shown on the page."""

import datetime as dt
import logging
import re
from dataclasses import dataclass
from functools import lru_cache

import dateutil.parser
from htmldate import find_date

from articles.ingestion.webpage.jsonld import Node, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.tree import words_of

PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "date.published",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published-at",
)
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
)
WRITTEN = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|"
    r"\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}",
    re.I,
)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
OFFSET = re.compile(r"(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT)\s*$", re.I)
EARLIEST = dt.date(1990, 1, 1)
OFFSETS_AT_WORK = (-10, 10)  # hours between which nearly all newsrooms lie
DEFAULTS = (dt.datetime(2000, 1, 1), dt.datetime(2001, 2, 2))  # noqa: DTZ001  (of no zone yet)

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Moment:
    """``at`` is aware or None: a time without an offset is no instant, only a day."""

    day: dt.date | None = None
    at: dt.datetime | None = None
    zone: str = ""
    origin: str = ""


def find_published(root, article: Node, metas: Metas, url: str) -> Moment:
    """JSON-LD, then metas, then the first time element, then what the library guesses."""
    told = _first_told(root, article, metas)
    if told.day is None:
        return _guessed(root, url)
    if not told.at or told.zone != "+0000":
        return told
    shown = _shown_days(root)
    near = [day for day in shown if _may_be_local(day, told.at)]
    if near and told.day not in shown:
        # An evening in America is the next day in UTC: the page says which it was.
        return Moment(near[0], told.at, told.zone, told.origin)
    return told


def _may_be_local(day: dt.date, at: dt.datetime) -> bool:
    """Whether it is ``day`` somewhere at that instant, but not in UTC."""
    return any(
        (at + dt.timedelta(hours=hours)).date() == day != at.date() for hours in OFFSETS_AT_WORK
    )


def find_updated(article: Node, metas: Metas) -> dt.datetime | None:
    for text in (text_in(article.get("dateModified")), metas.first(*UPDATED)):
        moment = read_moment(text, "")
        if moment.at:
            return moment.at
    return None


def read_moment(text: str, origin: str) -> Moment:
    """Any date that a machine or a person writes; empty where it makes no sense."""
    text = text.strip()
    if not text:
        return Moment()
    at = _parsed(text.replace("...", " ")[:60], ignoretz=not OFFSET.search(text))
    if at is None:
        return _loose(text, origin)
    if not EARLIEST <= at.date() <= dt.date.today() + dt.timedelta(days=2):  # noqa: DTZ011
        return Moment()
    if at.tzinfo is None or at.utcoffset() is None:
        return Moment(at.date(), None, "", origin)
    fixed = at.replace(tzinfo=dt.timezone(at.utcoffset()))
    return Moment(at.date(), fixed, fixed.strftime("%z"), origin)


@lru_cache(maxsize=64)  # a page tells the same moment in several places
def _parsed(text: str, *, ignoretz: bool) -> dt.datetime | None:
    """None unless ``text`` gives year, month and day: what is missing the library makes up."""
    try:
        at, other = (
            dateutil.parser.parse(text, ignoretz=ignoretz, default=default) for default in DEFAULTS
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return at if at.date() == other.date() else None


def _loose(text: str, origin: str) -> Moment:
    found = WRITTEN.search(text) or ISO.search(text)
    if not found or found[0] == text:
        return Moment()
    return read_moment(found[0], origin)


def _first_told(root, article: Node, metas: Metas) -> Moment:
    told = (
        (text_in(article.get("datePublished")), "json-ld"),
        (text_in(article.get("dateCreated")), "json-ld"),
        (metas.first(*PUBLISHED), "meta"),
    )
    for text, origin in told:
        moment = read_moment(text, origin)
        if moment.day:
            return moment
    for element in root.iter("time"):
        moment = read_moment(element.get("datetime") or "", "page")
        if moment.day:
            return moment
    return Moment()


def _guessed(root, url: str) -> Moment:
    try:
        found = find_date(root, extensive_search=False, original_date=True, url=url or None)
    except (ValueError, TypeError, AttributeError, OverflowError):
        found = None
    day = dt.date.fromisoformat(found) if found else next(iter(_shown_days(root)), None)
    return Moment(day, None, "", "library") if day else Moment()


def _shown_days(root) -> list[dt.date]:
    """The days written out near the top of the page, and in its time elements."""
    found = []
    for element in root.iter("time"):
        moment = read_moment(words_of(element), "page")
        if moment.day:
            found.append(moment.day)
    body = next(root.iter("h1"), None)
    holder = body.getparent() if body is not None else None
    for _ in range(3):
        if holder is not None and holder.getparent() is not None:
            holder = holder.getparent()
    if holder is not None:
        for match in list(WRITTEN.finditer(words_of(holder)[:4000]))[:3]:
            moment = read_moment(match[0], "page")
            if moment.day:
                found.append(moment.day)
    return found
