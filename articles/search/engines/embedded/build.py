"""One build of the index: a folder that the library reads and writes."""

from collections.abc import Iterable
from pathlib import Path

import tantivy

from articles.search.engines.base import ArticleDocument
from articles.search.engines.embedded.failures import told_as_unavailable
from articles.search.engines.embedded.schema import ANALYZERS, FORMAT, build_schema, row_of

FORMAT_FILE = "format"
CANT_WRITE = "The search index can't be written"


class Build:
    """An open build; ``searcher()`` always sees the last commit, whichever process made it."""

    def __init__(self, path: Path) -> None:
        """Raises EngineUnavailable where it is missing, broken or of another format."""
        self.path = path
        with told_as_unavailable(f"The search index {path} needs manage.py rebuild_index"):
            if (path / FORMAT_FILE).read_text() != FORMAT:
                raise ValueError("it is of another format")
            self.index = tantivy.Index.open(str(path))
        self.schema = self.index.schema
        for name, analyzer in ANALYZERS.items():
            self.index.register_tokenizer(name, analyzer)
        self.index.config_reader("manual")

    @classmethod
    def create(cls, path: Path) -> "Build":
        tantivy.Index(build_schema(), path=str(path))
        (path / FORMAT_FILE).write_text(FORMAT)
        return cls(path)

    def searcher(self) -> tantivy.Searcher:
        self.index.reload()
        return self.index.searcher()


class BuildWriter:
    """The one writer of a build. Nothing is kept of a batch that fails."""

    def __init__(self, build: Build, *, heap: int, threads: int) -> None:
        self.build = build
        with told_as_unavailable(CANT_WRITE):
            self._writer = build.index.writer(heap, threads)

    def index(self, documents: Iterable[ArticleDocument]) -> int:
        def add_all() -> int:
            number = 0
            for document in documents:
                self._writer.delete_documents_by_term("id", document.article_id)
                self._writer.add_document(row_of(document, self.build.schema))
                number += 1
            return number

        return self._committed(add_all)

    def delete(self, article_ids: Iterable[int]) -> None:
        def delete_all() -> None:
            for article_id in article_ids:
                self._writer.delete_documents_by_term("id", article_id)

        self._committed(delete_all)

    def clear(self) -> None:
        self._committed(self._writer.delete_all_documents)

    def finish(self) -> None:
        """Waits for merges; the writer is spent."""
        self._writer.wait_merging_threads()

    def _committed(self, change):
        """A failed commit must be rolled back, or later ones store nothing and say nothing."""
        with told_as_unavailable(CANT_WRITE):
            try:
                outcome = change()
                self._writer.commit()
            except BaseException:
                self._writer.rollback()
                raise
        return outcome
