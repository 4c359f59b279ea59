"""What may be shown of hits: the texts that snippets are cut from."""

from collections.abc import Mapping

from articles.models import Article, Quote
from articles.models.rights import shown_text, shown_words
from articles.search.documents.text import composed

UNDER_HEADLINE = ("deck", "body", "caption")
ELLIPSIS = " … "


def shown_texts(article_ids: tuple[int, ...]) -> Mapping[int, str]:
    """By article, the words under its headline that its rights let a snippet show."""
    texts = [f"current_version__{name}" for name in UNDER_HEADLINE]
    rows = Article.objects.public().filter(pk__in=article_ids).order_by()
    return {
        pk: under_headline(rights, *parts)
        for pk, rights, *parts in rows.values_list("pk", "rights", *texts)
    }


def under_headline(rights: str, *texts: str) -> str:
    """Those words of one article, of its texts in the order of ``UNDER_HEADLINE``."""
    parts = [shown_text(rights, *one) for one in zip(UNDER_HEADLINE, texts, strict=True)]
    return composed("\n\n".join(part for part in parts if part))


def shown_quotes(quote_ids: tuple[int, ...]) -> Mapping[int, str]:
    """By quote, what was said, where the rights of its article let all of it be shown."""
    quotes = Quote.objects.filter(pk__in=quote_ids).select_related("version__article")
    return {quote.pk: shown_quote(quote) for quote in quotes.prefetch_related("spans")}


def shown_quote(quote: Quote) -> str:
    """The same of one; needs ``version__article`` and ``spans``."""
    version, rights = quote.version, quote.version.article.rights
    parts = [shown_words(rights, version.text_of(span.field), span) for span in quote.spans.all()]
    return composed(ELLIPSIS.join(parts)) if all(parts) else ""
