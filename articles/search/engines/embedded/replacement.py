"""A build that is made beside the one that serves, and then takes its place."""

import shutil
from collections.abc import Iterable

from articles.search.engines.base import ArticleDocument, Replacement
from articles.search.engines.embedded.build import Build, BuildWriter
from articles.search.engines.embedded.store import Store
from articles.search.query import Unit

HEAPS = {Unit.ARTICLES: 256_000_000, Unit.QUOTES: 128_000_000}
THREADS = {Unit.ARTICLES: 2, Unit.QUOTES: 1}  # an article is five times the work of its quotes


class EmbeddedReplacement(Replacement):
    """Nobody reads it before it is published; unpublished it leaves nothing behind."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.build = Build.create(store.new_build())
        self._writer: BuildWriter | None = None
        self._is_published, self._is_empty = False, True

    @property
    def writer(self) -> BuildWriter:
        if self._writer is None:
            self._writer = BuildWriter(self.build, heaps=HEAPS, threads=THREADS)
        return self._writer

    def index(self, documents: Iterable[ArticleDocument]) -> int:
        """What comes first into the empty build can replace nothing."""
        are_new, self._is_empty = self._is_empty, False
        return self.writer.index(documents, are_new=are_new)

    def delete(self, article_ids: Iterable[int]) -> None:
        self.writer.delete(article_ids)

    def count(self) -> int:
        return self.build.view().searcher.num_docs

    def settle(self) -> None:
        """Merging must be over before another process writes here."""
        self.writer.finish()
        self._writer = None

    def publish(self) -> None:
        self.settle()
        self.store.publish(self.build.path)
        self._is_published = True
        self.store.remove_leftovers()

    def close(self) -> None:
        self._writer = None
        if not self._is_published:
            shutil.rmtree(self.build.path, ignore_errors=True)
