"""The deck: what stands between a headline and the story."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from articles.extraction.datelines import take_dateline
from articles.ingestion.webpage.headline import Found, alike, overlap
from articles.ingestion.webpage.jsonld import Node, text_in
from articles.ingestion.webpage.metas import Metas
from articles.ingestion.webpage.noise import asks, leads_on
from articles.ingestion.webpage.opening import Opening
from articles.ingestion.webpage.tree import label_of, words_of

DECKS = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|sub-?title|sub-?head(?:line|ing)?|strapline|"
    r"article-?(?:summary|intro)|summary-?(?:list|bullets)|lede?|abstract|excerpt|"
    r"description)(?:$|[\s_-])",
    re.I,
)
NO_DECK = re.compile(
    r"byline|author|social|share|newsletter|caption|nav|menu|related|image|photo|video|teaser", re.I
)
DECK_TAGS = frozenset(("p", "h2", "h3", "h4", "div", "span", "section", "ul"))
PICTURES = frozenset(("figure", "figcaption"))
OF_PICTURE = re.compile(r"caption|image|photo|video", re.I)
CREDIT = re.compile(r"(?:by|author)\b:?", re.I)
ALREADY_SAID = 0.8  # of the words that the headline has too
SHORTEST_LEAD = 100
FEW = 2  # paragraphs: deck and a byline, say
LONGEST_DECK = 600


def find_deck(opening: Opening, article: Node, metas: Metas, headline: str) -> Found:
    """What stands under the headline as a deck; a description alone is often a search text."""
    for shown in chain(_labelled_decks(opening, headline), _subheads(opening)):
        return shown, "page"
    described = (
        metas.first("og:description"),
        text_in(article.get("description")),
        metas.first("description", "twitter:description"),
    )
    near = _first_texts(opening)
    for text in described:
        if any(alike(text, shown) for shown in near):
            return text, "opengraph"
    alternative = text_in(article.get("alternativeHeadline"))
    if len(alternative.split()) > 4 and overlap(alternative, headline) < ALREADY_SAID:
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
        if is_deck and not has_picture and _is_deck_text(text) and not alike(text, headline):
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
