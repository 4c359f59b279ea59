"""News, opinion, analysis, transcript or release: by what the page calls itself."""

import re
from urllib.parse import urlsplit

from articles.ingestion.webpage.jsonld import Node, kinds_of, text_in
from articles.ingestion.webpage.metas import Metas
from articles.models import Article

WORDS = (
    (Article.Kind.ANALYSIS, re.compile(r"\b(?:analysis|explainer)\b", re.I)),
    (
        Article.Kind.OPINION,
        re.compile(
            r"\b(?:opinions?|op-?eds?|editorials?|commentary|columns?|columnists?|voices|"
            r"viewpoints?|letters)\b",
            re.I,
        ),
    ),
    (Article.Kind.TRANSCRIPT, re.compile(r"\btranscripts?\b", re.I)),
    (Article.Kind.RELEASE, re.compile(r"\bpress[- ]releases?\b", re.I)),
)
TYPES = {
    "OpinionNewsArticle": Article.Kind.OPINION,
    "AnalysisNewsArticle": Article.Kind.ANALYSIS,
}


def find_section(article: Node, metas: Metas) -> tuple[str, str]:
    section = text_in(article.get("articleSection"))
    if section:
        return section[:120], "json-ld"
    section = metas.first("article:section", "parsely-section", "og:section", "section")
    return (section[:120], "meta") if section else ("", "")


def find_kind(article: Node, headline_shown: str, section: str, url: str) -> tuple[str, str]:
    """By the node's type, the label before the headline, the section, the address."""
    for kind in kinds_of(article):
        if kind in TYPES:
            return TYPES[kind], "json-ld"
    label = headline_shown.split("|")[0].split(":")[0] if len(headline_shown) else ""
    places = (
        (label if len(label.split()) <= 2 and label != headline_shown else "", "headline"),
        (section, "section"),
        (" ".join(urlsplit(url).path.split("/")[:4]), "address"),
    )
    for text, origin in places:
        for kind, pattern in WORDS:
            if pattern.search(text):
                return kind, origin
    return Article.Kind.NEWS, ""
