"""Bytes -> text, never mangled: what can't be read is refused."""

import codecs
import re
from typing import BinaryIO

from articles.ingestion.errors import NotAText

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that no text has; tabs and line ends are fine.
BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
HIGH = re.compile(rb"[\x80-\xff]")
HALF_EMPTY = 0.3
PIECE = 1 << 20


def decode(content: bytes) -> str:
    """The text of ``content``: by its byte order mark, else UTF-8, else Windows' Western set.

    Raises NotAText where it is empty, binary, or mixes encodings.
    """
    text = _decoded(content)
    if BINARY.search(text):
        raise NotAText("This is no plain text: it has control characters, as programs' files do.")
    if not text.strip():
        raise NotAText("There is no text in it.")
    return text


def encoding_of(head: bytes) -> str:
    """The encoding that the beginning of a file shows; one cut in a letter's middle is fine."""
    marked = _marked(head) or _unmarked_wide(head)
    if marked:
        return marked
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def encoding_of_all(file: BinaryIO) -> str:
    """The encoding that a whole file shows, however late its first letter beyond ASCII comes.

    One that mixes encodings is called UTF-8 if most of it is. The file is left at its beginning.
    """
    head = file.read(PIECE)
    marked = _marked(head) or _unmarked_wide(head)
    file.seek(0)
    if marked:
        return marked
    pairs = others = 0
    while piece := file.read(PIECE):
        piece += file.readline(PIECE)  # no letter is cut in two at a line's end
        if not piece.isascii():
            rest, found = MULTIBYTE.subn(b"", piece)
            pairs, others = pairs + found, others + len(HIGH.findall(rest))
    file.seek(0)
    return "utf-8" if pairs > others or not others else "cp1252"


def _decoded(content: bytes) -> str:
    known = _marked(content) or _unmarked_wide(content)
    if known:
        try:
            return content.decode(known)
        except UnicodeDecodeError:
            raise NotAText(
                f"It says that it is {known.upper()} but is not, or is cut off: save it as UTF-8."
            ) from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        _require_one_encoding(content, error)
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise NotAText(
            "Its letters can't be read as UTF-8 or Western European: save it as UTF-8."
        ) from None


def _marked(content: bytes) -> str:
    return next((name for mark, name in MARKS if content.startswith(mark)), "")


def _unmarked_wide(content: bytes) -> str:
    """UTF-16 without its mark: in a Western text every other byte is empty."""
    head = content[:2000]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    half = len(head) // 2
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        empty, other = head[start::2].count(0), head[1 - start :: 2].count(0)
        if empty > HALF_EMPTY * half and not other:
            return name
    return ""


def _require_one_encoding(content: bytes, error: UnicodeDecodeError) -> None:
    """Where some letters are UTF-8 and others are not, either reading would mangle some."""
    rest, pairs = MULTIBYTE.subn(b"", content)
    if pairs <= len(HIGH.findall(rest)):
        return  # a few capitals before curly quotes look like UTF-8 in a Western text
    line = content.count(b"\n", 0, error.start) + 1
    raise NotAText(
        f"It mixes encodings: most is UTF-8, but line {line} is not. Open it in an editor, mend "
        "that line, and save it as UTF-8."
    )
