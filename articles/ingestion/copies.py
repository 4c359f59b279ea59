"""Wire copy: articles at different outlets that carry one text are one CopySet."""

from django.db import transaction

from articles.extraction.copies import FEWEST_COMMON, likeness_of, shingles, sketch
from articles.models import (
    Article,
    BlockKind,
    CopySet,
    Decision,
    Likeness,
    SketchValue,
    Version,
    insert_rows,
    rows_of,
    touch,
)

MOST_COMPARED = 20
SHARING = """
SELECT other.article_id, COUNT(*) FROM articles_sketchvalue own
JOIN articles_sketchvalue other ON other.value = own.value AND other.article_id <> own.article_id
WHERE own.article_id = %s
GROUP BY other.article_id HAVING COUNT(*) >= %s
ORDER BY COUNT(*) DESC, other.article_id LIMIT %s
"""
SET_APART = (BlockKind.BLOCKQUOTE, BlockKind.POST, BlockKind.PULLQUOTE)


def sketch_article(article: Article, *, is_new: bool = False) -> None:
    """Keeps the sketch of the article's current text: what copies of it will be found by."""
    if not is_new:
        SketchValue.objects.filter(article=article).delete()
    values = sketch(article.current_version.body)
    insert_rows(SketchValue, ("article", "value"), ((article.pk, one) for one in values))


@transaction.atomic(savepoint=False)
def join_copies(article: Article) -> list[Likeness]:
    """Puts a newly stored article in the CopySet of the articles that carry its text."""
    found = find_copies(article)
    if not found:
        return []
    if article.copy_set is None:
        join(article, found[0][0])
    return Likeness.objects.bulk_create(
        Likeness(article=article, other=other, share=share) for other, share in found
    )


def find_copies(article: Article) -> list[tuple[Article, float]]:
    """(article, share of the shorter text that both have), the likest first."""
    candidates = _candidates(article)
    if not candidates:
        return []
    own, found = shingles(own_words(article.current_version)), []
    for other in candidates:
        like = likeness_of(own, shingles(own_words(other.current_version)))
        if like.is_copy:
            found.append((other, like.share))
    return sorted(found, key=lambda one: (-one[1], one[0].pk))


def own_words(version: Version) -> str:
    """The body with what is set apart in it marked as speech, as plain text marks it."""
    return "\n\n".join(
        f"> {text}" if kind in SET_APART else text for _, kind, text in version.paragraphs()
    )


def join(article: Article, other: Article) -> CopySet:
    """One CopySet for both; articles that were in either stay together."""
    copy_set = other.copy_set or article.copy_set or CopySet.objects.create()
    for one in (article, other):
        if one.copy_set_id == copy_set.pk:
            continue
        if one.copy_set_id:
            touch(one.copy_set.articles.values_list("pk", flat=True))
            one.copy_set.articles.update(copy_set=copy_set)
        one.copy_set = copy_set
        Article.objects.filter(pk=one.pk).update(copy_set=copy_set)
    touch([article.pk, other.pk])
    return copy_set


def _candidates(article: Article) -> list[Article]:
    """Articles that share a value of the sketch, those that share most first."""
    shared = rows_of(SHARING, [article.pk, FEWEST_COMMON, MOST_COMPARED])
    if not shared:
        return []
    rows = Article.objects.select_related("current_version", "copy_set").in_bulk(
        [key for key, _ in shared]
    )
    refused = set(
        Likeness.objects.filter(article=article, decision=Decision.NO).values_list(
            "other", flat=True
        )
    )
    return [row for key, row in rows.items() if key not in refused and row.current_version]
