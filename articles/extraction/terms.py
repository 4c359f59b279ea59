"""Marks that quote nobody: titles of works and shows, names, words spoken about."""

from __future__ import annotations

import re

from .marks import Quoted

_TERM_BEFORE = re.compile(
    r"\b(?:phrase|words?|term|slogan|label|titled?|name|song|film|book|show|so-called|nicknamed"
    r"|known as(?: (?:the|an?))?|dubbed|entitled|headlined|self-described|self-styled"
    r"|self-proclaimed),? $"
)
# What stands ahead of a title: "on NBC's “...”", "in her memoir, “...”".
_WORK_BEFORE = re.compile(
    r"(?:[’']s?|\b(?:on|in|of|from|show|program|podcast|series|memoir|autobiography|book|novel|column"
    r"|article|essay|op-ed|commentary|editorial|report|paper|poem|play|song|film|movie"
    r"|documentary|episode|album|ad|spot|magazine|sketch|hits|titled|called|named|and|with|to"
    r"|the|off)),? (?:the )?$"
)
_SMALL = re.compile(r"(?:[a-z]{1,3}|with|from|into|over|that|upon|than|when|then|this)$")
_LONGEST_TITLE = 9


def is_only_a_term(text: str, quoted: Quoted) -> bool:
    """Whether the marks stand round a word spoken about, or the title of a work."""
    if text.startswith(("so-called", "So-called"), quoted.start):
        return True
    ahead = max(0, quoted.outer_start - 24)
    if not text[ahead : quoted.outer_start][-1:].isspace():
        return False
    if _TERM_BEFORE.search(text, ahead, quoted.outer_start):
        return True
    return bool(
        _WORK_BEFORE.search(text, ahead, quoted.outer_start)
        and is_title_case(text[quoted.start : min(quoted.end, quoted.start + 100)])
    )


def is_title_case(words: str) -> bool:
    """Whether all words but the small ones within are capitalised: “The Long Night”."""
    tokens = re.findall(r"[\w’'&]+", words)
    if not 0 < len(tokens) <= _LONGEST_TITLE or words.rstrip().endswith(("?", "!", "…")):
        return False
    outer = (tokens[0], tokens[-1])
    return all(_is_capital(token) for token in outer) and all(
        _is_capital(token) or _SMALL.match(token) for token in tokens
    )


def _is_capital(token: str) -> bool:
    return token[0].isupper() or token[0].isdigit()
