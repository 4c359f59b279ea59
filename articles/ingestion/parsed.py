"""ParsedArticle: everything known of a piece before it is stored."""

import datetime as dt
from dataclasses import dataclass, field

from articles.extraction import Story
from articles.models import Article, Precision


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """``sources`` says where each field came from: text, post, front matter, editor, file name."""

    story: Story
    kind: str = Article.Kind.NEWS
    section: str = ""
    url: str = ""
    published_at: dt.datetime | None = None
    precision: str = Precision.DAY
    zone: str = ""
    copy_set: str = ""
    is_sample: bool = False
    sources: dict[str, str] = field(default_factory=dict)
