"""Whether something is here already: the same address, or the same text at the same outlet."""

from articles.ingestion.parsed import ParsedArticle
from articles.models import Article, Outlet, rows_by_key, rows_of, text_hash, url_hash

# The second condition is that of the index, to the letter: SQLite uses it with no other.
AT_ADDRESS = """
SELECT id FROM articles_article WHERE canonical_url IN ({keys}) AND NOT (canonical_url = '')
ORDER BY published_on DESC, id DESC LIMIT 1
"""
FETCHED_FROM = """
SELECT article_id FROM articles_item WHERE url_sha256 = %s AND article_id IS NOT NULL
ORDER BY id LIMIT 1
"""
OF_TEXT = """
SELECT article.id FROM articles_version version
JOIN articles_article article ON article.id = version.article_id
WHERE version.text_sha256 = %s AND article.outlet_id = %s
ORDER BY article.published_on DESC, article.id DESC LIMIT 1
"""


def find_duplicate(parsed: ParsedArticle, outlet: Outlet) -> Article | None:
    """The article that this one would repeat."""
    found = _at_address(parsed) or _of_text(parsed, outlet)
    return Article.objects.get(pk=found[0][0]) if found else None


def _at_address(parsed: ParsedArticle) -> list[tuple]:
    """By what the article calls its own address, or by an address it was fetched from before."""
    found = rows_by_key(AT_ADDRESS, {parsed.url, parsed.canonical_url} - {""})
    if found or not parsed.url:
        return found
    return rows_of(FETCHED_FROM, [url_hash(parsed.url)])


def _of_text(parsed: ParsedArticle, outlet: Outlet) -> list[tuple]:
    return rows_of(OF_TEXT, [text_hash(parsed.story.body), outlet.pk])
