"""Compares the search index with the database and mends the difference."""

from django.core.management.base import BaseCommand, CommandError

from articles.models import touch
from articles.search import IndexBusy, SearchError, get_engine
from articles.search.indexing import Differences, Drain, differences


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell, and exit with 1")

    def handle(self, *, dry_run: bool, **options) -> None:
        engine = get_engine()
        try:
            found = differences(engine)
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
            f"Missing in the index: {len(found.missing)}. Not to be there: {len(found.extra)}."
        )

    def _carry(self, engine) -> None:
        try:
            Drain(engine).all()
        except IndexBusy:
            self.stdout.write("The running worker mends it.")
            return
        engine.close()
        self.stdout.write("Mended.")
