"""An Item's bytes: fetched where they are still to come, and parsed whatever they are."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.ingestion.decoding import decode
from articles.ingestion.errors import IngestError, Refused
from articles.ingestion.fetch import Fetched, checked, fetch
from articles.ingestion.files import read_document
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.webpage import says_noarchive
from articles.models import Capture, HostTurn, Item, url_hash

NOARCHIVE = (
    "The page asks not to be archived (noarchive). Ask its publisher, or paste what you may keep."
)
KEPT_HEADERS = 300
SLACK = 1.25  # of the pause: whoever comes a little late to a place in the line still finds it


class NotNow(Exception):
    """The host was asked a moment ago; ``at`` is when this Item's turn comes."""

    def __init__(self, at: dt.datetime) -> None:
        super().__init__(f"not before {at}")
        self.at = at


class Unchanged(Exception):
    """The other side says that nothing changed since ``capture``."""

    def __init__(self, capture: Capture) -> None:
        super().__init__("unchanged")
        self.capture = capture


def parse_item(item: Item) -> ParsedArticle:
    """What an Item's bytes give of themselves. Raises IngestError where they can't be read."""
    capture = item.capture
    with opened(capture) as file:
        content = file.read()
    if item.origin == Item.Origin.PASTE:
        return parse_text(decode(content))  # whatever it looks like: somebody pasted a text
    return read_document(
        content,
        name=capture.file_name or item.source,
        media_type=capture.media_type,
        url=capture.url,
    )


@contextmanager
def opened(capture: Capture) -> Iterator[BinaryIO]:
    """The kept bytes as a file; raises IngestError where the store has lost them."""
    try:
        file = capture.open()
    except FileNotFoundError:
        raise IngestError(
            f"The bytes {capture.sha256[:12]} are missing from the store: restore MEDIA_ROOT "
            "from a backup, or add it again.",
            kind="lost bytes",
        ) from None
    with file:
        yield file


def fetch_into(item: Item) -> Capture:
    """Fetches an Item's address, keeps the bytes as they came and gives their Capture.

    Raises NotNow, Unchanged, IngestError.
    """
    is_bulk = item.priority > Item.Priority.AT_ONCE
    take_turn(checked(item.source).host, lines_up=is_bulk)
    before = last_capture_of(item.source)
    tags = (before.headers if before else {}) or {}
    fetched = fetch(
        item.source, etag=tags.get("etag", ""), last_modified=tags.get("last-modified", "")
    )
    if fetched.not_modified and before:
        raise Unchanged(before)
    if "html" in fetched.media_type and says_noarchive(fetched.content):
        raise Refused(NOARCHIVE, kind="noarchive")
    capture = keep_fetched(fetched)
    Item.objects.filter(pk=item.pk).update(capture=capture)
    item.capture = capture
    return capture


def keep_fetched(fetched: Fetched) -> Capture:
    charset = f"; charset={fetched.charset}" if fetched.charset else ""
    headers = {"etag": fetched.etag, "last-modified": fetched.last_modified, **fetched.headers}
    return Capture.objects.keep(
        fetched.content,
        media_type=f"{fetched.media_type}{charset}"[:100],
        url=fetched.final_url[:2000],
        headers={name: value[:KEPT_HEADERS] for name, value in headers.items() if value},
    )


def last_capture_of(url: str) -> Capture | None:
    """The newest bytes of an address that became an article: what "changed" is measured by."""
    item = (
        Item.objects.filter(url_sha256=url_hash(url), article__isnull=False)
        .exclude(capture=None)
        .select_related("capture")
        .order_by("-pk")
        .first()
    )
    return item.capture if item else None


def take_turn(host: str, *, lines_up: bool = True) -> None:
    """Goes on if ``host`` may be asked now; else raises NotNow with a place in the line.

    Who does not line up, because somebody waits for it, is told when the host may be asked next.
    """
    at = _place_in_line(host[:253], lines_up)
    if at:
        raise NotNow(at)


@transaction.atomic
def _place_in_line(host: str, lines_up: bool) -> dt.datetime | None:
    now = timezone.now()
    pause = dt.timedelta(seconds=settings.FETCH_SECONDS_PER_HOST)
    HostTurn.objects.get_or_create(host=host, defaults={"next_at": now})
    turn = HostTurn.objects.select_for_update().get(host=host)
    if turn.next_at <= now:
        turn.next_at = now + pause
        turn.save(update_fields=["next_at"])
        return None
    if not lines_up:
        return turn.next_at
    place = max(turn.next_at, turn.lined_up_until or turn.next_at)
    turn.lined_up_until = place + pause * SLACK
    turn.save(update_fields=["lined_up_until"])
    return place
