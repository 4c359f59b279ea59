"""Text as the index has it."""

import unicodedata


def composed(text: str) -> str:
    """One code point for one accented letter, as the index has it."""
    return unicodedata.normalize("NFC", text)
