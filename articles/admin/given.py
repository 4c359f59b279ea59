"""What a request gives, as a database takes it: keys that a row may have, words without NUL."""

from collections.abc import Iterable

from django.http import QueryDict

MOST_DIGITS = 18


def key_given(given: QueryDict, name: str) -> int | None:
    """The key of a row; None where no row can have it."""
    return next(iter(keys_among([given.get(name, "")])), None)


def keys_given(given: QueryDict, name: str) -> list[int]:
    """All of that name that may be keys of rows."""
    return keys_among(given.getlist(name))


def keys_among(texts: Iterable[str]) -> list[int]:
    return [
        int(text)
        for text in texts
        if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    ]


def words_given(given: QueryDict, name: str, default: str = "") -> str:
    """The words of that name, without what no text has and without blanks around them."""
    return given.get(name, default).replace("\0", "").strip()
