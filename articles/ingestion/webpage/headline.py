"""The headline: what the page shows, without what is none of it."""

import re

from articles.ingestion.webpage.jsonld import Node, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.tree import words, words_of

Found = tuple[str, str]  # value, where it came from
SUFFIX = re.compile(r"\s+(?:[|»·•]|[-–—]|::)\s+(?=[^|»·•–—]{2,60}$)")
PREFIX = re.compile(
    r"^(?:opinion|analysis|exclusive|commentary|editorial)\s*(?:\||:|—|–)\s+(?=(?-i:[^a-z]))", re.I
)


def find_headline(root, article: Node, metas: Metas, site: str) -> Found:
    """The page's only h1, then JSON-LD, then OpenGraph without the site's name, then the title."""
    shown = headings(root)
    told = text_in(article.get("headline"))
    titled = metas.first("og:title", "twitter:title", "parsely-title", "sailthru.title")
    if len(shown) == 1 and _is_plausible(shown[0], told, titled, site):
        return _without_rubric(without_label(shown[0]), told, titled), "h1"
    agreeing = [one for one in shown if alike(one, told) or alike(one, titled)]
    if agreeing:
        return without_label(agreeing[0]), "h1"
    near = max(shown, key=lambda one: overlap(one, told or titled), default="")
    if _tells_the_same(near, told or titled):
        return without_label(near), "h1"
    if told:
        return without_label(without_site(told, site)), "json-ld"
    if titled:
        return without_label(without_site(titled, site)), "opengraph"
    if shown:
        return without_label(shown[0]), "h1"
    title = words(next((one.text for one in root.iter("title") if one.text), ""))
    return (without_label(without_site(title, site)), "title") if title else ("", "")


def headings(root) -> list[str]:
    """The words of each h1, each once."""
    return list(dict.fromkeys(filter(None, (words_of(h1) for h1 in root.iter("h1")))))


def without_label(headline: str) -> str:
    """ "Opinion | The runoff nobody wanted" is an opinion piece of the shorter headline."""
    return PREFIX.sub("", headline).strip()


def _without_rubric(headline: str, *known: str) -> str:
    """ "CITY HALL | Count ends" where the page tells machines "Count ends" alone."""
    _, mark, rest = headline.partition("|")
    return rest.strip() if mark and any(alike(rest, one) for one in known) else headline


def without_site(title: str, site: str) -> str:
    """ "Count ends | Politics | The Ledger" and "The Ledger - Count ends" are both Count ends."""
    while found := SUFFIX.search(title):
        if found[0].strip() not in "|»·•" and not _names_site(title[found.end() :], site):
            break
        title = title[: found.start()]
    first, mark, rest = title.partition(" - ")
    return rest if mark and site and _plain(first) == _plain(site) else title


def _names_site(text: str, site: str) -> bool:
    plain, named = _plain(text), _plain(site)
    return bool(named) and (named in plain or plain in named)


def _is_plausible(heading: str, told: str, titled: str, site: str) -> bool:
    """The only h1 of a page may be the site's name in its masthead."""
    if _plain(heading) == _plain(site) or len(heading.split()) < 2:
        return False
    known = told or titled
    return not known or overlap(heading, known) >= 0.25 or len(heading.split()) >= 5


def _tells_the_same(heading: str, known: str) -> bool:
    """Outlets give search engines and networks another headline than readers."""
    return len(heading.split()) >= 5 and overlap(heading, known) >= 0.4


def alike(one: str, other: str) -> bool:
    return bool(one and other) and _plain(one) == _plain(other)


def overlap(one: str, other: str) -> float:
    first, second = set(_plain(one).split()), set(_plain(other).split())
    return len(first & second) / max(1, min(len(first), len(second)))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("’", "").replace("'", "")))
