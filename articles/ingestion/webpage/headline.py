"""The headline, and the deck below it."""

import re

from articles.extraction.datelines import take_dateline
from articles.ingestion.webpage.jsonld import Node, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.noise import ASK, LEAD_ON
from articles.ingestion.webpage.tree import label_of, words, words_of

Found = tuple[str, str]  # value, where it came from
SUFFIX = re.compile(r"\s+(?:[|»·•]|[-–—]|::)\s+(?=[^|»·•–—]{2,60}$)")
PREFIX = re.compile(r"^(?:opinion|analysis|exclusive|commentary|editorial)\s*(?:\||:|—|–)\s+", re.I)
DECKS = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|sub-?title|sub-?head(?:line|ing)?|strapline|"
    r"article-?(?:summary|intro)|summary-?list|lede?|abstract|excerpt|description)(?:$|[\s_-])",
    re.I,
)
NO_DECK = re.compile(r"byline|author|social|share|newsletter|caption|nav|menu|related", re.I)
LONGEST_DECK = 600


def find_headline(root, article: Node, metas: Metas, site: str) -> Found:
    """The page's only h1, then JSON-LD, then OpenGraph without the site's name, then the title."""
    shown = headings(root)
    told = text_in(article.get("headline"))
    titled = metas.first("og:title", "twitter:title", "parsely-title", "sailthru.title")
    if len(shown) == 1 and _is_plausible(shown[0], told, titled, site):
        return without_label(shown[0]), "h1"
    agreeing = [one for one in shown if _alike(one, told) or _alike(one, titled)]
    if agreeing:
        return without_label(agreeing[0]), "h1"
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


def find_deck(root, article: Node, metas: Metas, headline: str, lead: str) -> Found:
    """What stands under the headline as a deck; a description alone is often a search text."""
    described = [
        text
        for text in (
            metas.first("og:description"),
            text_in(article.get("description")),
            metas.first("description", "twitter:description"),
        )
        if text
    ]
    for words_shown in (*_shown_decks(root, headline), *_subheads(root)):
        return words_shown, "page"
    near = _after_headline(root)
    for text in described:
        if any(_alike(text, shown) for shown in near):
            return text, "opengraph"
    alternative = text_in(article.get("alternativeHeadline"))
    if alternative and not _alike(alternative, headline) and len(alternative.split()) > 4:
        return alternative, "json-ld"
    return "", ""


def _shown_decks(root, headline: str):
    for element in root.iter("p", "h2", "h3", "h4", "div", "span", "section", "ul"):
        label = label_of(element)
        if not DECKS.search(label) or NO_DECK.search(label):
            continue
        text = words_of(element)
        is_deck = 20 < len(text) <= LONGEST_DECK and not _alike(text, headline)
        is_deck = is_deck and not ASK.search(text) and not LEAD_ON.match(text)
        if is_deck and len(element) < 12 and _follows_headline(element):
            yield text


def _subheads(root):
    """A heading that stands directly under the h1 heads no section, it is the deck."""
    for h1 in root.iter("h1"):
        following = h1.getnext()
        if following is not None and following.tag in ("h2", "h3"):
            text = words_of(following)
            if len(text.split()) > 5 and len(text) <= LONGEST_DECK and not ASK.search(text):
                yield text


def _follows_headline(element) -> bool:
    """Whether a headline stands shortly before it: not a teaser of another story."""
    ancestor = element
    for _ in range(4):
        ancestor = ancestor.getparent()
        if ancestor is None:
            return False
        if next(ancestor.iter("h1"), None) is not None:
            return True
    return False


def _after_headline(root) -> list[str]:
    """The first short paragraphs and headings after the h1."""
    found, begun = [], False
    for element in root.iter("h1", "h2", "h3", "p", "div"):
        if element.tag == "h1":
            begun = True
        elif begun and (element.tag != "div" or not len(element)):
            text = words_of(element)
            if text and not take_dateline(text):
                found.append(text)
            if len(found) == 4:
                break
    return found


def _is_plausible(heading: str, told: str, titled: str, site: str) -> bool:
    """The only h1 of a page may be the site's name in its masthead."""
    if _plain(heading) == _plain(site) or len(heading.split()) < 2:
        return False
    known = told or titled
    return not known or _overlap(heading, known) >= 0.25 or len(heading.split()) >= 5


def _alike(one: str, other: str) -> bool:
    return bool(one and other) and _plain(one) == _plain(other)


def _overlap(one: str, other: str) -> float:
    first, second = set(_plain(one).split()), set(_plain(other).split())
    return len(first & second) / max(1, min(len(first), len(second)))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("’", "").replace("'", "")))
