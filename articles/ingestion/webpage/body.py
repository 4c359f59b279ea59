"""The body: the library's choice of the page, block by block, cleaned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura
from lxml import etree
from trafilatura.settings import Extractor

from articles.extraction.blocks import blocks_of
from articles.ingestion.webpage.columns import (
    column_beside,
    column_for,
    columns_of,
    groups_of,
    leave_frame,
    letters_of,
)
from articles.ingestion.webpage.noise import is_noise
from articles.ingestion.webpage.tree import words, words_of

# "txt" as the format: the library spares itself a text that nobody reads.
OPTIONS = {
    fast: Extractor(output_format="txt", fast=fast, comments=False) for fast in (True, False)
}
LITTLE, PART = 0.3, 0.75
FEW_LETTERS = 150
REPEATED = 100  # letters: shorter lines may well stand twice in a list or a recipe
PLAIN = re.compile(r"\W+")
KINDS = {"head": "heading", "quote": "blockquote", "p": "paragraph", "code": "paragraph"}


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    text: str


def find_body(root, posts: set[str], headline: str, deck: str) -> tuple[list[Block], str]:
    """(blocks, where they came from); [] where the page shows no article."""
    blocks, origin = _chosen(root)
    return _cleaned(blocks, posts, headline, deck), origin


def _chosen(root) -> tuple[list[Block], str]:
    """The library's choice; the page's own largest text where the library missed most of it."""
    groups = groups_of(root)
    columns = columns_of(groups)
    largest = max(groups.values(), key=letters_of, default=[])
    if letters_of(largest) > FEW_LETTERS:
        # Where the page shows no text, the library looks into what is told to machines.
        etree.strip_elements(root, "head", "script", with_tail=False)
        leave_frame(root, groups)
    for fast in (True, False):
        blocks = list(_library(root, fast=fast))
        if _length(blocks) >= LITTLE * letters_of(largest) and _length(blocks) > FEW_LETTERS:
            column = column_for({one.text for one in blocks if one.kind == "paragraph"}, columns)
            column = column or column_beside({one.text for one in blocks}, columns)
            if _length(blocks) < PART * letters_of(column):
                return _paragraphs(column), "page"
            return blocks, "library"
    if letters_of(largest) > FEW_LETTERS:
        return _paragraphs(largest), "page"
    return blocks, "library"


def _paragraphs(texts: list[str]) -> list[Block]:
    return [Block("paragraph", text) for text in texts]


def _library(root, *, fast: bool) -> Iterator[Block]:
    document = trafilatura.bare_extraction(root, options=OPTIONS[fast])  # leaves root as it is
    if document is not None and document.body is not None:
        yield from _blocks(document.body)


def _blocks(element) -> Iterator[Block]:
    """The blocks of the library's own simple markup, in order."""
    if element.text and element.tag == "body":
        yield from _parted("paragraph", element.text)
    for child in element:
        yield from _blocks_of(child)
        if child.tail and child.tail.strip():
            yield from _parted("paragraph", child.tail)


def _blocks_of(child) -> Iterator[Block]:
    if child.tag == "list":
        yield from (Block("list_item", words_of(item)) for item in child.iter("item"))
    elif child.tag == "table":
        yield from _table(child)
    elif child.tag == "quote" and child.find(".//p") is not None:
        yield from (Block("blockquote", words_of(part)) for part in child.iter("p"))
    elif child.tag in KINDS:
        yield from _parted(KINDS[child.tag], _with_breaks(child))
    elif len(child):
        yield from _blocks(child)
    else:
        yield from _parted("paragraph", child.text or "")


def _with_breaks(element) -> str:
    found = [element.text or ""]
    for part in element.iterdescendants():
        if part.tag == "lb":
            found.append("\n")
        found.extend((part.text or "", part.tail or ""))
    return "".join(found)


def _parted(kind: str, text: str) -> Iterator[Block]:
    for line in text.split("\n"):
        if words(line):
            yield Block(kind, words(line))


def _table(table) -> Iterator[Block]:
    rows = (
        " | ".join(filter(None, (words_of(cell) for cell in row.iter("cell"))))
        for row in table.iter("row")
    )
    yield from (Block("table", row) for row in rows if row)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _cleaned(blocks: list[Block], posts: set[str], headline: str, deck: str) -> list[Block]:
    """Without the repeated headline and deck, without noise, each long block once."""
    above = {_plain(text) for text in (headline, deck) if text}
    plain_posts = {_plain(text) for text in posts}
    found, seen = [], set()
    for place, block in enumerate(blocks):
        plain = _plain(block.text)
        is_post = plain in plain_posts
        if (plain in above and place < 6) or (plain in seen and len(plain) > REPEATED):
            continue
        if not is_post and is_noise(block.text, place, len(blocks)):
            continue
        seen.add(plain)
        found.append(Block("post" if is_post else _kind(block), block.text))
    return _without_trailing_headings(found)


def _kind(block: Block) -> str:
    """A paragraph that begins with "Correction:" is one, whatever element it stands in."""
    if block.kind != "paragraph":
        return block.kind
    known = blocks_of(block.text)[0][0]
    return known if known in ("correction", "post") else "paragraph"


def _without_trailing_headings(blocks: list[Block]) -> list[Block]:
    """A heading with nothing below it headed something that was dropped."""
    while blocks and blocks[-1].kind == "heading":
        blocks = blocks[:-1]
    return blocks


def _plain(text: str) -> str:
    return PLAIN.sub(" ", text.lower()).strip()
