"""Who wrote: names of people only, in the order given."""

import re
from functools import lru_cache
from itertools import islice

from articles.extraction.bylines import AGENCIES
from articles.ingestion.webpage.credits import Credits, named_beside_a_day
from articles.ingestion.webpage.jsonld import Node, kinds_of, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.names import BY, PARTED, is_person, names_in, people_in
from articles.ingestion.webpage.opening import Opening
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
MOST = 12
LEVELS = 3  # from a credit up to the line that holds all of them


def find_authors(
    root, opening: Opening, printed: Credits, article: Node, metas: Metas, site: str
) -> tuple[list[str], str]:
    """(names, where they came from): JSON-LD's persons, metas, rel=author, the byline shown.

    What the page prints after its headline corrects what it tells machines.
    """
    ways = (
        (lambda: people_in(_of_node(article, site), site), "json-ld"),
        (lambda: _of_fullest_meta(metas, site), "meta"),
        (lambda: people_in(_linked(root, site), site), "page"),
        (lambda: named_beside_a_day(opening, site), "page"),
        (lambda: people_in(_shown(root, site), site), "page"),
    )
    for find, origin in ways:
        if names := find():
            return _corrected(names, printed)[:MOST], origin
    return [], ""


def _corrected(names: list[str], printed: Credits) -> list[str]:
    """All that the byline prints where it prints more; nobody it credits with something else."""
    if set(names) < set(printed.writers):
        return printed.writers
    others = set(printed.beside) - set(printed.writers)
    return [name for name in names if name not in others] or names


def find_agency(article: Node, metas: Metas) -> str:
    """The wire agency that is credited, alone or beside somebody: "The Associated Press"."""
    credited = [text_in(one) for one in _given(article)] + metas.all(*METAS)
    parts = (part for text in credited for part in PARTED.split(BY.sub("", words(text))))
    return next((part for part in parts if part.lower() in AGENCIES), "")


def _given(article: Node) -> list:
    given = article.get("author") or article.get("creator") or []
    return given if isinstance(given, list) else [given]


def _of_node(article: Node, site: str) -> list[str]:
    found = []
    for one in _given(article):
        if isinstance(one, dict) and "Organization" in kinds_of(one):
            continue
        names = one.get("name") if isinstance(one, dict) else one
        for name in names if isinstance(names, list) else [names]:
            found.extend(names_in(text_in(name), site))
    return found


def _of_fullest_meta(metas: Metas, site: str) -> list[str]:
    """One meta may name the publisher where another names who wrote; some name the first only."""
    by_meta = (
        [name for text in metas.all(meta) for name in names_in(text, site)] for meta in METAS
    )
    return max((people_in(names, site) for names in by_meta), key=len)


def _linked(root, site: str) -> list[str]:
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
        for name in names_in(words_of(link), site)
    ]


def _shown(root, site: str) -> list[str]:
    """The first line that credits somebody: by its class, or by beginning with "By"."""
    for element in root.iter("p", "div", "span", "a", "address", "li", "h3", "h4"):
        is_credit = _is_credit(label_of(element))
        if not is_credit and not _begins_with_by(element):
            continue
        text = words_of(element)
        if len(text) > 120 or not (is_credit or BY.match(text)):
            continue
        names = names_in(text, site)
        if names and is_person(names[0], ""):
            return names
    return []


@lru_cache(maxsize=8192)  # pages of one outlet are labelled alike
def _is_credit(label: str) -> bool:
    return bool(CREDITED.search(label))


def _begins_with_by(element) -> bool:
    start = (element.text or "").strip().lower()
    return len(element) < 5 and (start.startswith("by ") or start in ("by", "by:"))
