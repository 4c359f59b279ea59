"""Who wrote: names of people only, in the order given."""

import re
from itertools import islice

from articles.extraction.bylines import AGENCIES
from articles.ingestion.webpage.jsonld import Node, kinds_of, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.tree import label_of, words, words_of

METAS = (
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "author",
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
    r"read|more|contributing|producer|special|national|published|author|admin|newsroom|"
    r"twitter|facebook|instagram|says|community)\b",
    re.I,
)
AFTER = re.compile(
    r"\s+(?:\||•|·|[-–—]|@|\(|for\s|in\s|at\s|updated|published|\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:MS|MA|MD|PhD|Ph\.D\.?|RD|CNN|BBC)$).*$",
    re.IGNORECASE,
)
OF_AGENCY = re.compile(rf"\s+(?:{'|'.join(sorted(AGENCIES, key=len, reverse=True))})$", re.I)
NAME = re.compile(r"[^\W\d_](?:[^\W\d]|[.'’-])*(?:\s+(?:[^\W\d]|[.'’-])+){1,4}")
MOST = 12
LEVELS = 3  # from a credit up to the line that holds all of them


def find_authors(root, article: Node, metas: Metas, site: str) -> tuple[list[str], str]:
    """(names, where they came from): JSON-LD's persons, metas, rel=author, the byline shown."""
    ways = (
        (lambda: _people(_of_node(article), site), "json-ld"),
        (lambda: _of_fullest_meta(metas, site), "meta"),
        (lambda: _people(_linked(root), site), "page"),
        (lambda: _people(_shown(root), site), "page"),
    )
    for find, origin in ways:
        if names := find():
            return names[:MOST], origin
    return [], ""


def _people(names: list[str], site: str) -> list[str]:
    plain = (_without_site(name, site) for name in names)
    return list(dict.fromkeys(name for name in plain if is_person(name, site)))


def find_agency(article: Node, metas: Metas) -> str:
    """The wire agency that is credited, alone or beside somebody: "The Associated Press"."""
    credited = [text_in(one) for one in _given(article)] + metas.all(*METAS)
    parts = (part for text in credited for part in PARTED.split(BY.sub("", words(text))))
    return next((part for part in parts if part.lower() in AGENCIES), "")


def is_person(name: str, site: str) -> bool:
    if not NAME.fullmatch(name) or len(name) > 50 or ROLES.search(name):
        return False
    plain = re.sub(r"\W+", "", name.lower())
    return plain not in re.sub(r"\W+", "", site.lower()) or not site


def _given(article: Node) -> list:
    given = article.get("author") or article.get("creator") or []
    return given if isinstance(given, list) else [given]


def _of_node(article: Node) -> list[str]:
    found = []
    for one in _given(article):
        if isinstance(one, dict) and "Organization" in kinds_of(one):
            continue
        names = one.get("name") if isinstance(one, dict) else one
        for name in names if isinstance(names, list) else [names]:
            found.extend(_names(text_in(name)))
    return found


def _of_fullest_meta(metas: Metas, site: str) -> list[str]:
    """One meta may name the publisher where another names who wrote; some name the first only."""
    by_meta = ([name for text in metas.all(meta) for name in _names(text)] for meta in METAS)
    return max((_people(names, site) for names in by_meta), key=len)


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
    name = OF_AGENCY.sub("", AFTER.sub("", part)).strip(" ,.;:")
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def _linked(root) -> list[str]:
    """Those that stand with the first such link: later ones credit other stories."""
    links = [
        link
        for link in root.iter("a")
        if "author" in (link.get("rel") or "").split() or link.get("itemprop") == "author"
    ]
    around = list(islice(links[0].iterancestors(), LEVELS))[-1:] if links else []
    return [
        name
        for link in links
        if any(holder in around for holder in link.iterancestors())
        for name in _names(words_of(link))
    ]


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


__all__ = ["find_agency", "find_authors", "is_person"]
