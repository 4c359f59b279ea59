"""parse_page(): every field with where it came from."""

import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from articles.extraction import Byline, Story
from articles.extraction.datelines import take_dateline
from articles.extraction.headlines import propose_headline
from articles.ingestion.errors import NotAText
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.webpage.authors import find_agency, find_authors
from articles.ingestion.webpage.body import Block, find_body
from articles.ingestion.webpage.credits import Credits, printed_credits
from articles.ingestion.webpage.deck import find_deck
from articles.ingestion.webpage.furniture import drop_furniture, drop_unseen
from articles.ingestion.webpage.headline import find_headline, headings
from articles.ingestion.webpage.jsonld import Node, article_of, nodes_of, text_in
from articles.ingestion.webpage.kinds import find_kind, find_section
from articles.ingestion.webpage.metas import Metas, canonical_url
from articles.ingestion.webpage.moments import Moment, find_published, find_updated, guess_published
from articles.ingestion.webpage.names import names_in, people_in
from articles.ingestion.webpage.opening import Opening, opening_of
from articles.ingestion.webpage.posts import make_posts_plain
from articles.ingestion.webpage.tree import tree_of, utf8_of_page, words_of

NOTHING = (
    "There is no article on this page: it may be a front page, a video, or made by a script. "
    "Paste the story's text instead."
)
LONGEST_CAPTION = 1000
SHORTEST = 30
OPENING, LONGEST_BYLINE = 3, 60  # blocks, letters


@dataclass(slots=True)
class Page:
    """What is known of a page while it is read; ``sources`` collects where each came from."""

    content: bytes  # in UTF-8
    root: object
    url: str
    metas: Metas
    article: Node
    site: str
    sources: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, found: tuple) -> object:
        """Keeps where ``found`` (value, origin) came from, and gives the value."""
        value, origin = found
        if value and origin:
            self.sources[name] = origin
        return value


def parse_page(content: bytes, url: str = "", *, charset: str = "") -> ParsedArticle:
    """The article of a page; ``charset`` is what the HTTP header said.

    Raises NotAText where the page holds none.
    """
    page = _open(content, url, charset)
    drop_unseen(page.root)
    headline = page.note("headline", find_headline(page.root, page.article, page.metas, page.site))
    opening = opening_of(page.root, headline)
    moment = _published(page, opening)
    deck = page.note("deck", find_deck(opening, page.article, page.metas, headline))
    printed = printed_credits(opening, page.site)
    bylines = page.note(
        "bylines",
        find_authors(page.root, opening, printed, page.article, page.metas, page.site),
    )
    section = page.note("section", find_section(page.article, page.metas))
    shown = next(iter(headings(page.root)), headline)
    kind = page.note("kind", find_kind(page.article, shown, section, url))
    caption = _captions(page.root)
    posts = make_posts_plain(page.root)
    drop_furniture(page.root)
    blocks = page.note("body", find_body(page.root, posts, headline, deck))
    if not any(len(block.text) > SHORTEST for block in blocks):
        raise NotAText(NOTHING)
    story = _story(page, printed, headline, deck, bylines, moment, blocks, caption)
    return _parsed(page, story, moment, kind, section)


def _open(content: bytes, url: str, charset: str) -> Page:
    content = utf8_of_page(content, charset)
    root = tree_of(content)
    metas = Metas(root)
    shown = headings(root)
    article = article_of(nodes_of(root), shown[0] if shown else metas.first("og:title"))
    page = Page(content, root, url, metas, article, "")
    page.site = page.note("outlet", _site(article, metas))
    return page


def _site(article: Node, metas: Metas) -> tuple[str, str]:
    named = metas.first("og:site_name", "application-name")
    if named:
        return named[:200], "opengraph"
    published = text_in(article.get("publisher"))
    if published and not published.startswith("http"):
        return published[:200], "json-ld"
    return "", ""


