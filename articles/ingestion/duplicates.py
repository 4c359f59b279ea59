"""Whether something is here already: the same address, or the same text at the same outlet."""

from articles.ingestion.parsed import ParsedArticle
from articles.models import Article, Item, Outlet, Version, text_hash, url_hash


def find_duplicate(parsed: ParsedArticle, outlet: Outlet) -> Article | None:
    """The article that this one would repeat."""
    return _at_address(parsed) or _of_text(parsed, outlet)


def _at_address(parsed: ParsedArticle) -> Article | None:
    """By what the article calls its own address, or by an address it was fetched from before."""
    addresses = {parsed.url, parsed.canonical_url} - {""}
    if not addresses:
        return None
    # The second condition is the one of the index, which is not used without it.
    same = Article.objects.filter(canonical_url__in=addresses).exclude(canonical_url="").first()
    if same or not parsed.url:
        return same
    fetched = Item.objects.filter(url_sha256=url_hash(parsed.url), article__isnull=False)
    item = fetched.select_related("article").order_by("pk").first()
    return item.article if item else None


def _of_text(parsed: ParsedArticle, outlet: Outlet) -> Article | None:
    same = Version.objects.filter(
        text_sha256=text_hash(parsed.story.body), article__outlet=outlet
    ).values_list("article", flat=True)
    found = same.order_by("-article__published_on", "-article_id").first()
    return Article.objects.get(pk=found) if found else None
