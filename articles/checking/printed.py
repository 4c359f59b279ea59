"""Articles in which the words of a passage stand, though no quote of theirs is known."""

from dataclasses import dataclass

from articles.checking.matching import is_worth_showing
from articles.extraction.wording import Comparison, compare
from articles.models import Article, TextField
from articles.models.rights import shown_text

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
    return Printed(
        article,
        likest,
        before=_whole_words(text[max(0, likest.start - AROUND) : likest.start], at_end=True),
        after=_whole_words(text[likest.end : likest.end + AROUND], at_end=False),
    )


def _whole_words(text: str, *, at_end: bool) -> str:
    """Of one paragraph, without the word that the cut may have gone through."""
    if len(text) < AROUND:
        return text.rpartition("\n")[2] if at_end else text.partition("\n")[0]
    part = text.rpartition("\n")[2] if at_end else text.partition("\n")[0]
    if len(part) < len(text):
        return part
    return part.partition(" ")[2] if at_end else part.rpartition(" ")[0]
