"""Compares the search index with the database and mends the difference.

Article by article: which are held, and whether as the database has them now.
"""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.models import Article, touch
from articles.search import IndexBusy, SearchError, get_engine
from articles.search.engines.base import Engine
from articles.search.indexing import Differences, Drain, differences


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell, and exit with 1")
        parser.add_argument(
            "--quick", action="store_true", help="only look which articles are held"
        )

    def handle(self, *, dry_run: bool, quick: bool, verbosity: int, **options) -> None:
        engine = get_engine()
        try:
            found = compared(engine, contents=not quick, silent=verbosity == 0)
        except SearchError as error:
            raise CommandError(str(error)) from None
        self._tell(found)
        if not found:
            return
        if dry_run:
            raise CommandError("Index and database differ.")
        touch(found.articles)
        self._carry(engine)

    def _tell(self, found: Differences) -> None:
        self.stdout.write(
            f"Missing in the index: {len(found.missing)}. Not to be there: {len(found.extra)}. "
            f"Held as they are no more: {len(found.stale)}."
        )

    def _carry(self, engine: Engine) -> None:
        try:
            Drain(engine).all()
        except IndexBusy:
            self.stdout.write("The running worker mends it.")
            return
        engine.close()
        self.stdout.write("Mended.")


def compared(engine: Engine, *, contents: bool, silent: bool) -> Differences:
    total = Article.objects.public().count() if contents else 0
    with tqdm(
        total=total, unit=" articles", desc="Comparing", disable=silent or not contents
    ) as bar:
        return differences(engine, contents=contents, watch=lambda all_: watched(all_, bar))


def watched(documents, bar: tqdm):
    for document in documents:
        yield document
        bar.update()
