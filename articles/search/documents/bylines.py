"""Who wrote the articles of a batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.models import Byline


@dataclass(slots=True)
class Byliners:
    """``names`` as printed, agencies among them; ``authors`` the keys of those who are known."""

    names: list[str] = field(default_factory=list)
    authors: set[int] = field(default_factory=set)


def bylines_of(articles: Iterable[int]) -> dict[int, Byliners]:
    found: dict[int, Byliners] = {}
    rows = Byline.objects.filter(article__in=list(articles)).order_by("article", "position")
    for article, author, name, agency in rows.values_list(
        "article_id", "author_id", "name", "agency"
    ):
        byliners = found.setdefault(article, Byliners())
        byliners.names += [name, agency] if agency else [name]
        if author:
            byliners.authors.add(author)
    return found
