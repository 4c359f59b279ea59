"""What kind each paragraph of a pasted text is, and its words without the marks of that kind."""

from __future__ import annotations

import re
import unicodedata

from .posts import find_post

_HEADING = re.compile(r"#{2,6}\s+")
_ITEM = re.compile(r"(?:[-*•]|\d{1,2}[.)])\s+")
_CORRECTION = re.compile(
    r"(?:correction|corrections|clarification|retraction)s?\s*(?:\([^)]*\))?:", re.I
)
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


def tidy(text: str) -> str:
    """Line ends as newlines, composed accents, no invisible characters, single spaces."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.translate(_INVISIBLE).replace("\f", "\n")
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n")


def raw_paragraphs(text: str) -> list[str]:
    """The paragraphs of a tidied text, lines kept; without blank lines each line is one."""
    parts = [part.strip("\n") for part in re.split(r"\n{2,}", text)]
    if len(parts) == 1 and len(text) > 400:
        parts = text.split("\n")
    return [part for part in parts if part.strip()]


def blocks_of(part: str) -> list[tuple[str, str]]:
    """One raw paragraph as (kind, words) pairs: a list gives one for each item."""
    lines = part.split("\n")
    if _ITEM.match(lines[0]) and len(_ITEM.match(lines[0]).group()) <= 3:
        return _items(lines)
    if len(lines) > 1 and all(line.count("|") >= 1 or "\t" in line for line in lines):
        return [("table", part)]
    if lines[0].startswith(">"):
        return [_quoted(lines)]
    heading = _HEADING.match(lines[0])
    if heading:
        rest = blocks_of("\n".join(lines[1:])) if len(lines) > 1 else []
        return [("heading", lines[0][heading.end() :]), *rest]
    return [_plain(" ".join(lines))]


def _quoted(lines: list[str]) -> tuple[str, str]:
    kind = "pullquote" if lines[0].startswith(">>") else "blockquote"
    return kind, " ".join(line.lstrip("> ") for line in lines).strip()


def _items(lines: list[str]) -> list[tuple[str, str]]:
    items: list[str] = []
    for line in lines:
        mark = _ITEM.match(line)
        if mark:
            items.append(line[mark.end() :])
        else:
            items[-1] += " " + line
    return [("list_item", item) for item in items]


def _plain(words: str) -> tuple[str, str]:
    if _CORRECTION.match(words):
        return "correction", words
    return ("post" if find_post(words, 0, len(words)) else "paragraph"), words
