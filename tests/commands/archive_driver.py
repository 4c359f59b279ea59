"""A process with an archive of its own: reads one Python expression a line, prints its value."""

import ast
import sys

import django

django.setup()

from articles.models import Article, IndexChange, touch  # noqa: E402
from articles.search import SearchError, SearchQuery, get_engine, search  # noqa: E402
from tests.builders import make_article, make_outlet  # noqa: E402


def add(number: int) -> list[int]:
    outlet = make_outlet()
    return [make_article(outlet=outlet).pk for _ in range(number)]


def withdraw(article_id: int) -> None:
    Article.objects.filter(pk=article_id).update(status="withdrawn")
    touch([article_id])


def indexed() -> list[int]:
    try:
        return sorted(get_engine().article_ids())
    except SearchError:
        return []


def public() -> list[int]:
    return sorted(Article.objects.public().values_list("pk", flat=True))


def waiting() -> int:
    return IndexChange.objects.count()


def total() -> int:
    return search(SearchQuery()).total


KNOWN = {one.__name__: one for one in (add, withdraw, indexed, public, waiting, total)}

for line in sys.stdin:
    call = ast.parse(line.strip(), mode="eval").body
    arguments = [ast.literal_eval(one) for one in call.args]
    sys.stdout.write(f"{KNOWN[call.func.id](*arguments)!r}\n")
    sys.stdout.flush()
