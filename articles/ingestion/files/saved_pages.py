"""Web pages that a browser saved as one file (.mhtml)."""

import email
import email.policy

from articles.ingestion.errors import NotAText
from articles.ingestion.files.limits import Limits, require_length
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.webpage import parse_page

ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


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
