"""Markdown: its front matter as facts, its text without the marks of its letters."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import yaml

from articles.ingestion.decoding import decode
from articles.ingestion.errors import IngestError
from articles.ingestion.files.limits import Limits, require_length
from articles.ingestion.files.rows import as_row, read_row
from articles.ingestion.files.tables import proposed_fields
from articles.ingestion.parse import parse_text
from articles.ingestion.parsed import ParsedArticle
from articles.models import Article

ORIGIN = "front matter"
MOST_OF_A_LIST = 50
# At the very beginning, between two lines of ---; longer is no front matter.
FRONT = re.compile(r"\s{0,9}---[ \t]*\n(.{0,20000}?\n)---[ \t]*\n(.*)", re.DOTALL)
MARKS = (
    (re.compile(r"<!--.{0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\[]*\]\([^)\n]*\)"), ""),  # ![alt](picture)
    (
        re.compile(r"\[([^\]\[]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])"),
        r"\1",
    ),  # [words](address), [words][1]
    (re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S.*$", re.MULTILINE), ""),  # [1]: address
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^(\S[^\n]*)\n=+[ \t]*$", re.MULTILINE), r"# \1"),  # a headline underlined
    (re.compile(r"^(?:[ \t]*[-*_]){3,}[ \t]*$", re.MULTILINE), ""),  # a line across
    (re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,2000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)


def read_markdown(content: bytes, url: str, charset: str, limits: Limits) -> ParsedArticle:
    """Raises IngestError where its front matter makes no sense."""
    text = require_length(decode(content).replace("\r\n", "\n"), limits)
    front, body = _parted(text)
    if not front:
        return parse_text(without_marks(text))
    parsed = read_row(as_row(_facts(front) | {"body": without_marks(body)}), limits)
    return replace(parsed, sources=dict.fromkeys(parsed.sources, ORIGIN))


def without_marks(text: str) -> str:
    """The words as a reader sees them; headings, lists and quotes keep their marks."""
    for mark, words in MARKS:
        text = mark.sub(words, text)
    return text


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """What stands between the lines of ---, if it names anything, and the text after it."""
    found = FRONT.match(text)
    if not found:
        return {}, text
    try:
        front = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError) as error:
        raise IngestError(f"The front matter is no YAML: {error}.") from None
    return (front, found[2]) if isinstance(front, dict) else ({}, text)


def _facts(front: dict[str, Any]) -> dict[str, str]:
    """Our fields, by the names that the front matter gives them."""
    words = {str(name): _words(value) for name, value in front.items()}
    facts = {field: words[name] for name, field in proposed_fields(words).items()}
    if not facts.get("url", "").startswith(("http://", "https://")):
        facts.pop("url", None)  # the place in somebody's own site
    if facts.get("kind") not in Article.Kind.values:
        facts.pop("kind", None)  # their systems' word for a template
    return facts


def _words(value) -> str:
    """Words or a day, or a list of such."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_word, value[:MOST_OF_A_LIST])))
    return _word(value)


def _word(value) -> str:
    """Of anything deeper nothing is wanted."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int | float) else ""
