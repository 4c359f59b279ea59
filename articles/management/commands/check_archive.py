"""Tests every stored span and what else no constraint holds; ends with 1 if one is wrong."""

import sys

from django.core.management.base import BaseCommand

from articles.curation.inspection import inspect_archive


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options) -> None:
        count = 0
        for count, problem in enumerate(inspect_archive(), start=1):  # noqa: B007
            self.stderr.write(f"{problem.row}: {problem.what}")
        if count:
            self.stderr.write(f"{count} problems.")
            sys.exit(1)
        self.stdout.write("Every stored span lies in its text.")
