"""The index kept in step with the database: change rows carried over, rebuilds, comparisons.

A change row goes only after the commit that holds its article, so a process killed at any moment
loses nothing: what it had not finished is carried over again.
"""

import datetime as dt
import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils import timezone

from articles.models import Article, IndexChange, touch
from articles.search.documents import all_documents, documents
from articles.search.engines import get_engine
from articles.search.engines.base import ArticleDocument, Engine, Replacement
from articles.search.errors import IndexIncomplete

BATCH = 500
CATCH_UPS = 5
CATCH_UP_PAUSE = 0.1
Watch = Callable[[Iterator[ArticleDocument]], Iterable[ArticleDocument]]


class Drain:
    """Carries change rows into the index. One for the life of a worker."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._kept: set[int] = set()

    def once(self, limit: int = BATCH) -> int:
        """Carries up to ``limit`` rows over; gives their number.

        Raises IndexBusy, EngineUnavailable; the rows then wait for the next time.
        """
        if not self._kept and not self._waiting(1):
            return 0
        with self.engine.writing() as is_rebuilding:
            rows = self._waiting(limit)
            carry(self.engine, rows.values())
            self._kept |= rows.keys()
            if not is_rebuilding:
                forget(self._kept)
                self._kept = set()
        return len(rows)

    def all(self) -> int:
        """Carries over all there is."""
        total = 0
        while carried := self.once():
            total += carried
        return total

    def _waiting(self, limit: int) -> dict[int, int]:
        """Article by row. Rows a rebuild still needs were carried over and are not waiting.

        Rows are told apart by id, never by order: a row with a lower id may commit later.
        """
        rows = IndexChange.objects.values_list("pk", "article_id")
        if not self._kept:
            return dict(rows[:limit])
        return dict([row for row in rows if row[0] not in self._kept][:limit])


def carry(target: Engine | Replacement, article_ids: Iterable[int]) -> None:
    """Makes the index hold these articles as the database has them now, or not at all."""
    ids = set(article_ids)
    shown = documents(ids) if ids else []
    gone = ids - {document.article_id for document in shown}
    if shown:
        target.index(shown)
    if gone:
        target.delete(gone)


def forget(rows: Iterable[int]) -> None:
    for some in batched(list(rows)):
        IndexChange.objects.filter(pk__in=some).delete()


def batched(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def rebuild(engine: Engine | None = None, watch: Watch = iter) -> int:
    """Builds the index anew beside the one that serves; gives the number of articles.

    ``watch`` may wrap the stream of documents, for a progress bar. Changes made meanwhile are in
    both. Raises IndexBusy, EngineUnavailable, IndexIncomplete; the old index then goes on serving.
    """
    began = timezone.now()
    engine = engine or get_engine()
    with engine.replacement() as fresh:
        with uncollected():
            fresh.index(watch(all_documents()))
        fresh.settle()
        with engine.writing():
            rows = _catch_up(fresh, began)
            fresh.publish()
            forget(rows)
            return engine.health().articles


@contextmanager
def uncollected() -> Iterator[None]:
    """Documents hold no cycles; looking for some in every batch takes half as long as reading."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _catch_up(fresh: Replacement, began: dt.datetime) -> set[int]:
    """Carries over what changed during a rebuild, and gives those rows.

    Raises IndexIncomplete where index and database then differ by more than rows written since.
    """
    carried: set[int] = set()
    for _ in range(CATCH_UPS):
        rows = dict(IndexChange.objects.values_list("pk", "article_id"))
        carry(fresh, {*rows.values(), *embargoes_ended(began, timezone.now())})
        carried |= rows.keys()
        held, public = fresh.count(), Article.objects.public().count()
        if abs(held - public) <= IndexChange.objects.count() - len(rows):
            return carried
        time.sleep(CATCH_UP_PAUSE)  # an article may commit just before its row does
    raise IndexIncomplete(f"The new index holds {held} articles, the database {public}: not taken.")


def embargoes_ended(after: dt.datetime, until: dt.datetime) -> list[int]:
    """Articles that became public by the clock alone, which writes no change row."""
    ended = Article.objects.public().filter(embargo_until__gt=after, embargo_until__lte=until)
    return list(ended.values_list("pk", flat=True))


def release_embargoes(after: dt.datetime, until: dt.datetime) -> int:
    """Writes a change row for each article whose embargo ended; gives their number."""
    return touch(embargoes_ended(after, until))


@dataclass(frozen=True, slots=True)
class Differences:
    """Public articles the index lacks, those it should not hold, and those that have changed."""

    missing: frozenset[int] = frozenset()
    extra: frozenset[int] = frozenset()
    stale: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.articles)

    @property
    def articles(self) -> frozenset[int]:
        return self.missing | self.extra | self.stale


def differences(
    engine: Engine | None = None, *, contents: bool = False, watch: Watch = iter
) -> Differences:
    """Compares index and database; articles with a change row waiting are left out.

    Only which articles are held, unless ``contents`` are to be compared too, which takes as long
    as reading all of them (``watch`` may wrap their stream). Raises EngineUnavailable, IndexBusy.
    """
    engine = engine or get_engine()
    suspects = _held_otherwise(engine)
    if contents:
        with uncollected():
            suspects |= _changed(engine, watch(all_documents()))
    suspects -= _waiting()
    return _confirmed(engine, suspects) if suspects else Differences()


def _held_otherwise(engine: Engine) -> set[int]:
    held = engine.fingerprints().keys()
    return held ^ set(Article.objects.public().values_list("pk", flat=True))


def _changed(engine: Engine, now: Iterable[ArticleDocument]) -> set[int]:
    held = engine.fingerprints()
    return {
        document.article_id
        for document in now
        if held.get(document.article_id, document.fingerprint) != document.fingerprint
    }


def _confirmed(engine: Engine, suspects: set[int]) -> Differences:
    """A second look at what may only have changed while we looked.

    In our turn nothing is carried over: whatever changes now has its row waiting.
    """
    with engine.writing():
        held = engine.fingerprints()
        public = {
            document.article_id: document.fingerprint
            for some in batched(sorted(suspects))
            for document in documents(some)
        }
        found = suspects - _waiting()
    return Differences(
        frozenset(key for key in found if key in public and key not in held),
        frozenset(key for key in found if key in held and key not in public),
        frozenset(key for key in found & held.keys() & public.keys() if held[key] != public[key]),
    )


def _waiting() -> set[int]:
    return set(IndexChange.objects.values_list("article_id", flat=True))


def bring_up_to_date(engine: Engine | None = None) -> None:
    """Whatever state the index is in: afterwards it holds what the database does.

    Raises IndexBusy, EngineUnavailable.
    """
    engine = engine or get_engine()
    if not engine.health().is_up:
        rebuild(engine)
    drain = Drain(engine)
    drain.all()
    touch(differences(engine).articles)
    drain.all()
