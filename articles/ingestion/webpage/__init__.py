"""A web page -> ParsedArticle: what the page says of itself first, the library for its body.

parse_page(content, url)     raises NotAText where the page holds no article
"""

from articles.ingestion.webpage.archiving import says_noarchive
from articles.ingestion.webpage.page import parse_page

__all__ = ["parse_page", "says_noarchive"]
