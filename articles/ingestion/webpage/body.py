"""The body: the library's choice of the page, block by block, cleaned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import trafilatura
from trafilatura.settings import Extractor

from articles.extraction.blocks import blocks_of
from articles.ingestion.webpage.noise import is_noise
from articles.ingestion.webpage.tree import label_of, words, words_of

# "txt" as the format: the library spares itself a text that nobody reads.
OPTIONS = {
    fast: Extractor(output_format="txt", fast=fast, comments=False) for fast in (True, False)
}
LITTLE, PART, MOST = 0.3, 0.75, 0.7
FEW_LETTERS = 150
PROSE = 100  # letters a paragraph: teasers have fewer
REPEATED = 100  # letters: shorter lines may well stand twice in a list or a recipe
PLAIN = re.compile(r"\W+")
KINDS = {"head": "heading", "quote": "blockquote", "p": "paragraph", "code": "paragraph"}
BESIDE_TAGS = {"footer", "aside", "nav", "form", "dialog"}
BESIDE = re.compile(
    r"comment|cookie|consent|gdpr|footer|modal|popup|overlay|disclaimer|newsletter|sidebar|related",
    re.IGNORECASE,
)


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
    groups = _groups(root)
    columns = _columns(groups)
    largest = max(groups.values(), key=_letters, default=[])
    for fast in (True, False):
        blocks = list(_library(root, fast=fast))
        if _length(blocks) >= LITTLE * _letters(largest) and _length(blocks) > FEW_LETTERS:
            column = _column_of(blocks, columns) or _column_beside(blocks, columns)
            if _length(blocks) < PART * _letters(column):
                return _paragraphs(column), "page"
            return blocks, "library"
    if _letters(largest) > FEW_LETTERS:
        return _paragraphs(largest), "page"
    return blocks, "library"


def _paragraphs(texts: list[str]) -> list[Block]:
    return [Block("paragraph", text) for text in texts]


def _letters(texts: list[str]) -> int:
    return sum(map(len, texts))


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


def _groups(root) -> dict:
    """The paragraphs of each element that holds some, but for what stands beside others."""
    groups: dict = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        text = words_of(paragraph)
        if parent is not None and len(text.split()) > 5:
            groups.setdefault(parent, []).append(text)
    return {parent: texts for parent, texts in groups.items() if not _is_beside(parent)} or groups


def _columns(groups: dict) -> list[list[str]]:
    """The paragraphs of all elements of one class: advertisements part a story into several."""
    columns: dict = {}
    for parent, texts in groups.items():
        holder = next(parent.iterancestors("article"), None)
        columns.setdefault((holder, parent.tag, parent.get("class")), []).extend(texts)
    return list(columns.values())


def _column_of(blocks: list[Block], columns: list[list[str]]) -> list[str]:
    """The column in which the library's choice stands: it may take the first of its parts alone."""
    chosen = {block.text for block in blocks if block.kind == "paragraph"}
    for column in columns:
        held = sum(len(text) for text in chosen & set(column))
        if held >= MOST * sum(map(len, chosen)) and held:
            return column
    return []


def _column_beside(blocks: list[Block], columns: list[list[str]]) -> list[str]:
    """A column of whole paragraphs of which the library took none: it took teasers instead."""
    chosen = {block.text for block in blocks}
    column = max(columns, key=_letters, default=[])
    is_prose = _letters(column) > PROSE * len(column)
    return column if is_prose and not chosen & set(column) else []


def _is_beside(element) -> bool:
    """Comments, cookie notices, footers: text enough, but of no article."""
    for holder in (element, *element.iterancestors()):
        if holder.tag in BESIDE_TAGS or _is_named_beside(label_of(holder)):
            return holder.tag not in ("html", "body", "main", "article")
    return False


@lru_cache(maxsize=8192)  # pages of one outlet are labelled alike
def _is_named_beside(label: str) -> bool:
    return bool(BESIDE.search(label))


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
