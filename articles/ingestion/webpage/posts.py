"""Embedded posts: made plain paragraphs before the library, which would drop them, sees them."""

from lxml import html

from articles.ingestion.webpage.tree import words, words_of

POSTS = ("twitter-tweet", "twitter-video", "bluesky-embed", "mastodon-embed")
DASHES = ("—", "–", "--")


def make_posts_plain(root) -> set[str]:
    """Replaces each embedded post, with the wrappers that hold nothing else, by a paragraph.

    Gives the words of the posts, by which their paragraphs are known again.
    """
    found = set()
    for quote in list(root.iter("blockquote")):
        classes = (quote.get("class") or "").lower()
        if not any(name in classes for name in POSTS):
            continue
        text = _text(quote)
        if len(text.split()) < 2:
            continue
        plain = html.Element("p")
        plain.text = text
        _replace(_outermost(quote), plain)
        found.add(text)
    return found


def _text(quote) -> str:
    """ "TEXT — Name (@handle) March 4, 2020"; the address behind its date is no text."""
    said = [words_of(part) for part in quote.iter("p")]
    tail = words(" ".join(part.tail or "" for part in quote.iter("p")))
    date = next((words_of(link) for link in reversed(list(quote.iter("a"))) if words_of(link)), "")
    if not said:
        return words_of(quote)
    signature = tail if not date or date in tail else f"{tail} {date}"
    if signature and not signature.startswith(DASHES):
        signature = f"— {signature}"
    if signature.startswith("--"):
        signature = f"—{signature[2:]}"
    return words(f"{' '.join(filter(None, said))} {signature}")


def _outermost(element):
    """The highest wrapper that shows nothing but this."""
    shown = len(words_of(element))
    parent = element.getparent()
    while parent is not None and parent.tag in ("figure", "aside", "div", "section", "center"):
        if len(words_of(parent)) > shown + 3:
            break
        element, parent = parent, parent.getparent()
    return element


def _replace(element, plain) -> None:
    plain.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, plain)
