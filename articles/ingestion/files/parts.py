"""One thing out of a table, a zip or a web archive."""

from dataclasses import dataclass

from articles.ingestion.errors import IngestError


@dataclass(frozen=True, slots=True)
class Part:
    """``position`` counts from 0 and is the same at each opening: the part is known by it."""

    name: str
    position: int
    content: bytes
    media_type: str = ""
    url: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class BadPart:
    """A part that can't be read; the others can."""

    name: str
    position: int
    error: IngestError
