"""What kind of file it is: by its bytes first, its name second, so that no name deceives."""

import re
from dataclasses import dataclass

from articles.ingestion.errors import NotAText, Refused
from articles.ingestion.files.rows import ROW_TYPE


@dataclass(frozen=True, slots=True)
class FileKind:
    name: str
    label: str
    is_container: bool = False


TEXT = FileKind("text", "text")
MARKDOWN = FileKind("md", "Markdown text")
HTML = FileKind("html", "web page")
SAVED = FileKind("mhtml", "saved web page")
WORD = FileKind("docx", "Word document")
PDF = FileKind("pdf", "PDF")
MAIL = FileKind("eml", "e-mail")
ROW = FileKind("row", "row of a table")
CSV = FileKind("csv", "table", is_container=True)
JSONL = FileKind("jsonl", "JSON Lines", is_container=True)
WARC = FileKind("warc", "web archive", is_container=True)
ZIP = FileKind("zip", "zip archive", is_container=True)

TAKEN = "Taken in are .txt .md .html .docx .pdf .eml .csv .jsonl .warc and .zip files."
SAVE_AS = "open it and save it as .docx or .txt"
NOT_TAKEN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an old Office file or an encrypted one: {SAVE_AS}"),
    (b"{\\rtf", f"a Rich Text file: {SAVE_AS}"),
    (b"\x89PNG", "a picture: take in its text"),
    (b"\xff\xd8\xff", "a picture: take in its text"),
    (b"GIF8", "a picture: take in its text"),
    (b"RIFF", "a picture or a recording: take in its text"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "a 7z archive: pack it as .zip"),
    (b"Rar!", "a RAR archive: pack it as .zip"),
    (b"BZh", "packed with bzip2: unpack it, or pack it as .zip"),
    (b"\xfd7zXZ", "packed with xz: unpack it, or pack it as .zip"),
    (b"\x28\xb5\x2f\xfd", "packed with Zstandard: unpack it, or pack it as .zip"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"ID3", "a recording"),
)
# What browsers save beside a page to show it.
OF_PAGES = (".css", ".js", ".js.download", ".map", ".woff", ".woff2", ".ttf", ".svg", ".ico")
MAIL_HEAD = re.compile(
    rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?"
    rb"(?:from|received|message-id|delivered-to|mime-version):",
    re.IGNORECASE,
)
SAVED_HEAD = re.compile(rb"(?is)^.{0,2000}?content-type:\s*multipart/related")
HTML_HEAD = re.compile(
    rb"(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)
TAG = re.compile(rb"(?i)</(?:p|div|article|body|html)>")
SPACE = b" \t\r\n\xef\xbb\xbf"
# The members that Office and OpenDocument programs write first.
OF_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"mimetype", b"word/", b"xl/")
NAMES_OF_OFFICE = (".docx", ".docm", ".dotx", ".xlsx", ".odt", ".epub", ".pptx")


def kind_of(head: bytes, name: str = "", media_type: str = "") -> FileKind:
    """The kind of the file that begins with ``head`` (64 kB are plenty).

    Raises Refused or NotAText for what is not taken in, and says what to do instead.
    """
    if media_type == ROW_TYPE:
        return ROW
    if not head:
        raise NotAText("The file is empty.")
    return _by_bytes(head, name) or _by_name(head, name.lower(), media_type)


def _by_bytes(head: bytes, name: str) -> FileKind | None:
    for start, what in NOT_TAKEN:
        if head.startswith(start):
            raise Refused(f"This is {what}. {TAKEN}", kind="file kind")
    start = head.lstrip(SPACE)
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(head, name)
    if head.startswith(b"\x1f\x8b"):
        return _gzipped(name)
    if start.startswith(b"WARC/"):
        return WARC
    if HTML_HEAD.match(head.lstrip(b"\xef\xbb\xbf")):
        return HTML
    return None


def _zipped(head: bytes, name: str) -> FileKind:
    """Office files are zips; their first member tells, for a zip of such files shows theirs too."""
    low = name.lower()
    if not _first_member(head).startswith(OF_OFFICE) and not low.endswith(NAMES_OF_OFFICE):
        return ZIP
    if b"word/" in head or low.endswith((".docx", ".docm", ".dotx")):
        if low.endswith(".docm") or b"vbaProject" in head:
            raise Refused(
                f"This Word document carries macros: {SAVE_AS}, without them.", kind="macros"
            )
        return WORD
    if b"xl/" in head or low.endswith(".xlsx"):
        raise Refused("This is a spreadsheet: save its table as .csv.", kind="file kind")
    if b"mimetypeapplication/vnd.oasis" in head or low.endswith(".odt"):
        raise Refused(f"This is an OpenDocument file: {SAVE_AS}.", kind="file kind")
    if b"mimetypeapplication/epub" in head or low.endswith((".epub", ".pptx")):
        raise Refused(f"This is a book or a presentation. {TAKEN}", kind="file kind")
    return ZIP


def _first_member(head: bytes) -> bytes:
    """Its name, as the archive's first local header gives it."""
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length]


def _gzipped(name: str) -> FileKind:
    if name.lower().endswith((".warc.gz", ".warc", ".wat.gz")):
        return WARC
    raise Refused(
        "This is packed with gzip: unpack it, or pack it as .zip (only .warc.gz is read as it is).",
        kind="file kind",
    )


def is_furniture(name: str) -> bool:
    """Whether a file's name is of what browsers save to show a page: no story is called so."""
    return name.lower().endswith(OF_PAGES)


def _by_name(head: bytes, name: str, media_type: str) -> FileKind:
    if name.endswith((".mht", ".mhtml")) or SAVED_HEAD.match(head):
        return SAVED
    if name.endswith(".eml") or media_type.startswith("message/") or MAIL_HEAD.match(head):
        return MAIL
    if is_furniture(name):
        raise Refused(f"This is a part of how a web page looks. {TAKEN}", kind="file kind")
    if name.endswith(".json") or media_type.endswith("/json"):
        raise Refused("This is JSON: save it as .jsonl, one object a line.", kind="file kind")
    if name.endswith((".jsonl", ".ndjson")):
        return JSONL
    if name.endswith((".csv", ".tsv")):
        return CSV
    if name.endswith((".html", ".htm", ".xhtml")) or "html" in media_type:
        return HTML
    if name.endswith((".md", ".markdown")):
        return MARKDOWN
    if name.endswith((".txt", ".text")) or media_type.startswith("text/plain"):
        return HTML if len(TAG.findall(head)) > 5 else TEXT
    return HTML if len(TAG.findall(head)) > 5 else TEXT
