"""What a page holds beside its article: taken out before the body is looked for."""

import re
from functools import lru_cache

from lxml import etree

from articles.ingestion.webpage.tree import words_of

UNSEEN = ("style", "noscript", "svg", "iframe", "link", "meta")
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
LONGEST_CARD = 500  # letters: an anchor that was never closed holds more
SMALL_SHARE = 0.25  # of the page's letters: what holds more is a frame around the article


def drop_unseen(root) -> None:
    """Scripts, styles and the like: nobody reads them, and each look at the page passes them.

    What a script tells of the article stays: the library's last resort for its text.
    """
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    for script in list(root.iter("script")):
        if "ld+json" not in (script.get("type") or "").lower():
            _remove(script)


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
    _drop_links_elsewhere(root)


def _drop_links_elsewhere(root) -> None:
    """Links that hold whole paragraphs, as cards of other stories do, or are one in capitals."""
    for link in list(root.iter("a")):
        holder = next(link.iterancestors("p"), None)
        if link.get("href") and next(link.iter("p", "h2", "h3", "h4"), None) is not None:
            if _letters(link) < LONGEST_CARD:
                _remove(link)
        elif holder is not None and (link.text or "").isupper():
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
