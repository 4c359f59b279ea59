"""The parameters of every list, validated once: pages, API and feeds share it.

filters = ArticleFilterSet(request.GET)
results = search(filters.search_query())      # BadQuery tells the reader what is wrong
parameters_of(results.query, names)           # the one way to write that question
"""

from articles.filters.mistakes import Correction, Mistake
from articles.filters.parameters import ORDER, in_order, parameters_of
from articles.filters.sets import ArticleFilterSet, ListFilterSet, QuoteFilterSet

__all__ = [
    "ORDER",
    "ArticleFilterSet",
    "Correction",
    "ListFilterSet",
    "Mistake",
    "QuoteFilterSet",
    "in_order",
    "parameters_of",
]
