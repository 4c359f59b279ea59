"""The kinds of files the archive takes in: documents with one story, containers with many.

kind_of(content, name)               what it is, by its bytes first
read_document(content, name=...)     one story -> ParsedArticle
parts_of(file, kind, limits=...)     a table, zip or web archive -> its parts, one by one
"""

from articles.ingestion.files.documents import read_document
from articles.ingestion.files.kinds import FileKind, kind_of
from articles.ingestion.files.limits import Limits
from articles.ingestion.files.opening import parts_of
from articles.ingestion.files.parts import BadPart, Part
from articles.ingestion.files.rows import FIELDS_OF_ROWS, ROW_TYPE
from articles.ingestion.files.tables import Preview, preview

__all__ = [
    "FIELDS_OF_ROWS",
    "ROW_TYPE",
    "BadPart",
    "FileKind",
    "Limits",
    "Part",
    "Preview",
    "kind_of",
    "parts_of",
    "preview",
    "read_document",
]
