"""From what comes in to articles with their links.

item = paste(text, by=editor)          keeps the text, opens an Item
understand_item(item)                  what was understood, with corrections
make_article(item, by=editor)          Article, Version and links, in one transaction
"""

from articles.ingestion.errors import IngestError, NotAText, Unfinished
from articles.ingestion.intake import (
    answer,
    correct_block,
    correct_fields,
    discard,
    make_article,
    open_item,
    paste,
    understand_item,
)
from articles.ingestion.report import as_data
from articles.ingestion.store import store
from articles.ingestion.understanding import Understanding, understand, understand_parsed

__all__ = [
    "IngestError",
    "NotAText",
    "Understanding",
    "Unfinished",
    "answer",
    "as_data",
    "correct_block",
    "correct_fields",
    "discard",
    "make_article",
    "open_item",
    "paste",
    "store",
    "understand",
    "understand_item",
    "understand_parsed",
]
