"""Who wrote the articles of a batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.models import Byline
from articles.models.keys import Keys


@dataclass(slots=True)
class Byliners:
    """``names`` as printed, agencies among them; ``authors`` the keys of those who are known."""

    names: list[str] = field(default_factory=list)
    authors: set[int] = field(default_factory=set)


def bylines_of(articles: Iterable[int]) -> dict[int, Byliners]:
    found: dict[int, Byliners] = {}
    rows = Byline.objects.filter(article__in=Keys(articles)).order_by()
    for article, _, name, agency, author in sorted(
        rows.values_list("article_id", "position", "name", "agency", "author_id")
    ):
        byliners = found.setdefault(article, Byliners())
        byliners.names += [name, agency] if agency else [name]
        if author:
            byliners.authors.add(author)
    return found
