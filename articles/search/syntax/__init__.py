"""The search box's small language: text -> words of a SearchQuery, and back.

    tuberville sessions            both words
    "deep-red state"               these words in this order
    tuberville OR sessions         either
    runoff NOT primary, -primary   without
    (jones OR moore) senate        grouped
    headline:runoff  byline:"jane doe"  headline:(jones moore)

AND, OR and NOT are operators in capitals only. NOT binds tightest, then AND, then OR.
"""

from articles.search.syntax.parser import MAX_DEPTH, MAX_LENGTH, MAX_TERMS, parse, print_words

__all__ = ["MAX_DEPTH", "MAX_LENGTH", "MAX_TERMS", "parse", "print_words"]
