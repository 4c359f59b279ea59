"""How the simple engine reads: words cut, and what a text says of a question's words."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from articles.search.errors import BadQuery
from articles.search.nodes import And, AtLeast, Leaf, Near, Node, Not, Or, Phrase, Word
from articles.search.query import Unit

LISTS = ("speakers", "people", "places")
NAMES = ("byline", *LISTS)
# Where words are looked for that name no field, and those fields that can be named.
ANYWHERE = {
    Unit.ARTICLES: ("headline", "deck", "body", "caption", *NAMES),
    Unit.QUOTES: ("quote",),
}
SCOPES = {
    Unit.ARTICLES: ("headline", "lead", "body", "byline", "quote"),
    Unit.QUOTES: ("quote",),
}
LONGEST_WORD = 60
STEMMER = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build()

Words = list[str]
Texts = Mapping[str, tuple[str, ...]]  # by field


def says(texts: Texts, node: Node, unit: Unit) -> bool:
    match node:
        case Not():
            return not says(texts, node.part, unit)
        case And():
            return all(says(texts, part, unit) for part in node.parts)
        case Or():
            return any(says(texts, part, unit) for part in node.parts)
        case AtLeast():
            return sum(says(texts, part, unit) for part in node.parts) >= node.number
    return any(has(texts, node, field) for field in fields_of(node, unit))


def fields_of(leaf: Leaf, unit: Unit) -> tuple[str, ...]:
    """In lists that stand in no text, what is next to what means nothing."""
    if leaf.scope:
        return (leaf.scope,)
    return tuple(name for name in ANYWHERE[unit] if not (isinstance(leaf, Near) and name in LISTS))


def has(texts: Texts, leaf: Leaf, field: str) -> bool:
    found = [words_of(text, field) for text in texts[field]]
    match leaf:
        case Near(first, second, distance):
            pair = one_word(first, field), one_word(second, field)
            return any(stand_near(text, *pair, distance) for text in found)
        case Word(run) | Phrase(run):
            looked_for = [word for word in words_of(run, field) if word]
            return bool(looked_for) and any(stands_in(text, looked_for) for text in found)


def stands_in(text: Words, run: Words) -> bool:
    return any(text[at : at + len(run)] == run for at in range(len(text)))


def stand_near(text: Words, first: str, second: str, distance: int) -> bool:
    places = [[at for at, word in enumerate(text) if word == wanted] for wanted in (first, second)]
    return any(abs(one - other) <= distance for one in places[0] for other in places[1])


def check_words(node: Node | None, unit: Unit) -> None:
    """Raises BadQuery for what can't be looked for."""
    match node:
        case Not():
            check_words(node.part, unit)
        case And() | Or() | AtLeast():
            for part in node.parts:
                check_words(part, unit)
        case Word() | Phrase() | Near():
            check_leaf(node, unit)


def check_leaf(leaf: Leaf, unit: Unit) -> None:
    if leaf.scope and leaf.scope not in SCOPES[unit]:
        raise BadQuery(f"There is no “{leaf.scope}:” in {unit}.")
    if not isinstance(leaf, Near):
        return
    for field in fields_of(leaf, unit):
        if one_word(leaf.first, field) == one_word(leaf.second, field):
            raise BadQuery("NEAR takes two different words.")


def words_of(text: str, field: str) -> Words:
    """In order; one that is too long leaves an empty place."""
    return list(_words(text, field not in NAMES))


@lru_cache(maxsize=10_000)
def _words(text: str, are_stemmed: bool) -> tuple[str, ...]:
    words = (word if len(word) < LONGEST_WORD else "" for word in cut(text))
    return tuple(stem(word) if are_stemmed else word for word in words)


def one_word(text: str, field: str) -> str:
    words = words_of(text, field)
    if len(words) != 1 or not words[0]:
        raise BadQuery(f"NEAR takes single words, not “{text}”.")
    return words[0]


def cut(text: str) -> Words:
    """In lower case, without accents, parted by whatever is no letter or digit."""
    unmarked = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in unmarked).lower().split()


def stem(word: str) -> str:
    return STEMMER.analyze(word)[0] if word else ""
