"""What there is to check in a draft: its quoted passages, or its sentences where it has none."""

from __future__ import annotations

import re

from .marks import find_quoted
from .text import paragraph_bounds, sentence_bounds

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 2  # a single word between marks is scorn or a title
_ONE_PASSAGE = 40  # words without quotation marks that are taken as they stand


def passages_of(draft: str) -> list[str]:
    """In reading order, each once."""
    quoted = [" ".join(draft[start:end] for start, end in one.parts) for one in find_quoted(draft)]
    found = _long_enough(quoted) or _long_enough(_unquoted(draft))
    return list(dict.fromkeys(" ".join(passage.split()) for passage in found))


def _unquoted(draft: str) -> list[str]:
    if len(_WORD.findall(draft)) <= _ONE_PASSAGE:
        return [draft]
    return [
        draft[start:end]
        for paragraph in paragraph_bounds(draft)
        for start, end in sentence_bounds(draft, *paragraph)
    ]


def _long_enough(passages: list[str]) -> list[str]:
    return [one for one in passages if len(_WORD.findall(one)) >= _FEWEST_WORDS]
