"""Checks the hash of every kept capture and reports what is missing or changed.

What a killed process had only begun to write is cleared away.
"""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.ingestion.verify import clear_halves, damaged
from articles.models import Capture


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options) -> None:
        halves = clear_halves()
        if halves:
            self.stdout.write(f"{halves} files that were only begun to be written are gone.")
        total = Capture.objects.values("sha256").distinct().count()
        wrong = 0
        for damage in tqdm(damaged(), total=total, disable=total < 100, unit="captures"):
            if damage:
                wrong += 1
                self.stderr.write(f"{damage.sha256}: {damage.what}")
        if wrong:
            raise CommandError(f"{wrong} of {total} captures are damaged: restore them.")
        self.stdout.write(f"{total} captures, all as they came.")
