"""The same archive in PostgreSQL, searched the way Django projects usually do it.

Full text in a weighted ``tsvector`` with a GIN index, many-to-many tables for people and races, a
count, twenty ranked rows with headlines, and a GROUP BY for each facet without its own selection.
"""

import csv
import io
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import psycopg2
from tqdm import tqdm

from articles.search.documents import all_documents
from articles.search.engines.base import ArticleDocument
from articles.search.engines.embedded.rows import day_number
from articles.search.facets import FacetField
from articles.search.nodes import Word
from articles.search.query import SearchQuery
from bench.search.library import took
from tests.on_postgres import binaries, run, spare_port

CHUNK = 2000
LONGEST = "60s"
SETTINGS = (
    "-c listen_addresses=127.0.0.1 -c shared_buffers=2GB -c work_mem=64MB -c fsync=off"
    " -c synchronous_commit=off -c max_wal_size=8GB -c maintenance_work_mem=1GB"
)
MANY = {
    "person": "integer",
    "quoted": "integer",
    "race": "integer",
    "state": "text",
    "office": "text",
    "party": "text",
    "stage": "text",
    "about": "integer",
    "author": "integer",
    "paraphrased": "integer",
    "mentioned": "integer",
    "in_headline": "integer",
}
ONE = {
    "outlet": "integer",
    "outlet_kind": "text",
    "place": "text",
    "kind": "text",
    "section": "text",
    "language": "text",
    "has_quotes": "text",
    "year": "integer",
    "month": "integer",
    "day": "integer",
}
TEXT = (
    "setweight(to_tsvector('english', headline), 'A') ||"
    " setweight(to_tsvector('english', deck), 'B') || to_tsvector('english', body)"
)


class Answer(NamedTuple):
    milliseconds: float
    total: int


class Postgres:
    """A server in a folder of its own, kept between runs of the bench."""

    def __init__(self, folder: Path) -> None:
        self.data, self.place = folder / "postgres", binaries()

    def __enter__(self) -> "Postgres":
        port, fresh = spare_port(), not self.data.exists()
        if fresh:
            self._make()
        log = str(self.data.parent / "postgres.log")
        options = f"-p {port} -k {self.data} {SETTINGS}"
        run(self.place / "pg_ctl", "-D", str(self.data), "-o", options, "-l", log, "-w", "start")
        self.connection = psycopg2.connect(f"postgres://archive@127.0.0.1:{port}/postgres")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        return self

    def __exit__(self, *_) -> None:
        self.connection.close()
        run(self.place / "pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop")

    def _make(self) -> None:
        self.data.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.data, "postgres", "postgres")
            shutil.chown(self.data.parent, "postgres", "postgres")
        options = ("-U", "archive", "-A", "trust", "-E", "UTF8", "--no-locale")
        run(self.place / "initdb", "-D", str(self.data), *options)

    # Loading

    def load(self, number: int) -> None:
        """Once; a second call finds it done."""
        self.cursor.execute("SELECT to_regclass('loaded')")
        if self.cursor.fetchone()[0]:
            return
        self.cursor.execute("DROP TABLE IF EXISTS article")
        columns = ", ".join(f"{name} {kind}" for name, kind in ONE.items())
        self.cursor.execute(
            "CREATE TABLE article (id integer PRIMARY KEY, headline text, deck text, body text,"
            f" published_on integer, {columns},"
            f" words tsvector GENERATED ALWAYS AS ({TEXT}) STORED)"
        )
        for name, kind in MANY.items():
            self.cursor.execute(f"DROP TABLE IF EXISTS article_{name}")
            self.cursor.execute(f"CREATE TABLE article_{name} (article_id integer, value {kind})")
        documents = tqdm(all_documents(), total=number, unit=" articles", desc="PostgreSQL")
        for chunk in _chunks(documents):
            self._copy("article", (_row(document) for document in chunk))
            for name in MANY:
                self._copy(f"article_{name}", _pairs(name, chunk))
        self._add_indexes()
        self.cursor.execute("CREATE TABLE loaded ()")

    def _copy(self, table: str, rows: Iterable[tuple]) -> None:
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        text.seek(0)
        names = ""
        if table == "article":
            names = f"(id, headline, deck, body, published_on, {', '.join(ONE)})"
        self.cursor.copy_expert(f"COPY {table} {names} FROM STDIN CSV", text)

    def _add_indexes(self) -> None:
        self.cursor.execute("CREATE INDEX ON article USING gin (words)")
        for name in ("published_on", "outlet", "kind", "year"):
            self.cursor.execute(f"CREATE INDEX ON article ({name})")
        for name in MANY:
            self.cursor.execute(f"CREATE UNIQUE INDEX ON article_{name} (article_id, value)")
            self.cursor.execute(f"CREATE INDEX ON article_{name} (value, article_id)")
        self.cursor.execute("VACUUM ANALYZE")

    # Asking

    def asked(self, query: SearchQuery, facets: tuple[FacetField, ...]) -> Answer:
        """A question that takes longer than the limit counts as that limit."""
        self.cursor.execute(f"SET statement_timeout = '{LONGEST}'")
        totals: list[int] = []
        milliseconds = took(lambda: totals.append(self._ask(query, facets)))
        return Answer(milliseconds, totals[0])

    def _ask(self, query: SearchQuery, facets: tuple[FacetField, ...]) -> int:
        where, values = _where(query)
        counted = self._run(f"SELECT count(*) FROM article a WHERE {where}", values)
        self._run(*_page(query, where, values))
        for facet in facets:
            where, values = _where(query.without(facet.name))
            self._run(_grouped(facet, where), values)
        return counted[0][0] if counted else 0

    def _run(self, sql: str, values: list) -> list[tuple]:
        try:
            self.cursor.execute(sql, values)
            return self.cursor.fetchall()
        except psycopg2.errors.QueryCanceled:
            tqdm.write(f"over {LONGEST}: {sql[:80]}")
            return []


