"""Shows a batch, follows it, tries again what failed, cancels the rest."""

import csv
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.ingestion.batches import cancel, causes, failures, progress, retry
from articles.management.outcomes import close_with
from articles.models import Batch

PAUSE = 1.0


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("batch", nargs="?", type=int, help="its number; none lists the latest")
        parser.add_argument("--watch", action="store_true", help="follow it until it is done")
        parser.add_argument(
            "--retry", nargs="?", const="", metavar="KIND", help="try again all failures, or a kind"
        )
        parser.add_argument("--cancel", action="store_true", help="cancel what is still queued")
        parser.add_argument("--failures", type=Path, metavar="FILE", help="write them as CSV")

    def handle(self, *, batch: int | None, **options) -> None:
        if batch is None:
            for row in Batch.objects.all()[:20]:
                self._show(row)
            return
        row = Batch.objects.filter(pk=batch).first()
        if row is None:
            raise CommandError(f"There is no batch {batch}.")
        self._act(row, options)
        if options["watch"]:
            self._watch(row)
        self._show(row)
        for cause in causes(row):
            self.stdout.write(f"  {cause.number} × {cause.kind}: {cause.example}")
        close_with(self, row)

    def _act(self, batch: Batch, options: dict) -> None:
        if options["cancel"]:
            self.stdout.write(f"{cancel(batch)} cancelled.")
        if options["retry"] is not None:
            kind = options["retry"]
            items = batch.items.filter(error_kind=kind) if kind else batch.items.all()
            self.stdout.write(f"{retry(items)} queued again.")
        if options["failures"]:
            with options["failures"].open("w", newline="", encoding="utf8") as file:
                csv.writer(file).writerows(failures(batch))

    def _show(self, batch: Batch) -> None:
        now = progress(batch)
        told = ", ".join(f"{number} {state}" for state, number in now.counts.items() if number)
        self.stdout.write(f"{batch.pk}  {batch.name}: {told or 'nothing in it'}")

    def _watch(self, batch: Batch) -> None:
        now = progress(batch)
        with tqdm(total=now.total, initial=now.ended, unit="items") as bar:
            while now.left:
                time.sleep(PAUSE)
                now = progress(batch)
                bar.total = now.total
                bar.update(now.ended - bar.n)
