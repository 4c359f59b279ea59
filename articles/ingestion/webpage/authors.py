"""Who wrote: names of people only, in the order given."""

import re

from articles.ingestion.webpage.jsonld import Node, kinds_of, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.tree import label_of, words, words_of

METAS = (
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "cxenseparse:author",
)
CREDITED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|contributor)(?:s|[-_]?name)?(?:$|[\s_-])", re.I
)
BY = re.compile(r"^\s*(?:(?:written|story|words|reported|analysis|report)\s+)?by:?\s+", re.I)
PARTED = re.compile(r"\s*(?:,\s+and\s+|\s+and\s+|\s+&\s+|,\s+|;\s*|\s*\|\s*|\s+/\s+|\s+with\s+)\s*")
ROLES = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|contributor|columnist|bureau|chief|news|desk|"
    r"press|team|associated|reuters|agence|agencies|wire|service|opinion|guest|senior|politics|"
    r"political|for|the|of|at|in|usa|cnn|bbc|fox|media|digital|online|network|magazine|daily|"
    r"post|times|journal|tribune|herald|gazette|copied|link|share|follow|updated|published|"
    r"read|more|contributing|producer|special|national|published|author|admin|newsroom)\b",
    re.I,
)
AFTER = re.compile(
    r"\s+(?:\||•|·|[-–—]|@|\(|for\s|in\s|at\s|updated|published|\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:MS|MA|MD|PhD|Ph\.D\.?|RD|CNN|BBC)$).*$",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,4}")
MOST = 12


def find_authors(root, article: Node, metas: Metas, site: str) -> tuple[list[str], str]:
    """(names, where they came from): JSON-LD's persons, metas, rel=author, the byline shown."""
    ways = (
        (lambda: _of_node(article), "json-ld"),
        (lambda: [name for value in metas.all(*METAS) for name in _names(value)], "meta"),
        (lambda: _linked(root), "page"),
        (lambda: _shown(root), "page"),
    )
    for find, origin in ways:
        names = [_without_site(name, site) for name in find()]
        names = [name for name in names if is_person(name, site)]
        if names:
            return list(dict.fromkeys(names))[:MOST], origin
    return [], ""


def is_person(name: str, site: str) -> bool:
    if not NAME.fullmatch(name) or len(name) > 50 or ROLES.search(name):
        return False
    plain = re.sub(r"\W+", "", name.lower())
    return plain not in re.sub(r"\W+", "", site.lower()) or not site


def _of_node(article: Node) -> list[str]:
    given = article.get("author") or article.get("creator") or []
    found = []
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, dict) and "Organization" in kinds_of(one):
            continue
        names = one.get("name") if isinstance(one, dict) else one
        for name in names if isinstance(names, list) else [names]:
            found.extend(_names(text_in(name)))
    return found


def _without_site(name: str, site: str) -> str:
    """ "Jane Roe Gulf Pines Courier", as some sites print it, is Jane Roe."""
    words_of_name, words_of_site = name.split(), site.lower().removeprefix("the ").split()
    size = len(words_of_site)
    if 0 < size < len(words_of_name) - 1:
        tail = [word.lower() for word in words_of_name[-size:]]
        if tail == words_of_site:
            return " ".join(words_of_name[:-size])
    return name


def _names(text: str) -> list[str]:
    """ "By Jane Roe, Politics Editor and Ann Poe" gives both names."""
    text = BY.sub("", words(text))
    if text.startswith("http"):
        return []
    return [name for part in PARTED.split(text) if (name := _trimmed(part))]


def _trimmed(part: str) -> str:
    name = AFTER.sub("", part).strip(" ,.;:")
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def _linked(root) -> list[str]:
    found = []
    for link in root.iter("a"):
        if "author" in (link.get("rel") or "").split() or link.get("itemprop") == "author":
            found.extend(_names(words_of(link)))
    return found


def _shown(root) -> list[str]:
    """The first line that credits somebody: by its class, or by beginning with "By"."""
    for element in root.iter("p", "div", "span", "a", "address", "li", "h3", "h4"):
        is_credit = bool(CREDITED.search(label_of(element)))
        if not is_credit and not _begins_with_by(element):
            continue
        text = words_of(element)
        if len(text) > 120 or not (is_credit or BY.match(text)):
            continue
        names = _names(text)
        if names and is_person(names[0], ""):
            return names
    return []


def _begins_with_by(element) -> bool:
    start = (element.text or "").strip().lower()
    return len(element) < 5 and (start.startswith("by ") or start in ("by", "by:"))


__all__ = ["find_authors", "is_person"]
