"""Given names that stand alone: "Doug", for the Doug Jones whom the story has named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Generic, TypeVar

from .gazetteer import PLACES_THAT_ARE_NAMES
from .names import PersonalName, bare, given_names_like
from .spans import Span, Story
from .wordlists import one_of, words

_ALSO_WORDS = words(
    """
    Bill Grant Mark Will Frank Hope Grace May June April Pat Art Rob Sue Dean Faith Joy Dawn Rose
    Chase Pierce Drew Guy Rich Chip Carol Christian Dale Earl Heath Jay Lance Max Miles Norm Penny
    Ray Rusty Sandy Skip Stew Summer Ward Buck
    """
)
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Ff]rom) $")
_BEGINS = re.compile(r"(?:^|[.!?:…]|[.!?][\"”’)]+|\n)[\s\"“‘'`(—-]*$")
_ACTS = re.compile(
    r"[’']s\b|[,.?!;:”\"]"
    r"| (?:is|was|has|had|did|does|will|would|could|can|should|said|says|never|always|and|knows?"
    r"|knew|still|wants?|got|gets|took|drove|ran|sends?|told|thinks|likes?|loves?|[a-z]+ed)\b"
)

Who = TypeVar("Who")

_SINGLING = words(
    """
    other another any wrong good this a an one first second third two three every elder younger
    older
    """
)
_SINGLED_OUT = re.compile(rf"\b({one_of(_SINGLING)}) $", re.IGNORECASE)
_OF_SEVERAL = words("other another wrong one second third two three elder younger older")
_NOUN = re.compile(r" [a-z]")  # "a Jones aide" is an aide of the Jones whom the story means
_ALONE_IN_MARKS = re.compile(r"[\"“‘']$")
_MARKS_END = re.compile(r"[.,?!]?[\"”’'](?!s\b)")


def singled_out(story: Story, span: Span) -> bool:
    """ "the other Jones", "any Jones", a “Jones” between marks: not simply whom the story means."""
    text = getattr(story, span.field)
    singled = _singled_by(text, span.start)
    if singled and not (singled in ("a", "an") and _NOUN.match(text, span.end)):
        return True
    marked = _ALONE_IN_MARKS.search(text, max(0, span.start - 1), span.start)
    return bool(marked and _MARKS_END.match(text, span.end))


def _singled_by(text: str, start: int) -> str:
    """The word just ahead that tells one of several, in lower case; empty where none does."""
    last = text[max(0, start - 12) : start].split()[-1:]
    if last and last[0].isalpha() and last[0].lower() not in _SINGLING:
        return ""
    said = _SINGLED_OUT.search(text, max(0, start - 12), start)
    return said[1].lower() if said else ""


def is_another(story: Story, span: Span) -> bool:
    """ "The other Doug Jones", "one Doug Jones": a full name of which the story has two bearers."""
    return _singled_by(getattr(story, span.field), span.start) in _OF_SEVERAL


def older_or_younger(story: Story, span: Span) -> str:
    """ "older" or "younger" where the text says which of two is meant by their age."""
    word = _singled_by(getattr(story, span.field), span.start)
    return {"elder": "older", "older": "older", "younger": "younger"}.get(word, "")


class Called(Generic[Who]):
    """Whom of those named a given name alone, "Doug" or "Pete", may mean: given name, nickname or
    short form. Found by the name: to ask each of many people about each word takes long."""

    def __init__(self, named: Iterable[tuple[Who, Iterable[PersonalName]]]) -> None:
        self._people: list[Who] = []
        self._by_given: dict[str, set[int]] = defaultdict(set)
        for at, (who, names) in enumerate(named):
            self._people.append(who)
            for given in chain.from_iterable((name.given, name.nickname) for name in names):
                self._by_given[bare(given)].add(at)

    def by(self, word: str) -> list[Who]:
        """Those who may be called so, in the order in which they were given."""
        forms = self._by_given.keys() & given_names_like(bare(word))
        if not forms:
            return []
        places = set().union(*[self._by_given[form] for form in forms])
        return [self._people[at] for at in sorted(places)]


def may_be_given_name(story: Story, span: Span) -> bool:
    """Not where it reads as a place, nor where it opens a sentence and is a common word as well."""
    text, word = getattr(story, span.field), story.text_of(span)
    before = text[max(0, span.start - 12) : span.start]
    if word in PLACES_THAT_ARE_NAMES and _PLACED.search(before):
        return False
    if word not in _ALSO_WORDS or not _BEGINS.search(before):
        return True
    return bool(_ACTS.match(text, span.end))
