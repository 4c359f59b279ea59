"""One story out of one document, whatever kind it is."""

from collections.abc import Callable
from email.message import Message

from articles.ingestion.decoding import decode
from articles.ingestion.errors import IngestError
from articles.ingestion.files import kinds
from articles.ingestion.files.limits import Limits, over, require_length
from articles.ingestion.files.mail import read_mail
from articles.ingestion.files.markdown import read_markdown
from articles.ingestion.files.pdf import read_pdf
from articles.ingestion.files.rows import read_row
from articles.ingestion.files.saved_pages import read_saved_page, saved_from
from articles.ingestion.files.word import read_word
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.webpage import parse_page

Reader = Callable[[bytes, str, str, Limits], ParsedArticle]


def read_document(
    content: bytes, *, name: str = "", media_type: str = "", url: str = ""
) -> ParsedArticle:
    """The story that ``content`` holds. Raises IngestError in words for whoever gave the file."""
    limits = Limits.from_settings()
    if len(content) > limits.max_member_bytes:
        raise over(
            f"The document has {len(content):,} bytes",
            limits.max_member_bytes,
            "INGEST_MAX_MEMBER_BYTES",
        )
    kind = kinds.kind_of(content[: 1 << 16], name, _bare(media_type))
    if kind.is_container:
        raise IngestError(f"A {kind.label} holds many stories: it is opened, not read.")
    return READERS[kind.name](content, url, _charset(media_type), limits)


def _text(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    return parse_text(require_length(decode(content), limits))


def _page(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    parsed = parse_page(content, url or saved_from(content), charset=charset)
    require_length(parsed.story.body, limits)
    return parsed


def _row(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    return read_row(content, limits)


READERS: dict[str, Reader] = {
    "text": _text,
    "md": read_markdown,
    "html": _page,
    "mhtml": read_saved_page,
    "docx": read_word,
    "pdf": read_pdf,
    "eml": read_mail,
    "row": _row,
}


def _header(media_type: str) -> Message:
    header = Message()
    header["content-type"] = media_type
    return header


def _bare(media_type: str) -> str:
    return _header(media_type).get_content_type() if media_type else ""


def _charset(media_type: str) -> str:
    return _header(media_type).get_content_charset("") or "" if media_type else ""
