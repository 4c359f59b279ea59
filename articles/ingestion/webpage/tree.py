"""Bytes -> tree: decoded as the page really is, and parsed once."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from lxml import etree, html

from articles.ingestion.errors import NotAText

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD = 4096
DEEPEST = 400
MOST_ELEMENTS = 300_000
HOW_MANY = etree.XPath("count(//*)")
TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages call Latin-1 is Windows' superset of it; so browsers read it.
WESTERN = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"}
DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>", re.IGNORECASE)
DOCTYPE = re.compile(rb"\s*<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", re.IGNORECASE)
CONTROLS = bytes(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F]
)  # bytes of their own in UTF-8


def utf8_of_page(content: bytes, charset: str = "") -> bytes:
    """By byte order mark; UTF-8 where it is UTF-8; else what header or page declare."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return _recoded(content, name)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _recoded(content, _encoding_of(content, charset))
    return content


def _recoded(content: bytes, encoding: str) -> bytes:
    return content.decode(encoding, "replace").encode("utf-8", "replace")


def _encoding_of(content: bytes, charset: str) -> str:
    """Of a page that is not UTF-8 throughout."""
    found = CHARSET.search(content[:HEAD])
    declared = [charset, found[1].decode("ascii", "ignore") if found else ""]
    for name in filter(None, (_codec(name) for name in declared)):
        try:
            content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return name
    return "utf-8" if _is_mostly_utf8(content) else "cp1252"


def _codec(name: str) -> str:
    name = name.strip().lower()
    if name in WESTERN:
        return "cp1252"
    return "" if name in ("utf-8", "utf8") else name


def _is_mostly_utf8(content: bytes) -> bool:
    """A page cut in the middle of a letter, or with one bad byte in an advertisement."""
    wrong = content.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte > 127 for byte in content[:200_000])
    return wrong * 20 < max(high, 1)


def tree_of(content: bytes) -> html.HtmlElement:
    """The page, in UTF-8, as a tree; raises NotAText where it is none, or absurdly nested."""
    for opening in (DECLARATION, DOCTYPE):
        if found := opening.match(content):
            content = content[found.end() :]
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        huge_tree=False,
    )
    # One class for all: the usual look-up, in Python, is asked for each element at each look.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        root = etree.fromstring(content.translate(None, CONTROLS), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not len(root):
        raise NotAText("This is no web page that can be read: it has no elements.")
    _require_bearable(root)
    return root


def _require_bearable(root: html.HtmlElement) -> None:
    if HOW_MANY(root) > MOST_ELEMENTS or TOO_DEEP(root):
        raise NotAText("This page is nested or cut up beyond what any article is: paste its text.")


def words(text: str | None) -> str:
    """Composed letters, no invisible ones, single spaces."""
    if not text:
        return ""
    if not text.isascii():
        text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\u00ad]")


def words_of(element) -> str:
    """The words an element shows."""
    return words("".join(_shown(element)) if len(element) else element.text)


def _shown(element) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        gap = "" if child.tag in INLINE else " "
        if child.tag not in UNREAD:
            yield gap
            yield from _shown(child)
            yield gap
        if child.tail:
            yield child.tail


def following(element) -> Iterator:
    """The elements after this one's end, in the page's order."""
    for holder in (element, *element.iterancestors()):
        for sibling in holder.itersiblings():
            yield from sibling.iter()


UNREAD = frozenset(("script", "style", "noscript", "template", "svg"))
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)


def label_of(element) -> str:
    """What an element's author calls it: class, id, itemprop and test name together."""
    told = element.get  # asked of every element of a page, several times
    return " ".join([label for name in LABELS if (label := told(name))])


LABELS = ("class", "id", "itemprop", "data-testid")
