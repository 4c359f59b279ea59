"""How large a file and what is in it may be; each message names the limit's setting."""

from dataclasses import dataclass

from django.conf import settings

from articles.ingestion.errors import TooBig


@dataclass(frozen=True, slots=True)
class Limits:
    max_member_bytes: int = 20_000_000
    max_total_bytes: int = 2_000_000_000
    max_members: int = 200_000
    max_ratio: int = 200
    max_rows: int = 1_000_000
    max_pages: int = 500
    max_paragraphs: int = 5_000
    max_characters: int = 500_000

    @classmethod
    def from_settings(cls) -> "Limits":
        return cls(
            max_member_bytes=settings.INGEST_MAX_MEMBER_BYTES,
            max_total_bytes=settings.INGEST_MAX_TOTAL_BYTES,
            max_members=settings.INGEST_MAX_MEMBERS,
            max_ratio=settings.INGEST_MAX_RATIO,
            max_rows=settings.INGEST_MAX_ROWS,
            max_pages=settings.INGEST_MAX_PDF_PAGES,
            max_paragraphs=settings.INGEST_MAX_PARAGRAPHS,
            max_characters=settings.PASTE_MAX_CHARACTERS,
        )


def over(what: str, most: int, setting: str) -> TooBig:
    return TooBig(f"{what}: at most {most:,} are taken in (setting {setting}).")


def require_length(text: str, limits: Limits) -> str:
    """The text, if it is not too long; raises TooBig."""
    if len(text) > limits.max_characters:
        raise over(
            f"The text has {len(text):,} characters", limits.max_characters, "PASTE_MAX_CHARACTERS"
        )
    paragraphs = text.count("\n\n") + 1
    if paragraphs > limits.max_paragraphs:
        raise over(
            f"The text has {paragraphs:,} paragraphs",
            limits.max_paragraphs,
            "INGEST_MAX_PARAGRAPHS",
        )
    return text
