"""The body: the library's choice of the page, block by block, cleaned."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura

from articles.extraction.blocks import blocks_of
from articles.ingestion.webpage.noise import is_noise
from articles.ingestion.webpage.tree import words, words_of

LITTLE = 0.3
FEW_WORDS = 25
PLAIN = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    text: str


def find_body(root, posts: set[str], headline: str, deck: str) -> tuple[list[Block], str]:
    """(blocks, where they came from); [] where the page shows no article."""
    group = _largest_group(root)
    for fast in (True, False):
        blocks = list(_library(root, fast=fast))
        if _length(blocks) >= LITTLE * sum(map(len, group)) and _length(blocks) > FEW_WORDS:
            return _cleaned(blocks, posts, headline, deck), "library"
    if sum(len(text.split()) for text in group) >= FEW_WORDS:
        return _cleaned([Block("paragraph", text) for text in group], posts, headline, deck), "page"
    return _cleaned(blocks, posts, headline, deck), "library"


def _library(root, *, fast: bool) -> Iterator[Block]:
    document = trafilatura.bare_extraction(
        copy.deepcopy(root),
        fast=fast,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        deduplicate=False,
    )
    if document is not None and document.body is not None:
        yield from _blocks(document.body)


def _blocks(element) -> Iterator[Block]:
    kinds = {"head": "heading", "quote": "blockquote", "p": "paragraph", "code": "paragraph"}
    if element.text and element.tag == "body":
        yield from _parted("paragraph", element.text)
    for child in element:
        if child.tag == "list":
            for item in child.iter("item"):
                yield Block("list_item", words_of(item))
        elif child.tag == "table":
            yield from _table(child)
        elif child.tag == "quote" and child.find(".//p") is not None:
            for part in child.iter("p"):
                yield Block("blockquote", words_of(part))
        elif child.tag in kinds:
            yield from _parted(kinds[child.tag], _with_breaks(child))
        elif len(child):
            yield from _blocks(child)
        else:
            yield from _parted("paragraph", child.text or "")
        if child.tail and child.tail.strip():
            yield from _parted("paragraph", child.tail)


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


def _largest_group(root) -> list[str]:
    """The paragraphs of the element that has most text in paragraphs of its own."""
    groups: dict = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        text = words_of(paragraph)
        if parent is not None and len(text.split()) > 5:
            groups.setdefault(parent, []).append(text)
    return max(groups.values(), key=lambda texts: sum(map(len, texts)), default=[])


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
        if (plain in above and place < 6) or (plain in seen and len(plain) > 30):
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
