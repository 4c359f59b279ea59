"""The page's own paragraphs: by what holds them, by column, and the frame of nearly all."""

import re
from functools import lru_cache
from itertools import chain, islice

from lxml import etree

from articles.ingestion.webpage.tree import label_of, words_of

Groups = dict  # element -> the texts of its paragraphs
MOST = 0.7
PROSE = 100  # letters a paragraph: teasers have fewer
NEARLY_ALL = 0.97
LITTLE = 0.3  # of what the page says beside links: the frame of less may be something else's
FRAME, FURTHER = 1.25, 150  # of the paragraphs' letters: what holds more is more than their frame
LEVELS = 50  # up from a paragraph: each is counted anew, and no newspaper's page is deeper
LETTERS = etree.XPath("string-length(normalize-space())")
BESIDE_TAGS = {"footer", "aside", "nav", "form", "dialog"}
BESIDE = re.compile(
    r"comment|cookie|consent|gdpr|footer|modal|popup|overlay|disclaimer|newsletter|sidebar|related",
    re.IGNORECASE,
)


def letters_of(texts: list[str]) -> int:
    return sum(map(len, texts))


def groups_of(root) -> Groups:
    """The paragraphs of each element that holds some, but for what stands beside others."""
    groups: Groups = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        text = words_of(paragraph)
        if parent is not None and len(text.split()) > 5:
            groups.setdefault(parent, []).append(text)
    return {parent: texts for parent, texts in groups.items() if not _is_beside(parent)} or groups


def columns_of(groups: Groups) -> list[list[str]]:
    """The paragraphs of all elements of one class: advertisements part a story into several."""
    columns: dict = {}
    for parent, texts in groups.items():
        holder = next(parent.iterancestors("article"), None)
        columns.setdefault((holder, parent.tag, parent.get("class")), []).extend(texts)
    return list(columns.values())


def column_for(chosen: set[str], columns: list[list[str]]) -> list[str]:
    """The column in which chosen paragraphs stand: they may be the first of its parts alone."""
    for column in columns:
        held = letters_of(chosen & set(column))
        if held >= MOST * letters_of(chosen) and held:
            return column
    return []


def column_beside(chosen: set[str], columns: list[list[str]]) -> list[str]:
    """A column of whole paragraphs of which none was chosen: teasers were chosen instead."""
    column = max(columns, key=letters_of, default=[])
    is_prose = letters_of(column) > PROSE * len(column)
    return column if is_prose and not chosen & set(column) else []


def leave_frame(root, groups: Groups) -> None:
    """Takes out of the page what stands outside the frame of its paragraphs.

    The frame becomes its "main", by which the library knows it where it is called nothing else.
    """
    body, frame = root.find("body"), _frame_of(groups)
    if body is None or frame is None or frame.tag in ("html", "body"):
        return
    if LETTERS(frame) > LITTLE * (LETTERS(body) - sum(map(LETTERS, body.iter("a")))):
        body[:], body.text = [frame], None
        frame.tag, frame.tail = "main", None


def _frame_of(groups: Groups):
    """What holds nearly all paragraphs, up to the last holder that adds little to their text."""
    told: dict = {}
    for parent, texts in groups.items():
        for holder in _holders(parent):
            told[holder] = told.get(holder, 0) + letters_of(texts)
    total, frame = sum(map(letters_of, groups.values())), None
    largest = max(groups, key=lambda parent: letters_of(groups[parent]))
    for holder in islice(_holders(largest), LEVELS):
        if frame is not None and LETTERS(holder) > FRAME * total + FURTHER:
            break
        if told[holder] >= NEARLY_ALL * total:
            frame = holder
    return frame


def _holders(element) -> chain:
    return chain((element,), element.iterancestors())


def _is_beside(element) -> bool:
    """Comments, cookie notices, footers: text enough, but of no article."""
    for holder in _holders(element):
        if holder.tag in BESIDE_TAGS or _is_named_beside(label_of(holder)):
            return holder.tag not in ("html", "body", "main", "article")
    return False


@lru_cache(maxsize=8192)  # pages of one outlet are labelled alike
def _is_named_beside(label: str) -> bool:
    return bool(BESIDE.search(label))