def _page(query: SearchQuery, where: str, values: list) -> tuple[str, list]:
    if not query.words:
        newest = f"ORDER BY published_on DESC, id DESC LIMIT {query.page_size}"
        return f"SELECT id, headline FROM article a WHERE {where} {newest}", values
    (asked, text), is_ranked = _words(query), query.sort == "relevance"
    order = f"ts_rank(words, {asked})" if is_ranked else "published_on"
    page = f"SELECT * FROM article a WHERE {where} ORDER BY {order} DESC LIMIT {query.page_size}"
    sql = f"SELECT id, headline, ts_headline('english', body, {asked}) FROM ({page}) AS page"
    return sql, [text, *values, *([text] if is_ranked else [])]


def _words(query: SearchQuery) -> tuple[str, str]:
    """The words as a tsquery: those of the headline have a weight of their own."""
    if isinstance(query.words, Word) and query.words.scope == "headline":
        return "to_tsquery('english', %s)", f"{query.words.text}:A"
    return "websearch_to_tsquery('english', %s)", query.text


def _grouped(facet: FacetField, where: str) -> str:
    most = f"GROUP BY 1 ORDER BY 2 DESC LIMIT {facet.shown}"
    if facet.name in ONE:
        return f"SELECT {facet.name}, count(*) FROM article a WHERE {where} {most}"
    joined = f"article a JOIN article_{facet.name} m ON m.article_id = a.id"
    return f"SELECT m.value, count(*) FROM {joined} WHERE {where} {most}"


def _where(query: SearchQuery) -> tuple[str, list]:
    parts, values = ["true"], []
    if query.words:
        asked, text = _words(query)
        parts.append(f"words @@ {asked}")
        values.append(text)
    for selection in query.selections:
        if selection.facet in ONE:
            parts.append(f"{selection.facet} = ANY(%s)")
        else:
            having = f"SELECT article_id FROM article_{selection.facet} WHERE value = ANY(%s)"
            parts.append(f"id IN ({having})")
        values.append(list(selection.any_of))
    if query.period.start:
        parts.append("published_on >= %s")
        values.append(day_number(query.period.start.first))
    if query.period.end:
        parts.append("published_on <= %s")
        values.append(day_number(query.period.end.last))
    return " AND ".join(parts), values


def _chunks(documents: Iterable[ArticleDocument]) -> Iterator[list[ArticleDocument]]:
    source = iter(documents)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _row(document: ArticleDocument) -> tuple:
    day = day_number(document.published_on) if document.published_on else None
    ones = [next(iter(document.facets.get(name, ())), None) for name in ONE]
    return document.article_id, document.headline, document.deck, document.body, day, *ones


def _pairs(name: str, documents: list[ArticleDocument]) -> Iterator[tuple]:
    for document in documents:
        for value in document.facets.get(name, ()):
            yield document.article_id, value