def _published(page: Page, opening: Opening) -> Moment:
    """A day that the page does not tell is looked for in all that was in it."""
    told = find_published(page.root, opening, page.article, page.metas, page.url)
    return told if told.day else guess_published(tree_of(page.content), page.url)


def _story(
    page: Page,
    printed: Credits,
    headline: str,
    deck: str,
    names: list[str],
    moment: Moment,
    blocks: list[Block],
    caption: str,
) -> Story:
    if not names:
        names, blocks = _without_byline(blocks, page.site)
    place, agency, blocks = _without_dateline(blocks)
    agency = find_agency(page.article, page.metas) or agency or printed.agency
    if place:
        page.sources["dateline"] = "text"
    if moment.day:
        page.sources["published_on"] = moment.origin
    body = "\n\n".join(block.text for block in blocks)
    bylines = tuple(Byline(name, "writer", agency) for name in names)
    return Story(
        headline=headline,
        deck=deck,
        body=body,
        caption=caption,
        blocks=tuple(block.kind for block in blocks),
        bylines=bylines or ((Byline("", "writer", agency),) if agency else ()),
        outlet=page.site,
        dateline=place,
        published_on=moment.day,
        published_from="stated" if moment.day else "unknown",
        published_why=_why(moment),
        proposed_headline="" if headline else propose_headline(body),
        language=_language(page),
    )


def _why(moment: Moment) -> str:
    if moment.day is None:
        return "The page does not say on which day it was published."
    if moment.origin == "library":
        return "Guessed from dates on the page: please check."
    return f"The page says so ({moment.origin})."


def _without_byline(blocks: list[Block], site: str) -> tuple[list[str], list[Block]]:
    """A short line of names and nothing else above the text is its byline."""
    for at, block in enumerate(blocks[:OPENING]):
        names = names_in(block.text, site)
        is_short = block.kind == "paragraph" and len(block.text) < LONGEST_BYLINE
        if is_short and names and names == people_in(names, site):
            return names, [*blocks[:at], *blocks[at + 1 :]]
    return [], blocks


def _without_dateline(blocks: list[Block]) -> tuple[str, str, list[Block]]:
    first = next((at for at, block in enumerate(blocks) if block.kind == "paragraph"), None)
    found = take_dateline(blocks[first].text) if first is not None else None
    rest = blocks[first].text[found.end :].strip() if found else ""
    if not rest:
        return "", "", blocks
    return (
        found.place,
        found.agency,
        [*blocks[:first], Block("paragraph", rest), *blocks[first + 1 :]],
    )


def _language(page: Page) -> str:
    stated = text_in(page.article.get("inLanguage")) or page.root.get("lang") or ""
    stated = stated or page.metas.first("og:locale", "language")
    code = stated.replace("_", "-").strip().lower()[:12]
    return code.split("-")[0] if code[:2].isalpha() and len(code) >= 2 else "en"


def _captions(root) -> str:
    """The captions of pictures, each once, one to a line's paragraph."""
    found = (words_of(caption) for caption in root.iter("figcaption"))
    kept = dict.fromkeys(
        text for text in found if len(text.split()) > 3 and len(text) < LONGEST_CAPTION
    )
    return "\n\n".join(list(kept)[:20])


def _parsed(page: Page, story: Story, moment: Moment, kind: str, section: str) -> ParsedArticle:
    canonical = canonical_url(page.metas, page.url)
    if canonical:
        page.sources["canonical_url"] = "page"
    updated: dt.datetime | None = find_updated(page.article, page.metas)
    if updated:
        page.sources["updated_at"] = "page"
    if not story.outlet and urlsplit(page.url).hostname:
        page.sources["outlet"] = "domain"
    return ParsedArticle(
        story=story,
        kind=kind,
        section=section,
        url=page.url,
        canonical_url=canonical,
        published_at=moment.at,
        updated_at=updated,
        zone=moment.zone,
        sources=page.sources,
    )
