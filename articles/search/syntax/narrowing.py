"""What can be typed beside the words to narrow a search, each with an example."""

from dataclasses import dataclass

from articles.search.facets import FACETS, FacetField, Values

EXAMPLES = {
    "outlet": "gulf-pines-courier",
    "race": "2020-al-us-senate",
    "outlet_kind": "newspaper",
    "stage": "runoff",
    "office": "senate",
    "party": "REP",
    "kind": "opinion",
    "said": "direct",
    "section": "politics",
    "author": '"Jane Doe"',
    "language": "en",
    "has_quotes": "yes",
    "year": "2020",
    "month": "2020-03",
    "day": "2020-03-04",
    "from": "2020-03",
    "to": "2020-07-14",
    "last": "30d",
    "copies": "folded",
    "sort": "newest",
}
# These take one value and can't be turned round with a minus.
SETTINGS = ("from", "to", "last", "copies", "sort")


def _example(facet: FacetField) -> str:
    if facet.name in EXAMPLES:
        return EXAMPLES[facet.name]
    return "AL" if facet.values is Values.CODE else '"Doug Jones"'


# The names that narrow, and how one is written.
NAMES = {facet.name: f"{facet.name}:{_example(facet)}" for facet in FACETS} | {
    name: f"{name}:{EXAMPLES[name]}" for name in SETTINGS
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A value of a parameter of the list: ``outlet:x``, ``-outlet:x``, ``from:2020-03``."""

    name: str
    value: str
    is_refused: bool = False

    @property
    def parameter(self) -> str:
        return f"not_{self.name}" if self.is_refused else self.name

    def __str__(self) -> str:
        is_plain = not any(mark.isspace() or mark in '()"' for mark in self.value)
        value = self.value if is_plain else f'"{self.value}"'
        return f"{'-' if self.is_refused else ''}{self.name}:{value}"
