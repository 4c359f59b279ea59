"""A feed's bytes -> its entries: RSS, Atom, news sitemaps, sitemap indexes."""

import calendar
import datetime as dt
import re

import feedparser
from lxml import etree

from articles.ingestion.errors import IngestError, Refused
from articles.ingestion.feeds.entries import ReadFeed, clean_url, collect

HEAD = 4096
MOST_CHILDREN = 20
MOST_ENTRIES_READ = 5_000
ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
ALTERNATE = re.compile(rb"<link[^>]+type=[\"']application/(?:rss|atom)\+xml[\"'][^>]*>", re.I)
HREF = re.compile(rb"href=[\"']([^\"']+)", re.I)
SITEMAP = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]")
ENTRY_START = re.compile(rb"<(?:item|entry)[\s>]", re.I)
NO_NETWORK = {"resolve_entities": False, "no_network": True, "recover": True, "huge_tree": False}


def read_feed(content: bytes, url: str, *, now: dt.datetime, most: int = 1000) -> ReadFeed:
    """The newest ``most`` entries. Raises IngestError where the bytes are no feed."""
    _require_harmless(content)
    root = SITEMAP.search(content[:HEAD])
    if root:
        is_index = root[1] == b"sitemapindex"
        return _index(content, url) if is_index else _sitemap(content, url, now, most)
    if PAGE.search(content[:HEAD]):
        raise _a_page(content, url)
    return _feed(content, url, now, most)


def _require_harmless(content: bytes) -> None:
    if ENTITIES.search(content):
        raise Refused(
            "It declares entities, which no feed needs: they may unfold to anything.", kind="feed"
        )
    if not content.strip():
        raise IngestError("The feed is empty: not even its frame is there.", kind="feed")


def _a_page(content: bytes, url: str) -> IngestError:
    named = ALTERNATE.search(content)
    address = HREF.search(named[0]) if named else None
    hint = (
        f" It names this feed: {clean_url(address[1].decode('utf8', 'replace'), url)}"
        if (address)
        else ""
    )
    return IngestError(f"This is a web page, not a feed.{hint}", kind="feed")


def _feed(content: bytes, url: str, now: dt.datetime, most: int) -> ReadFeed:
    content, cut = _cut(content)
    found = feedparser.parse(content, response_headers={"content-location": url})
    if not found.version and not found.entries:
        reason = str(found.get("bozo_exception", "it has no entries")).split("\n")[0][:200]
        raise IngestError(f"This is no feed we can read: {reason}.", kind="feed")
    base = found.feed.get("link", "") or url
    entries, left_off, problems = collect(
        [(_link(one), one.get("title", ""), _moment(one)) for one in found.entries],
        base if base.startswith(("http://", "https://")) else url,
        now,
        most,
    )
    kind = "atom" if found.version.startswith("atom") else "rss"
    title = " ".join(found.feed.get("title", "").split())[:200]
    return ReadFeed(title, kind, entries, left_off + cut, problems)


def _cut(content: bytes) -> tuple[bytes, int]:
    """The first thousands of entries, and how many were cut: parsing is slow in their number."""
    starts = [found.start() for found in ENTRY_START.finditer(content)]
    if len(starts) <= MOST_ENTRIES_READ:
        return content, 0
    return content[: starts[MOST_ENTRIES_READ]], len(starts) - MOST_ENTRIES_READ


def _link(entry) -> str:
    link = entry.get("link", "")
    if link:
        return link
    name = entry.get("id", "")
    return name if name.startswith(("http://", "https://")) else ""


def _moment(entry) -> dt.datetime | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC) if parsed else None
    except (OverflowError, ValueError, OSError):
        return None


def _rows(content: bytes, name: str) -> list[dict[str, str]]:
    """The children of each element ``name``, by their local names, one level of nesting flat."""
    try:
        root = etree.fromstring(content, etree.XMLParser(**NO_NETWORK))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise IngestError("This sitemap is damaged: it is no XML.", kind="feed")
    return [
        {
            etree.QName(part).localname: (part.text or "").strip()
            for part in row.iterdescendants()
            if isinstance(part.tag, str)
        }
        for row in root.iter(f"{{*}}{name}")
    ]


def _sitemap(content: bytes, url: str, now: dt.datetime, most: int) -> ReadFeed:
    rows = _rows(content, "url")
    found = [
        (
            row.get("loc", ""),
            row.get("title", ""),
            _iso(row.get("publication_date") or row.get("lastmod", "")),
        )
        for row in rows
    ]
    title = next((row["name"] for row in rows if row.get("name")), "")
    return ReadFeed(title, "news sitemap", *collect(found, url, now, most))


def _index(content: bytes, url: str) -> ReadFeed:
    """One that names itself, or others that do, is never followed deeper than one level."""
    long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
    rows = sorted(
        _rows(content, "sitemap"),
        key=lambda row: _iso(row.get("lastmod", "")) or long_ago,
        reverse=True,
    )
    addresses = dict.fromkeys(clean_url(row.get("loc", ""), url) for row in rows)
    more = [address for address in addresses if address and address != url]
    return ReadFeed("", "sitemap index", more=tuple(more[:MOST_CHILDREN]))


def _iso(text: str) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at if at.tzinfo else None
