"""The headline, and the deck below it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.extraction.datelines import take_dateline
from articles.ingestion.webpage.jsonld import Node, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.noise import asks, leads_on
from articles.ingestion.webpage.opening import Opening
from articles.ingestion.webpage.tree import label_of, words, words_of

Found = tuple[str, str]  # value, where it came from
SUFFIX = re.compile(r"\s+(?:[|»·•]|[-–—]|::)\s+(?=[^|»·•–—]{2,60}$)")
PREFIX = re.compile(
    r"^(?:opinion|analysis|exclusive|commentary|editorial)\s*(?:\||:|—|–)\s+(?=(?-i:[^a-z]))", re.I
)
DECKS = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|sub-?title|sub-?head(?:line|ing)?|strapline|"
    r"article-?(?:summary|intro)|summary-?(?:list|bullets)|lede?|abstract|excerpt|description)(?:$|[\s_-])",
    re.I,
)
NO_DECK = re.compile(
    r"byline|author|social|share|newsletter|caption|nav|menu|related|image|photo|video|teaser", re.I
)
DECK_TAGS = frozenset(("p", "h2", "h3", "h4", "div", "span", "section", "ul"))
PICTURES = frozenset(("figure", "figcaption", "picture", "video"))
OF_PICTURE = re.compile(r"caption|image|photo|video", re.I)
CREDIT = re.compile(r"(?:by|author)\b:?", re.I)
ALREADY_SAID = 0.8  # of the words that the headline has too
SHORTEST_LEAD = 100
FEW = 2  # paragraphs: deck and a byline, say
LONGEST_DECK = 600


def find_headline(root, article: Node, metas: Metas, site: str) -> Found:
    """The page's only h1, then JSON-LD, then OpenGraph without the site's name, then the title."""
    shown = headings(root)
    told = text_in(article.get("headline"))
    titled = metas.first("og:title", "twitter:title", "parsely-title", "sailthru.title")
    if len(shown) == 1 and _is_plausible(shown[0], told, titled, site):
        return _without_rubric(without_label(shown[0]), told, titled), "h1"
    agreeing = [one for one in shown if _alike(one, told) or _alike(one, titled)]
    if agreeing:
        return without_label(agreeing[0]), "h1"
    near = max(shown, key=lambda one: _overlap(one, told or titled), default="")
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
    return rest.strip() if mark and any(_alike(rest, one) for one in known) else headline


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


def find_deck(opening: Opening, article: Node, metas: Metas, headline: str) -> Found:
    """What stands under the headline as a deck; a description alone is often a search text."""
    for shown in (*_labelled_decks(opening, headline), *_subheads(opening)):
        return shown, "page"
    described = (
        metas.first("og:description"),
        text_in(article.get("description")),
        metas.first("description", "twitter:description"),
    )
    near = _first_texts(opening)
    for text in described:
        if any(_alike(text, shown) for shown in near):
            return text, "opengraph"
    alternative = text_in(article.get("alternativeHeadline"))
    if len(alternative.split()) > 4 and _overlap(alternative, headline) < ALREADY_SAID:
        return alternative, "json-ld"
    return "", ""


def _labelled_decks(opening: Opening, headline: str) -> Iterator[str]:
    """Of what stands above the story's first paragraph: below it decks are other stories'."""
    for element in opening.elements:
        if element.tag not in DECK_TAGS:
            continue
        is_deck = _is_deck_label(label_of(element)) and not _is_of_picture(element)
        if not is_deck and element.tag != "p":
            continue
        text = words_of(element)
        has_picture = next(element.iter("figure"), None) is not None
        if is_deck and not has_picture and _is_deck_text(text) and not _alike(text, headline):
            yield text
        elif element.tag == "p" and len(text) > SHORTEST_LEAD and not _is_of_picture(element):
            return


def _is_of_picture(element) -> bool:
    holders = [element, *element.iterancestors()]
    is_captioned = bool(OF_PICTURE.search(label_of(holders[1])))
    return is_captioned or any(holder.tag in PICTURES for holder in holders)


@lru_cache(maxsize=4096)  # pages of one outlet are labelled alike
def _is_deck_label(label: str) -> bool:
    return bool(DECKS.search(label)) and not NO_DECK.search(label)


def _subheads(opening: Opening) -> Iterator[str]:
    """A heading that stands directly under the h1 heads no section, it is the deck."""
    following = next(iter(opening.elements), None)
    if following is not None and following.tag in ("h2", "h3"):
        text = words_of(following)
        if _is_deck_text(text) and len(text.split()) > 5:
            yield text


def _is_deck_text(text: str) -> bool:
    is_other = asks(text) or leads_on(text) or CREDIT.match(text)
    return 20 < len(text) <= LONGEST_DECK and not is_other


def _first_texts(opening: Opening) -> list[str]:
    """The first short paragraphs and headings after the headline."""
    found = []
    for element in opening.elements:
        if element.tag in ("h2", "h3", "p") or (element.tag == "div" and not len(element)):
            text = words_of(element)
            is_lead = len(text) > SHORTEST_LEAD and _is_of_column(element)
            if text and not is_lead and not take_dateline(text):
                found.append(text)
            if len(found) == 4:
                break
    return found


def _is_of_column(element) -> bool:
    """Whether it is one of several paragraphs: a story's lead, which descriptions often repeat."""
    return len(element.getparent().findall("p")) > FEW


def _is_plausible(heading: str, told: str, titled: str, site: str) -> bool:
    """The only h1 of a page may be the site's name in its masthead."""
    if _plain(heading) == _plain(site) or len(heading.split()) < 2:
        return False
    known = told or titled
    return not known or _overlap(heading, known) >= 0.25 or len(heading.split()) >= 5


def _tells_the_same(heading: str, known: str) -> bool:
    """Outlets give search engines and networks another headline than readers."""
    return len(heading.split()) >= 5 and _overlap(heading, known) >= 0.4


def _alike(one: str, other: str) -> bool:
    return bool(one and other) and _plain(one) == _plain(other)


def _overlap(one: str, other: str) -> float:
    first, second = set(_plain(one).split()), set(_plain(other).split())
    return len(first & second) / max(1, min(len(first), len(second)))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("’", "").replace("'", "")))
