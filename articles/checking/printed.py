"""Articles in which the words of a passage stand, though no quote of theirs is known."""

from dataclasses import dataclass

from articles.checking.matching import is_worth_showing
from articles.extraction.text import beginning, ending
from articles.extraction.wording import Comparison, compare
from articles.models import Article, TextField
from articles.models.rights import shown_text
from articles.models.versions import PARAGRAPH_BREAK

AROUND = 160


@dataclass(frozen=True, slots=True)
class Printed:
    """Where the rights hide the words, ``comparison`` is None."""

    article: Article
    comparison: Comparison | None = None
    before: str = ""
    after: str = ""


def printed_in(passage: str, article: Article) -> Printed:
    """The stretch of what may be shown of the article that is likest to the passage."""
    version = article.current_version
    texts = [
        shown_text(article.rights, field, version.text_of(field)) for field in TextField.values
    ]
    compared = [(comparison, text) for text in texts if (comparison := compare(passage, text))]
    likest, text = max(compared, key=lambda pair: pair[0].likeness, default=(None, ""))
    if not is_worth_showing(likest):
        return Printed(article)
    before = text[: likest.start].rpartition(PARAGRAPH_BREAK)[2]
    after = text[likest.end :].partition(PARAGRAPH_BREAK)[0]
    return Printed(article, likest, ending(before, AROUND), beginning(after, AROUND))
