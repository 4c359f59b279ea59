"""Whether something is here already: the same address, or the same text at the same outlet."""

from articles.ingestion.parsed import ParsedArticle
from articles.models import Article, CopySet, Outlet, text_hash


def find_duplicate(parsed: ParsedArticle, outlet: Outlet) -> Article | None:
    """The article that this one would repeat."""
    if parsed.url:
        same = Article.objects.filter(canonical_url=parsed.url).first()
        if same:
            return same
    same_text = Article.objects.filter(versions__text_sha256=text_hash(parsed.story.body))
    return same_text.filter(outlet=outlet).first()


def copy_set_of(parsed: ParsedArticle, outlet: Outlet) -> CopySet | None:
    """The set of articles elsewhere that carry this text, made if there is one such article."""
    same_text = Article.objects.filter(versions__text_sha256=text_hash(parsed.story.body))
    twin = same_text.exclude(outlet=outlet).order_by("pk").first()
    if twin is None:
        return None
    if twin.copy_set is None:
        twin.copy_set = CopySet.objects.create()
        twin.save()
    return twin.copy_set
