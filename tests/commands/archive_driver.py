"""A process with an archive of its own: reads one Python expression a line, prints its value."""

import ast
import sys
import time

import django

django.setup()

from pathlib import Path  # noqa: E402

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from articles.curation.inspection import inspect_archive  # noqa: E402
from articles.ingestion.batches import add_file, progress  # noqa: E402
from articles.models import Article, Batch, IndexChange, Item, User, touch  # noqa: E402
from articles.search import SearchError, SearchQuery, get_engine, search  # noqa: E402
from articles.search.query import Unit  # noqa: E402
from tests.builders import make_article, make_outlet  # noqa: E402


def add(number: int) -> list[int]:
    outlet = make_outlet()
    return [make_article(outlet=outlet).pk for _ in range(number)]


def withdraw(article_id: int) -> None:
    Article.objects.filter(pk=article_id).update(status="withdrawn")
    touch([article_id])


def indexed() -> list[int]:
    try:
        return sorted(get_engine().fingerprints())
    except SearchError:
        return []


def public() -> list[int]:
    return sorted(Article.objects.public().values_list("pk", flat=True))


def problem() -> str:
    """What keeps the search from answering."""
    return get_engine().health().problem


def let_go() -> None:
    get_engine().close()


def change_unnoticed() -> None:
    """One article is changed, and no change row tells of it."""
    first = Article.objects.public().first()
    Article.objects.filter(pk=first.pk).update(section="Changed")


def read_for(seconds: float) -> tuple[int, list[str], int]:
    """Searches again and again; the number of answers, what went wrong, the fewest found."""
    answers, errors, fewest = 0, [], total()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            fewest = min(fewest, total())
            search(SearchQuery(unit=Unit.QUOTES))
            answers += 1
        except SearchError as error:
            errors.append(str(error))
    return answers, errors, fewest


def waiting() -> int:
    return IndexChange.objects.count()


def total() -> int:
    return search(SearchQuery()).total


def take_in(folder: str) -> int:
    """A batch of all files of a folder, queued."""
    batch = Batch.objects.create(name=folder)
    for path in sorted(Path(folder).iterdir()):
        with path.open("rb") as file:
            add_file(batch, file, path.name)
    return batch.pk


def left(batch: int) -> int:
    return progress(Batch.objects.get(pk=batch)).left


def counts() -> dict[str, int]:
    """Items of all batches by state."""
    states = Item.objects.values_list("state", flat=True)
    return {state: list(states).count(state) for state in set(states)}


def claims() -> list[str]:
    """Who has an Item just now."""
    return list(Item.objects.filter(state="working").values_list("claim", flat=True))


def lock(seconds: float) -> None:
    """Nobody else can write Items for so long."""
    with transaction.atomic():  # on SQLite that is a lock already
        if connection.vendor == "postgresql":
            connection.cursor().execute("LOCK TABLE articles_item IN EXCLUSIVE MODE")
        time.sleep(seconds)


def sign_in() -> str:
    """The key of a session of an editor."""
    user = User.objects.create_superuser("editor@example.org", "a long password")
    session = SessionStore()
    session.update(
        {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
    )
    session.create()
    return session.session_key


def faults() -> list[str]:
    """What is wrong with the archive: texts stored twice, Items without an outcome, bad spans."""
    found = [str(problem) for problem in inspect_archive()]
    texts = Article.objects.values_list("outlet", "current_version__text_sha256")
    found += [f"stored twice: {text}" for text in set(texts) if list(texts).count(text) > 1]
    open_ones = Item.objects.filter(state__in=["queued", "working"])
    found += [f"{item} is still {item.state}" for item in open_ones]
    done = Item.objects.filter(state__in=["done", "duplicate"], parts_found=None, article=None)
    found += [f"{item} is {item.state} without an article" for item in done]
    for item in Item.objects.exclude(parts_found=None):
        if item.parts.count() != item.parts_found:
            found.append(f"{item} has {item.parts.count()} parts of {item.parts_found}")
    return found


KNOWN = {
    one.__name__: one
    for one in (
        add,
        withdraw,
        indexed,
        public,
        waiting,
        total,
        problem,
        let_go,
        change_unnoticed,
        read_for,
        take_in,
        left,
        counts,
        faults,
        claims,
        lock,
        sign_in,
    )
}

for line in sys.stdin:
    call = ast.parse(line.strip(), mode="eval").body
    arguments = [ast.literal_eval(one) for one in call.args]
    sys.stdout.write(f"{KNOWN[call.func.id](*arguments)!r}\n")
    sys.stdout.flush()
