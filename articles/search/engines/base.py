"""What every search engine must do: six methods, and two turns for those who write."""

import datetime as dt
import hashlib
import marshal
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, fields
from operator import attrgetter

from articles.search.facets import FacetField
from articles.search.query import FacetKey, SearchQuery
from articles.search.results import Hit

FacetValues = Mapping[str, tuple[FacetKey, ...]]


@dataclass(frozen=True, slots=True)
class QuoteDocument:
    """What somebody said in an article; ``facets`` holds what differs from the article's.

    ``statement`` is the key of what was said once, 0 where that is not known.
    """

    quote_id: int
    words: str
    facets: FacetValues = field(default_factory=dict)
    statement: int = 0


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """One public article as an engine takes it; ``facets`` holds the values by facet name.

    ``lead`` is the deck and the first paragraph; ``speakers`` are the names of the people it
    quotes in their own words, once for each quote, ``people`` those of all who are linked;
    ``places`` are the states it names by a form that is also a word (Ore.). ``copy_set`` is 0
    where the text is no copy.
    """

    article_id: int
    headline: str = ""
    deck: str = ""
    lead: str = ""
    body: str = ""
    caption: str = ""
    bylines: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    facets: FacetValues = field(default_factory=dict)
    published_on: dt.date | None = None
    published_at: dt.datetime | None = None
    copy_set: int = 0
    quotes: tuple[QuoteDocument, ...] = ()

    @property
    def fingerprint(self) -> int:
        """Above 0, and another for any other content: by it index and database are compared."""
        content = (
            _of_article(self),
            str(self.published_on),
            str(self.published_at),
            [_of_quote(quote) for quote in self.quotes],
        )
        # Some times faster than repr; and this format tells equals from others by value alone.
        digest = hashlib.blake2b(marshal.dumps(content, VALUES_ALONE), digest_size=8).digest()
        return int.from_bytes(digest, "big") >> 1 or 1


VALUES_ALONE = 2  # later formats also write which strings are one object
NOT_PLAIN = ("published_on", "published_at", "quotes")
_of_quote = attrgetter(*(one.name for one in fields(QuoteDocument)))
_of_article = attrgetter(
    *(one.name for one in fields(ArticleDocument) if one.name not in NOT_PLAIN)
)


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """(value, articles) pairs, the most frequent first; a chosen value is there even at 0."""

    values: tuple[tuple[FacetKey, int], ...]
    exact: bool = True
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """``counts`` by facet name; each ignores the selection of its own facet."""

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, FacetCounts]


@dataclass(frozen=True, slots=True)
class Health:
    is_up: bool
    articles: int = 0
    problem: str = ""


# What may be shown of these hits, by id: the text that snippets are cut from.
TextsOf = Callable[[tuple[int, ...]], Mapping[int, str]]


def no_texts(ids: tuple[int, ...]) -> Mapping[int, str]:
    return {}


class Replacement(ABC):
    """A fresh index beside the one that serves."""

    @abstractmethod
    def index(self, documents: Iterable[ArticleDocument]) -> int:
        """As the engine's; nobody sees it yet. The first call names no article twice."""

    @abstractmethod
    def delete(self, article_ids: Iterable[int]) -> None: ...

    @abstractmethod
    def count(self) -> int:
        """The articles it holds."""

    def settle(self) -> None:  # noqa: B027  (only some have work to put off)
        """Does what takes long, so that the turn in which it is published stays short."""

    @abstractmethod
    def publish(self) -> None:
        """From now on every reader sees the fresh one. Call it within ``writing()``."""


class Engine(ABC):
    """A search engine. ``location`` is where it keeps or finds its index.

    What not every engine can do is said here: whether counts are exact, relevance is more than
    newest first, snippets mark the words, and a replacement is built beside what serves.
    """

    counts_exactly = False
    ranks = False
    makes_snippets = False
    replaces_beside = False

    def __init__(self, location: str) -> None:
        self.location = location

    @abstractmethod
    def index(self, documents: Iterable[ArticleDocument]) -> int:
        """Adds or replaces them, gives their number; durable and visible when it returns.

        Raises IndexBusy, EngineUnavailable.
        """

    @abstractmethod
    def delete(self, article_ids: Iterable[int]) -> None:
        """Removes them; ids it does not hold are no error. Raises as ``index`` does."""

    @abstractmethod
    def search(
        self, query: SearchQuery, facets: Iterable[FacetField] = (), texts_of: TextsOf = no_texts
    ) -> Found:
        """The hits of ``query.unit``, and the counts of those ``facets``, each with as many values
        as its ``shown`` says. Raises BadQuery, for a facet of another unit too, and
        EngineUnavailable.
        """

    @abstractmethod
    def suggest(self, beginning: str, limit: int = 8) -> tuple[str, ...]:
        """Words of the archive that begin so, the most frequent first. Raises as ``search``."""

    @abstractmethod
    def clear(self) -> None:
        """Leaves an empty index, whatever was there. Raises IndexBusy, EngineUnavailable."""

    @abstractmethod
    def health(self) -> Health:
        """Whether it can answer, and how many articles it holds. Never raises."""

    def state(self) -> str:
        """Another one after each change, the same as long as nothing changed; empty where the
        engine can't answer or can't tell. Never raises."""
        return ""

    @abstractmethod
    def fingerprints(self) -> Mapping[int, int]:
        """Of every article it holds, that of the document it was indexed from; another where it
        is not held whole. Raises as ``search``."""

    def claim(self) -> None:  # noqa: B027  (an engine may take many writers)
        """The right to write, kept until ``close``. Raises IndexBusy if another process has it."""

    def close(self) -> None:  # noqa: B027  (an engine that holds nothing need not say so)
        """Lets go of locks and files; the engine may be used again."""

    def writing(self) -> AbstractContextManager[bool]:
        """One's turn to write. Gives whether a replacement is being built: then change rows must
        be kept, since the replacement needs them too. Raises IndexBusy."""
        return _nobody_else()

    def replacement(self) -> AbstractContextManager[Replacement]:
        """A fresh index to fill and publish; unpublished it is thrown away. Raises IndexBusy."""
        return _in_place(self)


@contextmanager
def _nobody_else() -> Iterator[bool]:
    yield False


class _InPlace(Replacement):
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def index(self, documents: Iterable[ArticleDocument]) -> int:
        return self._engine.index(documents)

    def delete(self, article_ids: Iterable[int]) -> None:
        self._engine.delete(article_ids)

    def count(self) -> int:
        return self._engine.health().articles

    def publish(self) -> None:
        """It has been seen all along."""


@contextmanager
def _in_place(engine: Engine) -> Iterator[Replacement]:
    engine.clear()
    yield _InPlace(engine)
