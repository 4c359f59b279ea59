"""Loads rosters of people and races: seats, candidates, legislators, officials, results."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.ingestion import IngestError
from articles.ingestion.rosters import load_files
from articles.ingestion.rosters.records import RosterFile


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="files or folders")

    def handle(self, *, paths: list[Path], verbosity: int, **options) -> None:
        def progress(file: RosterFile) -> tqdm:
            return tqdm(file.rows, desc=f"{file.name} ({file.form})", disable=verbosity < 1)

        try:
            report = load_files(paths, progress)
        except IngestError as error:
            raise CommandError(str(error)) from None
        for line in report.lines():
            self.stdout.write(line)
