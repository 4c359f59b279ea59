"""A passage as questions to the search engine."""

from articles.extraction.wording import pieces_of, spoken_keys
from articles.search.nodes import AtLeast, Phrase, Word, conjunction
from articles.search.query import SearchQuery, Unit

CANDIDATES, PRINTED = 20, 3
MOST_WORDS = 16
SHARE = 0.4  # of the words that are sought: what is less like the passage is not worth showing
FEWEST_IN_A_ROW = 4  # fewer words stand in a row in any text


def like_it(passage: str) -> SearchQuery | None:
    """Quotes with many of the passage's words, one of each Statement; None without words.

    The longest words are sought: they are the rarest, and quick to find.
    """
    words = sorted(dict.fromkeys(spoken_keys(passage)), key=len, reverse=True)[:MOST_WORDS]
    if not words:
        return None
    parts = tuple(Word(word) for word in words)
    some = AtLeast(max(1, round(SHARE * len(parts))), parts)
    return SearchQuery(words=some, unit=Unit.QUOTES, folded=True, page_size=CANDIDATES)


def with_it_in_a_row(passage: str) -> SearchQuery | None:
    """Articles in which the passage, or what an ellipsis left of it, is printed word by word."""
    pieces = pieces_of(passage)
    if sum(len(piece.split()) for piece in pieces) < FEWEST_IN_A_ROW:
        return None
    phrases = conjunction([Phrase(piece) for piece in pieces])
    return SearchQuery(words=phrases, page_size=PRINTED)
