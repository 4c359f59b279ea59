"""Asks the list page and the search the same question, and takes the time of both."""

import io
import time
from dataclasses import dataclass
from wsgiref.util import setup_testing_defaults

from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from tqdm import tqdm

from articles.filters import ArticleFilterSet
from articles.search import search
from bench.questions import Question
from newsarchive.wsgi import application

WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question
    status: int
    page_ms: float
    search_ms: float
    queries: int


def ask_all(questions: list[Question]) -> list[Asked]:
    call_command("collectstatic", verbosity=0, interactive=False)
    for question in questions[:WARM_UP]:
        ask(question)
    return [ask(question) for question in tqdm(questions, unit=" pages", leave=False, disable=None)]


def ask(question: Question) -> Asked:
    started = time.perf_counter()
    search(ArticleFilterSet(QueryDict(question.address)).search_query())
    searched = time.perf_counter()
    status, queries = get(question.address)
    return Asked(
        question,
        status,
        page_ms=(time.perf_counter() - searched) * 1000,
        search_ms=(searched - started) * 1000,
        queries=queries,
    )


def get(address: str) -> tuple[int, int]:
    """The status of the page and the number of SQL queries it took."""
    seen: list[str] = []

    def count(execute, sql, params, many, context):
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        status = _call(address)
    return status, len(seen)


def _call(address: str) -> int:
    environ = {"PATH_INFO": "/articles/", "QUERY_STRING": address, "REMOTE_ADDR": "127.0.0.1"}
    setup_testing_defaults(environ)
    environ["wsgi.errors"] = io.StringIO()
    told: list[str] = []
    body = application(environ, lambda status, headers, *rest: told.append(status))
    try:
        for _ in body:
            pass
    finally:
        body.close()
    return int(told[0].split()[0])
