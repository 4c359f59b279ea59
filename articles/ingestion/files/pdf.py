"""PDF files: their text layer, lines joined to paragraphs."""

import io
import logging
import re
from collections import Counter

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from articles.ingestion.errors import Damaged, NotAText, Refused
from articles.ingestion.files.limits import Limits, over, require_length
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle

SCAN = (
    "This PDF has no text in it: it is a scan. Paste the text, or run it through text "
    "recognition first."
)
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
SHORT = 0.75  # of the usual width: a line so short ends its paragraph

logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of each oddity of each file


def read_pdf(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    pages = _pages(content, limits)
    lines = [line for page in _without_running_heads(pages) for line in page]
    text = "\n\n".join(_paragraphs(lines))
    if len(text.split()) < 5:
        raise NotAText(SCAN)
    return parse_text(require_length(text, limits))


def _pages(content: bytes, limits: Limits) -> list[list[str]]:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("This PDF is encrypted: save a copy without a password.", kind="locked")
        number = len(reader.pages)
        if number > limits.max_pages:
            raise over(f"This PDF has {number:,} pages", limits.max_pages, "INGEST_MAX_PDF_PAGES")
        return [_text(page).split("\n") for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        # The library meets broken files with whatever its own code runs into.
        raise Damaged(
            "This PDF is damaged or cut off: open it in a reader and save it once more."
        ) from None


def _text(page: PageObject) -> str:
    """Fonts without letters of their own give NUL, and halves of letters."""
    text = (page.extract_text() or "").replace("\x00", "")
    return text.encode("utf8", "replace").decode()


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Lines that stand at the top or foot of most pages, and page numbers, are no text."""
    edges = Counter(
        line.strip() for page in pages if page for line in {page[0], page[-1]} if line.strip()
    )
    running = {line for line, number in edges.items() if number > 1 and number * 2 > len(pages)}
    return [
        [line for line in page if line.strip() not in running and not _is_number(line)]
        for page in pages
    ]


def _is_number(line: str) -> bool:
    return bool(PAGE_NUMBER.fullmatch(line.strip()))


def _paragraphs(lines: list[str]) -> list[str]:
    widths = sorted(len(line) for line in lines if line.strip())
    usual = widths[int(len(widths) * 0.8)] if widths else 0
    found, current = [], ""
    for line in (line.strip() for line in lines):
        if line:
            current = _joined(current, line)
        ends = not line or (len(line) < usual * SHORT and _may_end(line, usual))
        if current and ends:
            found.append(current)
            current = ""
    return [*found, current] if current else found


def _may_end(line: str, usual: int) -> bool:
    return bool(SENTENCE_END.search(line)) or len(line) < usual / 2


def _joined(text: str, line: str) -> str:
    """A word broken at the line's end is whole again; a hyphen before a capital stays."""
    if not text:
        return line
    if text.endswith("-") and line[:1].islower() and text[-2:-1].isalpha():
        return text[:-1] + line
    return f"{text} {line}"
