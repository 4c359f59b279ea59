"""The search box's small language: text -> words of a SearchQuery, and back.

    tuberville sessions            both words
    "deep-red state"               these words in this order
    tuberville OR sessions         either
    runoff NOT primary, -primary   without
    (jones OR moore) senate        grouped
    trade NEAR/5 tariffs           close to each other, also "trade tariffs"~5 and trade w/5 tariffs
    headline:runoff  byline:"jane doe"  quote:(jones moore)
    outlet:gulf-pines-courier  -kind:opinion  from:2020-03  last:30d  copies:folded  sort:newest

AND, OR and NOT are operators in capitals only. NEAR binds tightest, then NOT, AND, OR. What the
last line shows narrows the whole search and becomes parameters of the list.
"""

from articles.search.syntax.box import MAX_LENGTH, Box, parse, print_box, read_box
from articles.search.syntax.narrowing import SETTINGS, Narrowing
from articles.search.syntax.parser import MAX_DEPTH, MAX_TERMS, print_words

__all__ = [
    "MAX_DEPTH",
    "MAX_LENGTH",
    "MAX_TERMS",
    "SETTINGS",
    "Box",
    "Narrowing",
    "parse",
    "print_box",
    "print_words",
    "read_box",
]
