"""A question as parameters: the one way to write it, short and always in the same order."""

from collections.abc import Iterable, Iterator, Mapping

from articles.search.facets import FACETS
from articles.search.labels import Names
from articles.search.query import SearchQuery, Selection, Sort
from articles.search.syntax import MAX_LENGTH, print_words

Pairs = tuple[tuple[str, str], ...]
FOLDED = "folded"
ORDER = (
    "q",
    *(facet.name for facet in FACETS),
    *(f"not_{facet.name}" for facet in FACETS),
    *("from", "to", "last", "copies", "sort", "page"),
)
PLACES = {name: place for place, name in enumerate(ORDER)}


def in_order(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Each once, by parameter and value, so that reordering makes no other address."""
    return tuple(sorted(set(pairs), key=lambda pair: (PLACES[pair[0]], pair[1])))


def parameters_of(query: SearchQuery, names: Mapping[str, Names]) -> Pairs:
    """What asks ``query`` again; defaults are left out, and values without a name of theirs."""
    pairs = [("q", words_of(query))]
    for one in query.selections:
        pairs += _values(one, names[one.facet])
    pairs += _period(query)
    pairs.append(("copies", FOLDED if query.folded else ""))
    pairs.append(("sort", sort_of(query)))
    pairs.append(("page", str(query.page) if query.page > 1 else ""))
    return in_order((name, value) for name, value in pairs if value)


def words_of(query: SearchQuery) -> str:
    """As ``parse`` prints them, unless that is longer than can be read again."""
    printed = print_words(query.words)
    return printed if len(printed) <= MAX_LENGTH else query.text


def sort_of(query: SearchQuery) -> str:
    """Nothing for the usual order: by relevance to the words, or the newest first."""
    usual = Sort.RELEVANCE if query.words else Sort.NEWEST
    return "" if query.sort in (usual, Sort.RELEVANCE) else query.sort.value


def _values(one: Selection, names: Names) -> Iterator[tuple[str, str]]:
    for prefix, keys in (("", one.any_of), ("not_", one.none_of)):
        yield from ((f"{prefix}{one.facet}", names[key].parameter) for key in keys if key in names)


def _period(query: SearchQuery) -> list[tuple[str, str]]:
    period = query.period
    ends = {"from": period.start, "to": period.end, "last": period.rolling}
    return [(name, str(end)) for name, end in ends.items() if end]
