"""Builds the search index anew from the database, while the old one goes on serving.

A running worker goes on too: what changes meanwhile reaches the old index and the new one.
"""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.management.statistics import refresh_statistics
from articles.models import Article, IndexChange
from articles.search import SearchError, get_engine
from articles.search.engines.base import Engine
from articles.search.indexing import rebuild


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="do nothing where the index answers and holds as many articles as the database",
        )

    def handle(self, *, if_needed: bool, verbosity: int, **options) -> None:
        engine = get_engine()
        if if_needed and is_whole(engine):
            return
        total = Article.objects.public().count()
        bar = tqdm(total=total, unit=" articles", desc="Indexing", disable=verbosity == 0)
        try:
            number = rebuild(engine, lambda documents: watched(documents, bar))
        except SearchError as error:
            raise CommandError(str(error)) from None
        finally:
            bar.close()
        refresh_statistics()
        self.stdout.write(f"The index holds {number} articles.")


def watched(documents, bar: tqdm):
    for document in documents:
        yield document
        bar.update()


def is_whole(engine: Engine) -> bool:
    """Sound, and no more different from the database than waiting change rows explain."""
    health = engine.health()
    off = abs(health.articles - Article.objects.public().count())
    return health.is_up and off <= IndexChange.objects.count()
