"""The embedded engine: tantivy, in the web and worker processes themselves."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TypeVar

from articles.search.engines.base import (
    ArticleDocument,
    Engine,
    Found,
    Health,
    Replacement,
    TextsOf,
    no_texts,
)
from articles.search.engines.embedded.asked import Asked
from articles.search.engines.embedded.build import Build, BuildWriter, View
from articles.search.engines.embedded.counts import facet_counts
from articles.search.engines.embedded.failures import told_as_unavailable
from articles.search.engines.embedded.fingerprints import fingerprints_of
from articles.search.engines.embedded.hits import page_of
from articles.search.engines.embedded.kept import Kept
from articles.search.engines.embedded.replacement import EmbeddedReplacement
from articles.search.engines.embedded.schema import ANALYZERS, NAMES, SPELLING
from articles.search.engines.embedded.snippets import Snippets
from articles.search.engines.embedded.store import Store
from articles.search.engines.embedded.totals import total_of
from articles.search.errors import EngineUnavailable
from articles.search.facets import FacetField, require_facets_of_unit
from articles.search.query import SearchQuery, Unit
from articles.search.results import Hit

HEAPS = dict.fromkeys(Unit, 30_000_000)
THREADS = dict.fromkeys(Unit, 1)
TURN_SECONDS = 120
ATTEMPTS = 3
Answer = TypeVar("Answer")


class EmbeddedEngine(Engine):
    """Many processes read, one writes. Opened lazily, so that a fork shares nothing."""

    counts_exactly = True
    ranks = True
    makes_snippets = True
    replaces_beside = True

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.store = Store(location)
        self._opening = threading.Lock()
        self._kept = Kept()
        self._build: Build | None = None
        self._writer: BuildWriter | None = None

    # Reading

    def search(
        self, query: SearchQuery, facets: Iterable[FacetField] = (), texts_of: TextsOf = no_texts
    ) -> Found:
        wanted = tuple(facets)
        require_facets_of_unit(query, wanted)

        def answer(view: View) -> tuple:
            asked = Asked(view, self._kept, query)
            page = page_of(asked, query)
            counts = facet_counts(asked, query, wanted)
            is_shown = page and texts_of is not no_texts
            snippets = Snippets(view, query) if is_shown else None
            return page, total_of(asked), counts, snippets

        page, total, counts, snippets = self._ask(answer, query.unit)
        if snippets is None:
            return Found(tuple(Hit(key, copies=copies) for key, copies in page), total, counts)
        texts = texts_of(tuple(key for key, _ in page))
        hits = tuple(Hit(key, snippets.of(texts.get(key, "")), copies) for key, copies in page)
        return Found(hits, total, counts)

    def suggest(self, beginning: str, limit: int = 8) -> tuple[str, ...]:
        words = ANALYZERS[NAMES].analyze(beginning)
        if not words:
            return ()
        found = self._ask(
            lambda view: view.searcher.terms_with_prefix(SPELLING, words[-1], limit=limit)
        )
        return tuple(word for word, _ in found)

    def health(self) -> Health:
        try:
            self._ask(lambda view: view.searcher.num_docs, Unit.QUOTES)
            return Health(True, self._ask(lambda view: view.searcher.num_docs))
        except EngineUnavailable as error:
            return Health(False, problem=str(error))

    def state(self) -> str:
        try:
            with told_as_unavailable("The search index can't be read"):
                build = self._serving()
                return ":".join(map(str, (build.path.name, *build.generations())))
        except EngineUnavailable:
            return ""

    def fingerprints(self) -> Mapping[int, int]:
        return self._read(lambda build: fingerprints_of(*(build.view(unit) for unit in Unit)))

    def _ask(self, question: Callable[[View], Answer], unit: Unit = Unit.ARTICLES) -> Answer:
        return self._read(lambda build: question(build.view(unit)))

    def _read(self, question: Callable[[Build], Answer], attempts: int = ATTEMPTS) -> Answer:
        """Asks the build that serves; if it was swapped away under our hands, the next one."""
        build = None
        try:
            with told_as_unavailable("The search index can't be read"):
                build = self._serving()
                return question(build)
        except EngineUnavailable:
            was_swapped = build is None or build.path != self.store.current()
            if was_swapped and attempts > 1:
                return self._read(question, attempts - 1)
            self._build = None
            raise

    def _serving(self) -> Build:
        """An open index stays in its folder when the link moves on: look at the link each time."""
        path = self.store.current()
        with self._opening:
            if self._build is None or self._build.path != path:
                self._build = Build(path)
            return self._build

    # Writing

    def index(self, documents: Iterable[ArticleDocument]) -> int:
        return self._written(lambda writer: writer.index(documents))

    def delete(self, article_ids: Iterable[int]) -> None:
        self._written(lambda writer: writer.delete(article_ids))

    def clear(self) -> None:
        self.claim()
        with self.store.rebuild.held():
            self._writer = None
            build = Build.create(self.store.new_build())
            self.store.publish(build.path)
            self.store.remove_leftovers()

    def claim(self) -> None:
        self.store.writer.claim()

    def close(self) -> None:
        self._writer = self._build = None
        self.store.writer.let_go()

    def _written(self, change: Callable[[BuildWriter], Answer]) -> Answer:
        try:
            return change(self._current_writer())
        except EngineUnavailable:
            self._writer = None
            raise

    def _current_writer(self) -> BuildWriter:
        self.claim()
        path = self.store.current()
        if self._writer is None or self._writer.build.path != path:
            self._writer = None
            self._writer = BuildWriter(Build(path), heaps=HEAPS, threads=THREADS)
        return self._writer

    @contextmanager
    def writing(self) -> Iterator[bool]:
        with self.store.turn.held(TURN_SECONDS):
            yield self.store.rebuild.is_taken()

    @contextmanager
    def replacement(self) -> Iterator[Replacement]:
        with ExitStack() as kept:
            # Nobody may be half way through the change rows when it begins: see indexing.Drain.
            with self.store.turn.held(TURN_SECONDS):
                kept.enter_context(self.store.rebuild.held())
            fresh = EmbeddedReplacement(self.store)
            kept.callback(fresh.close)
            yield fresh
