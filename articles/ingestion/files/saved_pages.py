"""Web pages that a browser saved: as one file (.mhtml), or with a folder of what they show."""

import email
import email.policy
import re
from collections.abc import Iterable

from articles.ingestion.errors import NotAText
from articles.ingestion.files.limits import Limits, require_length
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.webpage import parse_page

# Chrome and Edge, SingleFile: in a comment above the page.
SAVED_FROM = re.compile(
    rb"<!--(?: saved from url=\(\d+\)|\s+Page saved with SingleFile\s+url: )(https?://[^\s>]+)"
)
FOLDER, PAGES = "_files/", (".html", ".htm")
ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def saved_from(content: bytes) -> str:
    """The address that a browser noted in the page it saved; "" where it noted none."""
    found = SAVED_FROM.search(content[:4000])
    return found[1].decode("ascii", "ignore") if found else ""


def furniture_of_pages(names: Iterable[str]) -> set[str]:
    """Of these paths, those in "Story_files": the folder saved beside "Story.html" to show it."""
    paths = {name: name.replace("\\", "/") for name in names}
    pages = {path.rpartition(".")[0] for path in paths.values() if path.lower().endswith(PAGES)}
    return {
        name
        for name, path in paths.items()
        if FOLDER in path and path.partition(FOLDER)[0] in pages
    }


def read_saved_page(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    message = email.message_from_bytes(content, policy=email.policy.default)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    page = next(pages, None)
    if page is None:
        raise NotAText("There is no web page in this saved page: save it once more.")
    address = url or next((str(message[name]) for name in ADDRESSES if message[name]), "")
    address = address or str(page.get("Content-Location", ""))
    known = address if address.startswith(("http://", "https://")) else ""
    body = page.get_payload(decode=True) or b""
    parsed = parse_page(body, known, charset=page.get_content_charset("") or "")
    require_length(parsed.story.body, limits)
    return parsed
