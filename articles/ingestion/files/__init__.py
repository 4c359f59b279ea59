"""The kinds of files the archive takes in: documents with one story, containers with many.

kind_of(content, name)               what it is, by its bytes first
read_document(content, name=...)     one story -> ParsedArticle
parts_of(file, kind, limits=...)     a table, zip or web archive -> its parts, one by one
furniture_of_pages(paths)            of a folder: what browsers saved only to show a page
"""

from articles.ingestion.files.documents import read_document
from articles.ingestion.files.kinds import FileKind, is_furniture, kind_of
from articles.ingestion.files.limits import Limits
from articles.ingestion.files.opening import parts_of
from articles.ingestion.files.parts import BadPart, Part
from articles.ingestion.files.rows import FIELDS_OF_ROWS, ROW_TYPE
from articles.ingestion.files.saved_pages import furniture_of_pages
from articles.ingestion.files.tables import Preview, preview

__all__ = [
    "FIELDS_OF_ROWS",
    "ROW_TYPE",
    "BadPart",
    "FileKind",
    "Limits",
    "Part",
    "Preview",
    "furniture_of_pages",
    "is_furniture",
    "kind_of",
    "parts_of",
    "preview",
    "read_document",
]
