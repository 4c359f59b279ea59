"""One build of the index: a folder with an index of articles and one of quotes."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tantivy

from articles.search.engines.base import ArticleDocument
from articles.search.engines.embedded.failures import told_as_unavailable
from articles.search.engines.embedded.rows import article_row, quote_rows
from articles.search.engines.embedded.schema import ANALYZERS, FORMAT, build_schema
from articles.search.errors import EngineUnavailable
from articles.search.query import Unit

FORMAT_FILE = "format"
CANT_WRITE = "The search index can't be written"
LIBRARY_STATE = "meta.json"
KEY_OF_ARTICLE = {Unit.ARTICLES: "id", Unit.QUOTES: "article"}

Generation = tuple


@dataclass(frozen=True, slots=True)
class View:
    """One unit's index as the last commit left it; ``generation`` names that commit."""

    unit: Unit
    searcher: tantivy.Searcher
    schema: tantivy.Schema
    generation: Generation


class Build:
    """An open build; a view always shows the last commit, whichever process made it."""

    def __init__(self, path: Path) -> None:
        """Raises EngineUnavailable where it is missing, broken or of another format."""
        self.path = path
        with told_as_unavailable(f"The search index {path} needs manage.py rebuild_index"):
            if (path / FORMAT_FILE).read_text() != FORMAT:
                raise ValueError("it is of another format")
            self.indexes = {unit: tantivy.Index.open(str(path / unit)) for unit in Unit}
        self._views: dict[Unit, View] = {}
        for index in self.indexes.values():
            for name, analyzer in ANALYZERS.items():
                index.register_tokenizer(name, analyzer)
            index.config_reader("manual")

    @classmethod
    def create(cls, path: Path) -> "Build":
        """Raises EngineUnavailable, and leaves nothing, where it can't be written."""
        try:
            with told_as_unavailable(CANT_WRITE):
                for unit in Unit:
                    (path / unit).mkdir(parents=True)
                    tantivy.Index(build_schema(unit), path=str(path / unit))
                (path / FORMAT_FILE).write_text(FORMAT)
            return cls(path)
        except EngineUnavailable:
            shutil.rmtree(path, ignore_errors=True)
            raise

    def view(self, unit: Unit = Unit.ARTICLES) -> View:
        """Of the last commit, opened once."""
        # Named before it is read: a commit in between makes the view newer than its name, so that
        # it, and what is kept under that name, is looked up no more.
        generation = (self.path.name, *self._generation(unit))
        view = self._views.get(unit)
        if view is None or view.generation != generation:
            index = self.indexes[unit]
            index.reload()
            view = View(unit, index.searcher(), index.schema, generation)
            self._views[unit] = view
        return view

    def generations(self) -> list[Generation]:
        """What names the last commits of both indexes."""
        return [self._generation(unit) for unit in Unit]

    def _generation(self, unit: Unit) -> Generation:
        """The library writes its state as a new file with each commit."""
        state = (self.path / unit / LIBRARY_STATE).stat()
        return unit.value, state.st_mtime_ns, state.st_ino, state.st_size


class BuildWriter:
    """The one writer of a build. Nothing is kept of a batch that fails."""

    def __init__(
        self, build: Build, *, heaps: Mapping[Unit, int], threads: Mapping[Unit, int]
    ) -> None:
        """``heaps``: bytes of memory for what is not yet written."""
        self.build = build
        with told_as_unavailable(CANT_WRITE):
            self._writers = {
                unit: index.writer(heaps[unit], threads[unit])
                for unit, index in build.indexes.items()
            }
        self._schemas = {unit: index.schema for unit, index in build.indexes.items()}
        self._articles = self._writers[Unit.ARTICLES]
        self._quotes = self._writers[Unit.QUOTES]

    def index(self, documents: Iterable[ArticleDocument], *, are_new: bool = False) -> int:
        """Adds or replaces them. ``are_new``: none of them is there, and none comes twice; each
        removal costs a look-up in every part of the index, whether it finds anything or not.
        """

        def add_all() -> int:
            number = 0
            for document in documents:
                if not are_new:
                    self._remove(document.article_id)
                self._add(document)
                number += 1
            return number

        return self._committed(add_all)

    def delete(self, article_ids: Iterable[int]) -> None:
        def delete_all() -> None:
            for article_id in article_ids:
                self._remove(article_id)

        self._committed(delete_all)

    def finish(self) -> None:
        """Waits for merges; the writer is spent."""
        with told_as_unavailable(CANT_WRITE):
            for writer in self._writers.values():
                writer.wait_merging_threads()

    def _add(self, document: ArticleDocument) -> None:
        fingerprint = document.fingerprint  # once: it reads the whole document
        row = article_row(document, fingerprint, self._schemas[Unit.ARTICLES])
        self._articles.add_document(row)
        for row in quote_rows(document, fingerprint, self._schemas[Unit.QUOTES]):
            self._quotes.add_document(row)

    def _remove(self, article_id: int) -> None:
        for unit, writer in self._writers.items():
            writer.delete_documents_by_term(KEY_OF_ARTICLE[unit], article_id)

    def _committed(self, change):
        """A failed commit must be rolled back, or later ones store nothing and say nothing.

        Killed between the two commits, the change rows are still there and are carried again.
        """
        with told_as_unavailable(CANT_WRITE):
            try:
                outcome = change()
                self._quotes.commit()
                self._articles.commit()
            except BaseException:
                for writer in self._writers.values():
                    writer.rollback()
                raise
        return outcome
