"""When it was published and updated: the instant, its offset, and the day shown on the page."""

import datetime as dt
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import dateutil.parser
from htmldate import find_date

from articles.ingestion.webpage.jsonld import Node, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.opening import Opening
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
IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})/(\d{1,2})/", re.I)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
STAMP = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
OFFSET = re.compile(r"(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT)\s*$", re.I)
MOST_LETTERS, MOST_TIMES = 4000, 100
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


def find_published(root, opening: Opening, article: Node, metas: Metas, url: str) -> Moment:
    """JSON-LD, metas, time elements, the address, what is written after the headline."""
    told = _first_told(root, opening, article, metas, url)
    if told.day is None:
        return next((Moment(day, None, "", "library") for day in _written(opening)), told)
    if not told.at or told.zone != "+0000":
        return told
    shown = _shown_days(root, opening)
    near = [day for day in shown if _may_be_local(day, told.at)]
    if near and told.day not in shown:
        # An evening in America is the next day in UTC: the page says which it was.
        return Moment(near[0], told.at, told.zone, told.origin)
    return told


def guess_published(root, url: str) -> Moment:
    """What the library finds on a whole page, its scripts included, that tells no day."""
    try:
        found = find_date(root, extensive_search=False, original_date=True, url=url or None)
    except (ValueError, TypeError, AttributeError, OverflowError):
        found = None
    return Moment(dt.date.fromisoformat(found), None, "", "library") if found else Moment()


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
    if not any(map(str.isdigit, text)):
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
    if STAMP.fullmatch(text):  # as nearly all pages have it; the library takes 20 times as long
        return _stamped(text, ignoretz=ignoretz)
    try:
        at, other = (
            dateutil.parser.parse(text, ignoretz=ignoretz, default=default) for default in DEFAULTS
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return at if at.date() == other.date() else None


def _stamped(text: str, *, ignoretz: bool) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at.replace(tzinfo=None) if ignoretz else at


def _loose(text: str, origin: str) -> Moment:
    found = WRITTEN.search(text) or ISO.search(text)
    if not found or found[0] == text:
        return Moment()
    return read_moment(found[0], origin)


def _first_told(root, opening: Opening, article: Node, metas: Metas, url: str) -> Moment:
    told = (
        (text_in(article.get("datePublished")), "json-ld"),
        (text_in(article.get("dateCreated")), "json-ld"),
        (metas.first(*PUBLISHED), "meta"),
    )
    moments = (read_moment(text, origin) for text, origin in told)
    found = next((moment for moment in moments if moment.day), None)
    return found or _timed(opening.elements) or _of_address(url) or _timed(_times(root)) or Moment()


def _timed(elements) -> Moment | None:
    """By the first time element that says when."""
    for element in elements:
        if element.tag == "time":
            stamp, shown = element.get("datetime") or "", words_of(element)
            # A stamp that is none, as some templates make, says less than what people read.
            for text in (stamp, shown) if STAMP.fullmatch(stamp) else (shown, stamp):
                if (moment := read_moment(text, "page")).day:
                    return moment
    return None


def _of_address(url: str) -> Moment | None:
    """ "/2023/dec/21/" is a day, though perhaps that of an event: it is asked late."""
    found = IN_ADDRESS.search(url)
    moment = read_moment("-".join(found.groups()), "library") if found else Moment()
    return moment if moment.day else None


def _shown_days(root, opening: Opening) -> list[dt.date]:
    """The days written out after the headline, and in the page's time elements."""
    times = (read_moment(words_of(element), "page").day for element in _times(root))
    return [*filter(None, times), *_written(opening)]


def _times(root) -> Iterator:
    return islice(root.iter("time"), MOST_TIMES)


def _written(opening: Opening) -> list[dt.date]:
    text = "\n".join(line[:MOST_LETTERS] for line, _ in opening.lines)[:MOST_LETTERS]
    written = islice(WRITTEN.finditer(text), 3)
    return [day for found in written if (day := read_moment(found[0], "page").day)]
