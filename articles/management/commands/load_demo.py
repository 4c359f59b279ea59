"""Loads the demonstration's rosters and stories; what is there already stays as it is."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.ingestion.demo import load_demo


class Command(BaseCommand):
    help = __doc__

    def handle(self, *, verbosity: int, **options) -> None:
        new, old = load_demo(lambda paths: tqdm(paths, desc="Stories", disable=verbosity < 1))
        self.stdout.write(f"{new} demonstration articles added, {old} were there.")
