"""ParsedArticle: everything known of a piece before it is stored."""

import datetime as dt
from dataclasses import dataclass, field

from articles.extraction import Story
from articles.models import Article, Precision


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """``sources`` says where each field came from: text, post, front matter, json-ld, editor.

    ``url`` is where it was found, ``canonical_url`` what it calls its own address.
    """

    story: Story
    kind: str = Article.Kind.NEWS
    section: str = ""
    url: str = ""
    canonical_url: str = ""
    published_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    precision: str = Precision.DAY
    zone: str = ""
    copy_set: str = ""
    is_sample: bool = False
    sources: dict[str, str] = field(default_factory=dict)
