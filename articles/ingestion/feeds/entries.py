"""What a feed names: entries, cleaned, each once."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

LONGEST_TITLE = 500
LONGEST_URL = 2000
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
AHEAD = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """``url`` is its identity: some feeds give each entry another id at each poll."""

    url: str
    title: str = ""
    published: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """``more`` are further sitemaps that a sitemap index names; ``left_off`` entries over the
    bound; ``problems`` say what was passed over."""

    title: str
    kind: str
    entries: tuple[Entry, ...] = ()
    left_off: int = 0
    problems: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def clean_url(link: str, base: str) -> str:
    """An absolute http(s) address without fragment and tracking; "" where there is none."""
    try:
        parts = urlsplit(urljoin(base, link.replace("\0", "").strip()))
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if not name.startswith(TRACKING)]
    shown = parts.query if len(kept) == len(query) else urlencode(kept)
    url = urlunsplit((parts.scheme, parts.netloc, parts.path, shown, ""))
    return url if len(url) <= LONGEST_URL else ""


def collect(
    found: list[tuple[str, str, dt.datetime | None]], base: str, now: dt.datetime, most: int
) -> tuple[tuple[Entry, ...], int, tuple[str, ...]]:
    """(entries, how many were left off, problems) of (link, title, moment) as they were read."""
    entries: dict[str, Entry] = {}
    problems = []
    for link, title, moment in found:
        title = " ".join(title.replace("\0", "").split())[:LONGEST_TITLE]
        url = clean_url(link, base) if link else ""
        if not url:
            problems.append(
                f"“{title or link[:80] or 'An entry'}” has no address that can be used."
            )
            continue
        if moment and moment > now + AHEAD:
            problems.append(f"“{title or url}” is dated in the future: its date is left out.")
            moment = None
        entries.setdefault(url, Entry(url, title, moment))
    long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
    newest = sorted(entries.values(), key=lambda one: one.published or long_ago, reverse=True)
    return tuple(newest[:most]), max(0, len(newest) - most), tuple(problems)
