"""What a headline looks like, and one to propose where there is none."""

from __future__ import annotations

import re

from .marks import is_wholly_quoted
from .text import sentence_bounds

MOST_WORDS = 25
_LEAD_IN = re.compile(
    r"(?:[A-Z][a-z]+ing|After|Before|Despite|Amid|With|In|On|As|While|Although|Though|Days|Hours"
    r"|Weeks|Months|Just|Following|During)\b[^,]{3,160}, (?=\S)"
)
_LONGEST = 100


def is_headline_shaped(words: str) -> bool:
    """Short, not a sentence with its full stop, and not a quotation from end to end."""
    if not words or len(words.split()) > MOST_WORDS or is_wholly_quoted(words):
        return False
    return words[-1] not in ".…,;:—" or words.endswith(("U.S.", "D.C.", "Jr.", "Sr."))


def is_deck_shaped(words: str) -> bool:
    return len(words.split()) <= 45


def propose_headline(body: str) -> str:
    """The main clause of the first sentence, cut to a headline's length."""
    paragraph = body.split("\n\n", 1)[0]
    bounds = sentence_bounds(paragraph)
    if not bounds:
        return ""
    sentence = paragraph[slice(*bounds[0])].rstrip(".")
    lead_in = _LEAD_IN.match(sentence)
    if lead_in and len(sentence[lead_in.end() :].split()) >= 5:
        sentence = sentence[lead_in.end() :]
    return _cut(sentence[:1].upper() + sentence[1:])


def _cut(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    comma = sentence.rfind(", ", 40, _LONGEST)
    if comma > 0:
        return sentence[:comma]
    return sentence[: sentence.rfind(" ", 0, _LONGEST)] + " …"
