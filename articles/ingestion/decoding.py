"""Bytes -> text, never mangled: what can't be read is refused."""

import codecs
import re

from articles.ingestion.errors import NotAText

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that no text has; tabs and line ends are fine.
BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(content: bytes) -> str:
    """The text of ``content``: by its byte order mark, else UTF-8, else Windows' Western set.

    Raises NotAText where it is empty or binary.
    """
    text = _decoded(content)
    if BINARY.search(text):
        raise NotAText("This is no plain text: it has control characters, as programs' files do.")
    if not text.strip():
        raise NotAText("There is no text in it.")
    return text


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), None)
    for attempt in [encoding] if encoding else ["utf-8", "cp1252"]:
        try:
            return content.decode(attempt)
        except UnicodeDecodeError:
            continue
    raise NotAText("Its letters can't be read as UTF-8 or Western European: save it as UTF-8.")
