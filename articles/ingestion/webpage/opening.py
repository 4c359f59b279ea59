"""What stands right after the headline: there decks, bylines and days are printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from articles.ingestion.webpage.tree import following, words, words_of

MOST, LINES = 85, 60
UNREAD = ("script", "template")
HEADINGS = ("h1", "h2", "h3")
Line = tuple[str, object]  # words, the element that holds them


@dataclass(frozen=True)
class Opening:
    """``elements`` follow the headline's, in the page's order; none where it has no h1.

    ``lines`` are their first words, as no element parts them.
    """

    elements: list

    @cached_property
    def lines(self) -> list[Line]:
        return list(islice(_lines(self.elements), LINES))


def opening_of(root, headline: str) -> Opening:
    """After the heading that shows the headline: the h1 of some pages is their masthead."""
    named = (one for tag in HEADINGS for one in root.iter(tag) if headline in words_of(one))
    start = next(named if headline else iter(()), None)
    start = next(root.iter("h1"), None) if start is None else start
    return Opening([] if start is None else list(islice(following(start), MOST)))


def _lines(elements: list) -> Iterator[Line]:
    """An element's tail is told where it ends: after what it holds."""
    ended: list = []
    for element in elements:
        parent = element.getparent()
        while ended and ended[-1] is not parent:
            yield from _line(ended[-1].tail, ended.pop().getparent())
        if element.tag not in UNREAD:
            yield from _line(element.text, element)
        ended.append(element)
    while ended:
        yield from _line(ended[-1].tail, ended.pop().getparent())


def _line(text: str | None, element) -> Iterator[Line]:
    if text and (line := words(text)):
        yield line, element
