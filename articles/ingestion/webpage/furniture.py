"""What a page holds beside its article: taken out before the body is looked for."""

import re
from functools import lru_cache

from lxml import etree

from articles.ingestion.webpage.tree import INLINE, words_of

UNSEEN = (
    *("style", "noscript", "svg", "iframe", "video", "audio"),
    *("object", "embed", "canvas", "map", "applet"),
)
PICTURES = ("img", "picture", "source")  # to the parser a source holds what follows it
HOLLOW = (
    *("div", "span", "p", "a", "li", "ul", "ol", "section", "i", "b", "em", "strong"),
    *("h2", "h3", "h4", "h5", "button", "label"),
)
TAGS = (
    *("nav", "footer", "aside", "button", "select", "textarea", "input", "dialog", "menu"),
    *("datalist", "link", "meta", "title", "label", "legend", "fieldset"),
    *("option", "optgroup", "progress", "output", "math", "noindex", "frameset", "marquee"),
)
HOLDERS = ("div", "section", "ul", "ol")
BESIDE = re.compile(
    r"comments?[-_ ]?(?:list|widget|section|container|content|area|thread|wrap|form)|newsletter|"
    r"author[-_]*(?:bio|box|card|desc)|(?:short|full|contrib\w*)[-_]?bio\b|about-?the-?author|"
    r"inline-?video|video[-_]*(?:title|info|player|container|wrap|embed|caption|meta)|modal|"
    r"disclosure|disruptor|recirc|most-?(?:read|popular)|trending|recommend|read-?next|outbrain|"
    r"taboola|cookie|consent|gdpr|breadcrumb|related-?(?:article|stor|post|content|link|news)",
    re.I,
)
LONGEST_CARD = 500  # letters: an anchor that was never closed holds more
SMALL_SHARE = 0.25  # of the page's letters: what holds more is a frame around the article


def drop_unseen(root) -> None:
    """Scripts, styles, pictures, empty frames: nobody reads them, and each look passes them.

    What a script tells of the article stays: the library's last resort for its text.
    """
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    etree.strip_tags(root, *PICTURES)
    for script in list(root.iter("script")):
        if "ld+json" not in (script.get("type") or "").lower():
            _remove(script)
    _drop_hollow(root)


def _drop_hollow(root) -> None:
    """Elements that show no word: from the last to the first, so that emptied holders go too."""
    for element in reversed(list(root.iter(*HOLLOW))):
        if not len(element) and _is_blank(element.text):
            if element.tag in INLINE:
                element.drop_tag()
            elif _is_blank(element.tail):
                _remove(element)


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def drop_furniture(root) -> None:
    """Menus, forms, comments, letters to subscribe to: by element, and by what it is called."""
    etree.strip_elements(root, *TAGS, with_tail=False)
    _drop_figures(root)
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


def _drop_figures(root) -> None:
    """Their captions are kept apart; what a figure tabulates is text."""
    for figure in list(root.iter("figure")):
        if next(figure.iter("table"), None) is None:
            _remove(figure)


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
    return len(element.text_content())


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
