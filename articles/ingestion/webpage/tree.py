"""Bytes -> text -> tree: decoded as the page really is, and parsed once."""

import codecs
import re
import unicodedata

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
DOCTYPE = re.compile(r"^\s*<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def text_of_page(content: bytes, charset: str = "") -> str:
    """By byte order mark; UTF-8 where it is UTF-8; else what header or page declare."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = CHARSET.search(content[:HEAD])
    declared = [charset, found[1].decode("ascii", "ignore") if found else ""]
    for name in filter(None, (_codec(name) for name in declared)):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    if _is_mostly_utf8(content):
        return content.decode("utf-8", "replace")
    return content.decode("cp1252", "replace")


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


def tree_of(text: str) -> html.HtmlElement:
    """The page as a tree; raises NotAText where it is none, or absurdly nested."""
    text = CONTROLS.sub("", DOCTYPE.sub("", DECLARATION.sub("", text)))
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
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
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
    return words(" ".join(_shown(element)))


def _shown(element) -> list[str]:
    found = []
    for part in element.iter():
        if part.tag in ("script", "style", "noscript", "template", "svg"):
            continue
        gap = "" if part.tag in INLINE else " "
        if part.text:
            found.append(gap + part.text)
        if part.tail and part is not element:
            found.append(part.tail + ("" if part.tag in INLINE else " "))
    return ["".join(found)]


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
