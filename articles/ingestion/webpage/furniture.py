"""What a page holds beside its article: taken out before the body is looked for."""

import re
from functools import lru_cache

from lxml import etree

from articles.ingestion.webpage.tree import words_of

UNSEEN = ("script", "style", "noscript", "svg", "iframe", "link", "meta")
TAGS = (
    *("nav", "footer", "aside", "button", "select", "textarea", "input", "dialog", "menu"),
    *("video", "audio", "object", "embed", "canvas", "map", "datalist", "applet"),
)
HOLDERS = ("div", "section", "ul", "ol")
BESIDE = re.compile(
    r"comments?[-_ ]?(?:list|widget|section|container|content|area|thread|wrap|form)|newsletter|"
    r"author[-_]*(?:bio|box|card)|about-?the-?author|modal|disclosure|disruptor|recirc|"
    r"most-?(?:read|popular)|trending|recommend|read-?next|outbrain|taboola|cookie|consent|gdpr|"
    r"breadcrumb|related-?(?:article|stor|post|content|link|news)",
    re.I,
)
SMALL_SHARE = 0.25  # of the page's letters: what holds more is a frame around the article


def drop_unseen(root) -> None:
    """Scripts, styles and the like: nobody reads them, and each look at the page passes them."""
    etree.strip_elements(root, *UNSEEN, with_tail=False)


def drop_furniture(root) -> None:
    """Menus, forms, comments, letters to subscribe to: by element, and by what it is called."""
    etree.strip_elements(root, *TAGS, with_tail=False)
    named = [
        holder
        for holder in root.iter(*HOLDERS)
        if _is_beside(holder.get("class"), holder.get("id"))
    ]
    most = SMALL_SHARE * _letters(root) if named else 0
    for holder in named:
        if _letters(holder) < most and next(holder.iter("h1"), None) is None:
            _remove(holder)
    _drop_shouted_links(root)


def _drop_shouted_links(root) -> None:
    """Paragraphs that are one link in capitals: some outlets set other stories between two so."""
    for link in list(root.iter("a")):
        holder = next(link.iterancestors("p"), None)
        if holder is None or not (link.text or "").isupper():
            continue
        text = words_of(holder)
        if len(text.split()) > 3 and text == words_of(link):
            _remove(holder)


@lru_cache(maxsize=8192)  # pages of one outlet are labelled alike
def _is_beside(*labels: str | None) -> bool:
    return any(label and BESIDE.search(label) for label in labels)


def _letters(element) -> int:
    return sum(map(len, element.itertext()))


def _remove(element) -> None:
    """With what it holds, without the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
