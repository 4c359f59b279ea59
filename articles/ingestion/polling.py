"""Feeds: asked on schedule for what is new; each new address becomes an Item."""

import logging
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from articles.ingestion.batches import add_urls
from articles.ingestion.capturing import NotNow, take_turn
from articles.ingestion.errors import IngestError
from articles.ingestion.feeds import Entry, Habit, ReadFeed, habit, next_poll, read_feed
from articles.ingestion.fetch import Fetched, checked, fetch
from articles.models import Batch, Feed, FeedEntry, Item, url_hash

log = logging.getLogger(__name__)
PROGRAM_ERROR = (
    "The archive's own program broke on this feed ({name}). Its log says more; the feed is asked "
    "again ever more seldom."
)
POLLED = (
    *("etag", "last_modified", "failures", "last_error"),
    *("polled_at", "next_poll_at", "last_entry_at"),
)
MOST_SITEMAPS = 5
MOMENTS = 200
LONGEST_WAIT = 60.0


def poll(feed: Feed) -> int:
    """Asks ``feed`` once and queues what is new; gives the number of new Items.

    What goes wrong is written on the feed, and it is asked again ever more seldom. What is wrong
    with the machine (database out of reach, disk full) is raised.
    """
    try:
        return _poll(feed)
    except IngestError as error:
        _note_failure(feed, str(error), getattr(error, "seconds", None))
    except (DatabaseError, OSError):
        raise
    except Exception as error:  # whatever a stranger's feed holds, the other feeds go on
        log.exception("Feed %s (%s) broke the program.", feed.pk, feed.url)
        _note_failure(feed, PROGRAM_ERROR.format(name=type(error).__name__))
    return 0


def _poll(feed: Feed) -> int:
    fetched = _ask(feed.url, feed)
    if fetched.not_modified:
        _note_success(feed, fetched)
        return 0
    found = read_feed(
        fetched.content, fetched.final_url, now=timezone.now(), most=settings.FEED_MAX_ENTRIES
    )
    return _take_in(feed, fetched, [*found.entries, *_of_sitemaps(found)], found.problems)


def poll_soon(feeds) -> int:
    """The feeds are asked as soon as a worker comes to it."""
    return feeds.update(next_poll_at=timezone.now(), is_active=True)


def habit_of(feed: Feed) -> Habit:
    """How often there is something new in ``feed``, and whether that holds."""
    rows = feed.entries.values_list("published_at", "seen_at")[:MOMENTS]
    return habit([published or seen for published, seen in rows], timezone.now())


def _ask(url: str, feed: Feed | None = None) -> Fetched:
    _wait_for_turn(checked(url).host)
    tags = {"etag": feed.etag, "last_modified": feed.last_modified} if feed else {}
    return fetch(url, **tags)


def _wait_for_turn(host: str) -> None:
    """Goes before the pages of that host that are lined up: they may be thousands, it is one."""
    give_up = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            return take_turn(host, lines_up=False)
        except NotNow as later:
            pause = max(0.05, (later.at - timezone.now()).total_seconds())
        if time.monotonic() + pause > give_up:
            raise IngestError(
                f"{host} is being asked for many pages just now: the feed waits.", retry=True
            )
        time.sleep(pause)


def _of_sitemaps(found: ReadFeed) -> Iterable[Entry]:
    """The entries of the newest sitemaps that an index names; one level, never deeper."""
    for url in found.more[:MOST_SITEMAPS]:
        fetched = _ask(url)
        child = read_feed(
            fetched.content, fetched.final_url, now=timezone.now(), most=settings.FEED_MAX_ENTRIES
        )
        yield from child.entries


@transaction.atomic
def _take_in(feed: Feed, fetched: Fetched, entries: list[Entry], problems: tuple[str, ...]) -> int:
    new = _not_seen(feed, entries)
    FeedEntry.objects.bulk_create(
        FeedEntry(
            feed=feed,
            url=entry.url[:2000],
            url_sha256=url_hash(entry.url),
            title=entry.title[:500],
            published_at=entry.published,
        )
        for entry in new
    )
    if new:
        at = timezone.localtime().strftime("%Y-%m-%d %H:%M")
        batch = Batch.objects.create(name=f"{feed.name}, {at}"[:200], feed=feed, outlet=feed.outlet)
        add_urls(batch, [entry.url for entry in new], origin=Item.Origin.FEED)
        feed.last_entry_at = timezone.now()
    _note_success(feed, fetched, problems)
    return len(new)


def _not_seen(feed: Feed, entries: list[Entry]) -> list[Entry]:
    by_hash = {url_hash(entry.url): entry for entry in entries}
    seen = set(
        feed.entries.filter(url_sha256__in=list(by_hash)).values_list("url_sha256", flat=True)
    )
    return [entry for key, entry in by_hash.items() if key not in seen]


def _note_success(feed: Feed, fetched: Fetched, problems: tuple[str, ...] = ()) -> None:
    feed.etag = fetched.etag[:300] or feed.etag
    feed.last_modified = fetched.last_modified[:100] or feed.last_modified
    feed.failures, feed.last_error = 0, "\n".join(problems[:20])
    _schedule(feed)


def _note_failure(feed: Feed, told: str, seconds: float | None = None) -> None:
    feed.failures += 1
    feed.last_error = told
    _schedule(feed, seconds)


def _schedule(feed: Feed, retry_after: float | None = None) -> None:
    """Writes how it went and nothing else: an editor may have changed the feed meanwhile."""
    now: datetime = timezone.now()
    feed.polled_at = now
    feed.next_poll_at = next_poll(
        now,
        every_minutes=feed.every_minutes,
        failures=feed.failures,
        retry_after=int(retry_after) if retry_after else None,
        seed=feed.pk,
    )
    feed.next_poll_at = max(feed.next_poll_at, now + timedelta(seconds=1))
    feed.etag, feed.last_modified, feed.last_error = (
        text.replace("\0", "") for text in (feed.etag, feed.last_modified, feed.last_error)
    )
    Feed.objects.filter(pk=feed.pk).update(**{name: getattr(feed, name) for name in POLLED})
