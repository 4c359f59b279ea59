"""People, races and outlets offered while a name is typed."""

from articles.search.naming import Named, rows_beginning

MOST = 8
NOUNS = ("person", "race", "outlet")


def suggestions(typed: str, limit: int = MOST) -> list[Named]:
    """Public rows one of whose names begins as typed, word by word: people, then races, then
    outlets, at most ``limit`` in all and each kind with its share."""
    found = {noun: list(rows_beginning(noun, typed, limit).values()) for noun in NOUNS}
    shares = _shares({noun: len(rows) for noun, rows in found.items()}, limit)
    return [Named(noun, shown) for noun in NOUNS for shown in found[noun][: shares[noun]]]


def _shares(numbers: dict[str, int], limit: int) -> dict[str, int]:
    """How many of each: in turn one of each kind that has any left."""
    shares = dict.fromkeys(numbers, 0)
    while sum(shares.values()) < limit:
        open_ones = [noun for noun, number in numbers.items() if shares[noun] < number]
        if not open_ones:
            break
        for noun in open_ones[: limit - sum(shares.values())]:
            shares[noun] += 1
    return shares
