"""Rows -> documents for the index, and the texts of hits that may be shown.

Only public articles become documents. A batch takes a constant number of queries.
"""

from articles.search.documents.articles import all_documents, documents
from articles.search.documents.shown import shown_quote, shown_quotes, shown_texts, under_headline
from articles.search.documents.text import composed

__all__ = [
    "all_documents",
    "composed",
    "documents",
    "shown_quote",
    "shown_quotes",
    "shown_texts",
    "under_headline",
]
