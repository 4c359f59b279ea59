"""Reads stored articles again with what is known now, without touching what a person decided."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.ingestion.relink import relink
from articles.models import Article, ask_to_reread


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--later", action="store_true", help="leave it to the worker, article by article"
        )
        parser.add_argument("articles", nargs="*", type=int, metavar="ID", help="default: all")

    def handle(self, *, articles: list[int], later: bool, verbosity: int, **options) -> None:
        rows = Article.objects.exclude(current_version=None).select_related(
            "current_version", "outlet"
        )
        if articles:
            rows = rows.filter(pk__in=articles)
        if later:
            asked = ask_to_reread(rows.values_list("pk", flat=True))
            self.stdout.write(f"{asked} articles wait for the worker.")
            return
        total = rows.count()
        for article in tqdm(rows.iterator(200), total=total, disable=verbosity < 1):
            article.current_version.article = article
            relink(article)
        self.stdout.write(f"{total} articles read again.")
