"""ParsedArticle and Reading -> Article, Version, links and change row, in one transaction."""

from dataclasses import replace

from django.db import transaction

from articles.ingestion.copies import sketch_article
from articles.ingestion.corrections import EDITOR
from articles.ingestion.links import write_links
from articles.ingestion.parsed import ParsedArticle
from articles.ingestion.understanding import Understanding
from articles.models import (
    Article,
    Author,
    Byline,
    Capture,
    CopySet,
    Outlet,
    Rights,
    User,
    Version,
    change_rows,
    free_slug,
    insert_new,
    insert_rows,
    note_added,
    rows_by_key,
    touch,
)

AUTHORS = "SELECT name, id FROM articles_author WHERE name IN ({keys}) AND outlet_id = %s"


@transaction.atomic(savepoint=False)
def store(
    understood: Understanding,
    *,
    outlet: Outlet,
    capture: Capture | None = None,
    by: User | None = None,
    status: str = Article.Status.DRAFT,
    rights: str = "",
    copy_set: CopySet | None = None,
) -> Article:
    """Stores a new article with its first version and its links; all of it or nothing.

    ``status`` is draft or review: publishing is an act of its own. Raises ValidationError where a
    span does not lie in its text.
    """
    parsed = understood.parsed
    article = _article(parsed, outlet, rights or outlet.default_rights or Rights.FULL)
    article.copy_set = copy_set
    article.status = status
    insert_new([article])
    article.current_version = new_version(article, parsed, capture, by)
    change_rows(Article, {"id": article.pk}, current_version_id=article.current_version_id)
    note_added(article, "Added")
    _write_bylines(article, parsed)
    write_links(article.current_version, understood.reading, understood.corrections)
    sketch_article(article, is_new=True)
    touch([article.pk])
    return article


def _article(parsed: ParsedArticle, outlet: Outlet, rights: str) -> Article:
    story = parsed.story
    article = Article(
        outlet=outlet,
        kind=parsed.kind,
        section=parsed.section[:120],
        language=story.language,
        url=parsed.url,
        canonical_url=parsed.canonical_url or parsed.url,
        rights=rights,
        published_at=parsed.published_at,
        published_on=story.published_on,
        published_precision=parsed.precision,
        published_zone=parsed.zone,
        updated_at=parsed.updated_at,
        field_sources={
            name: {"from": origin, "by_person": origin == EDITOR}
            for name, origin in parsed.sources.items()
        },
        is_sample=parsed.is_sample,
    )
    article.slug_headline = story.headline or story.proposed_headline
    article.slug = free_slug(Article, article.slug_source())
    return article


def new_version(
    article: Article,
    parsed: ParsedArticle,
    capture: Capture | None,
    by: User | None,
    *,
    number: int = 1,
) -> Version:
    """The frozen text of ``parsed``; what the outlet says it corrected is noted with it.

    It touches nothing: whoever makes it current does.
    """
    story = parsed.story
    corrections = [
        text
        for text, kind in zip(story.body.split("\n\n"), story.blocks, strict=False)
        if kind == "correction"
    ]
    version = Version(
        article=article,
        number=number,
        headline=story.headline[:500],
        deck=story.deck,
        dateline=story.dateline[:200],
        body=story.body,
        caption=story.caption,
        blocks=list(story.blocks),
        notice=Version.Notice.CORRECTION if corrections else Version.Notice.NONE,
        notice_text="\n\n".join(corrections),
        capture=capture,
        made_by=by,
    )
    return insert_new([version.fill_keys()])[0]


def _write_bylines(article: Article, parsed: ParsedArticle) -> None:
    authors = _authors(article.outlet, {one.name[:200] for one in parsed.story.bylines if one.name})
    rows = (
        (
            article.pk,
            authors.get(byline.name[:200]),
            (byline.name or byline.agency)[:200],
            byline.role if byline.role in Byline.Role.values else Byline.Role.WRITER,
            byline.agency[:120],
            position,
        )
        for position, byline in enumerate(parsed.story.bylines)
    )
    insert_rows(Byline, ("article", "author", "name", "role", "agency", "position"), rows)


def _authors(outlet: Outlet, names: set[str]) -> dict[str, int]:
    """Keys by name."""
    known = dict(rows_by_key(AUTHORS, names, outlet.pk))
    if names <= known.keys():
        return known
    # Somebody may add one of them this moment: whoever comes first is the author.
    new = [(name, outlet.pk) for name in sorted(names - known.keys())]
    insert_rows(Author, ("name", "outlet"), new, unless_known=True)
    return dict(rows_by_key(AUTHORS, names, outlet.pk))


def with_sample_mark(understood: Understanding) -> Understanding:
    """The same, marked as written for the demonstration."""
    return replace(understood, parsed=replace(understood.parsed, is_sample=True))
