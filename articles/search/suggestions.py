"""People, races and outlets offered while a name is typed."""

from articles.search.naming import Named, people_with_family_names, rows_beginning, rows_called
from articles.search.nodes import Near, Node, wanted

MOST = 8
MOST_MEANT, MOST_LOOKED_UP = 4, 4
NOUNS = ("person", "race", "outlet")


def suggestions(typed: str, limit: int = MOST) -> list[Named]:
    """Public rows one of whose names begins as typed, word by word: people, then races, then
    outlets, at most ``limit`` in all and each kind with its share."""
    found = {noun: list(rows_beginning(noun, typed, limit).values()) for noun in NOUNS}
    shares = _shares({noun: len(rows) for noun, rows in found.items()}, limit)
    return [Named(noun, shown) for noun in NOUNS for shown in found[noun][: shares[noun]]]


def named_in(words: Node) -> list[Named]:
    """The people whose family or whole name stands among the words sought, and the outlets; at
    most a few of each. Quick: whole names are looked up, not beginnings."""
    leaves = [leaf for leaf in wanted(words) if not (isinstance(leaf, Near) or leaf.scope)]
    texts = [leaf.text for leaf in leaves[:MOST_LOOKED_UP]]
    whole = " ".join(texts)
    people = rows_called("person", whole, MOST_MEANT) or people_with_family_names(texts)
    outlets = rows_called("outlet", whole, MOST_MEANT)
    return [Named("person", one) for one in people.values()] + [
        Named("outlet", one) for one in outlets.values()
    ]


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
