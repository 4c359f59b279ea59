"""Parses articles again from their captures and shows what would be read otherwise now.

Nothing changes without --apply, and never what an editor set.
"""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.extraction.changes import changes
from articles.ingestion import IngestError
from articles.ingestion.reparse import (
    WORDS,
    Difference,
    differences,
    item_of,
    read_again,
    take_over,
)
from articles.models import Article

AROUND = 40


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("articles", nargs="*", type=int, metavar="ARTICLE", help="keys")
        parser.add_argument("--outlet", default="", help="slug: only articles of this outlet")
        parser.add_argument("--apply", action="store_true", help="take the differences over")

    def handle(self, *, articles: list[int], outlet: str, **options) -> None:
        rows = Article.objects.select_related("current_version__capture", "outlet").order_by("pk")
        if articles:
            rows = rows.filter(pk__in=articles)
        if outlet:
            rows = rows.filter(outlet__slug=outlet)
        numbers = {"same": 0, "differ": 0, "have no bytes": 0, "can't be read": 0}
        for article in tqdm(rows.iterator(500), total=rows.count(), disable=None, unit="articles"):
            numbers[self._one(article, apply=options["apply"])] += 1
        told = ", ".join(f"{number} {what}" for what, number in numbers.items() if number)
        self.stdout.write(f"{told or 'No articles'}.")
        if numbers["differ"] and not options["apply"]:
            self.stdout.write("Nothing was changed. To take it over: add --apply.")

    def _one(self, article: Article, *, apply: bool) -> str:
        item = item_of(article)
        if item is None:
            return "have no bytes"
        try:
            understood = read_again(item)
        except IngestError as error:
            self.stderr.write(f"article {article.pk}: {error}")
            return "can't be read"
        found = (take_over if apply else differences)(article, understood)
        if not found:
            return "same"
        self.stdout.write(f"article {article.pk}: {article}")
        for one in found:
            self.stdout.write(f"  {one.field}: {readable(one)}")
        return "differ"


def readable(one: Difference) -> str:
    """[-what goes-] and {+what comes+}, with a little of what stays around it."""
    if one.field not in WORDS:
        return f"[-{one.old or ''}-] {{+{one.new or ''}+}}"
    marks = {"delete": "[-{}-]", "insert": "{{+{}+}}"}
    shown = (
        marks[part.kind].format(part.words.strip()) if part.kind in marks else _short(part.words)
        for part in changes(one.old, one.new)
    )
    return " ".join(shown).replace("\n\n", " ¶ ")


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= 2 * AROUND else f"{words[:AROUND]} … {words[-AROUND:]}"
