"""Word documents: harmless ones are read, as the plain conventions of a text have them."""

import io
import zipfile
from dataclasses import replace

from docx import Document
from docx.opc.exceptions import OpcError
from lxml.etree import XMLSyntaxError

from articles.ingestion.errors import Damaged, NotAText, Refused
from articles.ingestion.files.limits import Limits, over, require_length
from articles.ingestion.files.word_text import text_of
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle

MACROS = "word/vbaProject.bin"
BROKEN = "This Word document is damaged: open it in Word and save it once more."


def read_word(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    """Nothing in it is run and nothing it points to is fetched."""
    _require_harmless(content, limits)
    try:
        document = Document(io.BytesIO(content))
        paragraphs = list(text_of(document))
    except (OpcError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile):
        raise Damaged(BROKEN) from None
    text = "\n\n".join(paragraphs)
    if not text.strip():
        raise NotAText("There is no text in this Word document.")
    return _with_title(parse_text(require_length(text, limits)), document)


def _with_title(parsed: ParsedArticle, document) -> ParsedArticle:
    """The document's own title, where its text has no headline."""
    title = " ".join((document.core_properties.title or "").split())
    if parsed.story.headline or not title:
        return parsed
    story = replace(parsed.story, headline=title[:500])
    return replace(parsed, story=story, sources=parsed.sources | {"headline": "document title"})


def _require_harmless(content: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if MACROS in archive.namelist():
                raise Refused(
                    "This Word document carries macros: save it as .docx without them.",
                    kind="macros",
                )
            for member in members:
                if member.filename.endswith(".xml"):
                    _require_plain_xml(archive, member, limits)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError):
        raise Damaged(BROKEN) from None
    if sum(member.file_size for member in members) > limits.max_member_bytes * 5:
        raise over(
            "This Word document unfolds to too many bytes",
            limits.max_member_bytes * 5,
            "INGEST_MAX_MEMBER_BYTES, times five",
        )


def _require_plain_xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> None:
    """Word never declares entities; what does so wants to unfold or to read other files."""
    if member.file_size > limits.max_member_bytes * 5:
        raise over(
            f"{member.filename} in this Word document unfolds to {member.file_size:,} bytes",
            limits.max_member_bytes * 5,
            "INGEST_MAX_MEMBER_BYTES, times five",
        )
    with archive.open(member) as file:
        if b"<!DOCTYPE" in file.read(4096).upper():
            raise Refused(
                "This Word document declares entities, which no Word document needs: "
                "open it and save it once more.",
                kind="entities",
            )
