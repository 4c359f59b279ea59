"""E-mails: a release or a newsletter as it was sent."""

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr

from articles.ingestion.errors import NotAText
from articles.ingestion.files.limits import Limits, require_length
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.webpage import parse_page

FORWARDS = ("re: ", "fw: ", "fwd: ")


def read_mail(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    """The text of the mail; its subject is the headline, its sender's name the outlet."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parsed = _body(message, limits)
    story, sources = parsed.story, dict(parsed.sources)
    subject, sender = _subject(message), _line(parseaddr(_header(message, "From"))[0])
    if subject and not story.headline:
        story = replace(story, headline=subject[:500], proposed_headline="")
        sources["headline"] = "subject"
    if sender and not story.outlet:
        story, sources["outlet"] = replace(story, outlet=sender[:200]), "sender"
    sent = message["Date"].datetime if message["Date"] is not None else None
    if sent is None or story.published_on:
        return replace(parsed, story=story, sources=sources)
    story = replace(
        story, published_on=sent.date(), published_from="stated", published_why="the mail's date"
    )
    sources["published_on"] = "mail date"
    if sent.tzinfo is None:
        return replace(parsed, story=story, sources=sources)
    return replace(
        parsed, story=story, sources=sources, published_at=sent, zone=sent.strftime("%z")
    )


def _body(message: EmailMessage, limits: Limits) -> ParsedArticle:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise NotAText("There is no text in this mail: give its attachments as files.")
    try:
        content = part.get_content().replace("\x00", "")
    except (LookupError, UnicodeError):
        raise NotAText("The letters of this mail can't be read: save its text as UTF-8.") from None
    if not content.strip():
        raise NotAText("There is no text in this mail: give its attachments as files.")
    if part.get_content_type() == "text/html":
        return parse_page(content.encode(), "", charset="utf-8")
    return parse_text(require_length(_unwrapped(content), limits))


def _unwrapped(text: str) -> str:
    """The paragraphs of a mail, whose lines are broken at 72 characters or so."""
    return text.replace("\r\n", "\n").replace(" \n", " ").strip()


def _header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, ""))


def _line(words: str) -> str:
    return " ".join(words.replace("\x00", "").encode("utf8", "replace").decode().split())


def _subject(message: EmailMessage) -> str:
    subject = _line(_header(message, "Subject"))
    while subject.lower().startswith(FORWARDS):
        subject = subject.split(": ", 1)[1]
    return subject
