"""“Did you mean tuberville?”: another spelling of a question that finds next to nothing.

Only words of the archive are offered, and only what finds something. The work is bounded whatever
the size of the archive: a few beginnings are looked up among its most frequent words, and a few
questions counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product

from articles.search.answers import total_of
from articles.search.engines import get_engine
from articles.search.likeness import SHORTEST, most_slips, plain, unlikeness
from articles.search.naming import family_names_among
from articles.search.nodes import (
    And,
    AtLeast,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    conjunction,
    wanted,
)
from articles.search.query import SearchQuery
from articles.search.syntax import print_words

MOST_HITS = 2  # who finds more has spelled it well enough
TIMES_AS_MANY = 5
MOST_WORDS = 6
MOST_TRIED, MOST_OF_A_WORD = 6, 3
MOST_NEAR = 40
A_NAME = 0.5  # names are what is misspelt
SHORTEST_PART = 3
PARTICLES = "odl"  # O'Rourke, D'Amato

# Letters a word may have begun with instead.
INITIALS = {"c": "k", "k": "c", "f": "ph", "p": "f", "g": "j", "j": "g", "s": "c", "z": "s"}


@dataclass(frozen=True, slots=True)
class Respelling:
    """``text`` is what the search box would hold, ``count`` what that finds."""

    text: str
    words: Node
    count: int


def respelling_of(query: SearchQuery, total: int) -> Respelling | None:
    """What was likely meant by a question with ``total`` hits, or None. Raises as ``search``."""
    if query.words is None or total > MOST_HITS:
        return None
    rare = _rare_words(query)
    if not rare:
        return None
    for words in islice(_respelled(query.words, rare), MOST_TRIED):
        text = print_words(words)
        count = total_of(replace(query, words=words, text=text))
        if count > TIMES_AS_MANY * total:
            return Respelling(text, words, count)
    return None


def _rare_words(query: SearchQuery) -> list[str]:
    """The words typed that the archive hardly has, but for the names of its people."""
    texts = [text for leaf in wanted(query.words) for text in _texts_of(leaf)]
    long_enough = [text for text in dict.fromkeys(texts) if _is_word(text)][:MOST_WORDS]
    known = family_names_among(map(plain, long_enough))
    alone = SearchQuery(unit=query.unit)
    return [
        text
        for text in long_enough
        if plain(text) not in known and total_of(replace(alone, words=Word(text))) <= MOST_HITS
    ]


def _texts_of(leaf: Word | Phrase | Near) -> list[str]:
    return [leaf.first, leaf.second] if isinstance(leaf, Near) else leaf.text.split()


def _is_word(text: str) -> bool:
    return len(text) >= SHORTEST and text.isalpha()


def _respelled(words: Node, rare: list[str]) -> Iterator[Node]:
    """The likeliest first: an apostrophe left out, other words of the archive, then words joined
    and words parted."""
    for text in rare:
        if text[0].lower() in PARTICLES and _stand_together(text[0], text[1:]):
            yield _with(words, {text: f"{text[0]}'{text[1:]}"})
    candidates = {text: near_words(text) for text in rare}
    correctable = [text for text in rare if candidates[text]]
    if correctable:
        for chosen in product(*(candidates[text] for text in correctable)):
            yield _with(words, dict(zip(correctable, chosen, strict=True)))
    yield from _joined(words, rare)
    for text in rare:
        for parted in _parted(text):
            yield _with(words, {text: parted})


def near_words(typed: str) -> list[str]:
    """Words of the archive that may have been meant, the likeliest first."""
    word = plain(typed)
    if not most_slips(word):
        return []
    terms = dict.fromkeys(term for start in _starts(word) for term in get_engine().suggest(*start))
    rated = [(rate, at, term) for at, term in enumerate(terms) if (rate := unlikeness(word, term))]
    nearest = sorted(rated)[:MOST_NEAR]
    names = family_names_among(term for _, _, term in nearest)
    by_rate = sorted((rate - A_NAME * (term in names), at, term) for rate, at, term in nearest)
    return [term for _, _, term in by_rate[:MOST_OF_A_WORD]]


def _starts(word: str) -> Iterator[tuple[str, int]]:
    """Beginnings to look up, and how many of the most frequent words of each."""
    yield word[:2], 1000
    yield word[0], 2000
    yield word[1] + word[0], 300
    yield word[1:3], 300
    if word[0] in INITIALS:
        yield INITIALS[word[0]], 1000


def _joined(words: Node, rare: list[str]) -> Iterator[Node]:
    """Two neighbours written as one: “hicken looper”."""
    if not isinstance(words, And):
        return
    for at, (one, other) in enumerate(pairwise(words.parts)):
        are_words = isinstance(one, Word) and isinstance(other, Word) and one.scope == other.scope
        if are_words and (one.text in rare or other.text in rare):
            both = Word(one.text + other.text, one.scope)
            yield conjunction([*words.parts[:at], both, *words.parts[at + 2 :]])


def _parted(text: str) -> Iterator[str]:
    """One word written as two that stand together in the archive: “dougjones”."""
    for at in range(SHORTEST_PART, len(text) - SHORTEST_PART + 1):
        if _stand_together(text[:at], text[at:]):
            yield f"{text[:at]} {text[at:]}"


def _stand_together(one: str, other: str) -> bool:
    return total_of(SearchQuery(words=Phrase(f"{one} {other}"))) > 0


def _with(node: Node, changes: dict[str, str]) -> Node:
    """The same question with some of its words written otherwise; what is refused stays."""
    match node:
        case Word():
            texts = changes.get(node.text, node.text).split()
            return conjunction([replace(node, text=text) for text in texts])
        case Phrase():
            texts = [changes.get(text, text) for text in node.text.split()]
            return replace(node, text=" ".join(texts))
        case Near():
            first, second = changes.get(node.first), changes.get(node.second)
            return replace(node, first=first or node.first, second=second or node.second)
        case And():
            return conjunction([_with(part, changes) for part in node.parts])
        case Or() | AtLeast():
            return replace(node, parts=tuple(_with(part, changes) for part in node.parts))
        case Not():
            return node
