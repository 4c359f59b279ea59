"""Takes text files in: one Item each, kept as it arrived, read, linked and stored for review."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.curation import CurationError, publish
from articles.ingestion import (
    IngestError,
    as_data,
    correct_fields,
    make_article,
    open_item,
    understand,
)
from articles.ingestion.decoding import decode
from articles.models import Article, Item

SUFFIXES = {".txt", ".md"}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
        parser.add_argument("--outlet", default="", help="who published, where the text is silent")
        parser.add_argument("--publish", action="store_true", help="publish what is complete")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="print what was understood")

    def handle(self, *, paths: list[Path], **options) -> None:
        files = text_files(paths)
        failures = 0
        for path in tqdm(files, disable=len(files) < 2 or options["json"]):
            try:
                self.stdout.write(self._one(path, options))
            except (IngestError, OSError) as error:
                failures += 1
                self.stderr.write(f"{path}: {error}")
        if failures:
            self.stderr.write(f"{failures} of {len(files)} files did not become articles.")
            sys.exit(1)

    def _one(self, path: Path, options: dict) -> str:
        content = path.read_bytes()
        text = decode(content)
        given = {"fields": {"outlet": options["outlet"]}} if options["outlet"] else {}
        if options["dry_run"] or options["json"]:
            data = as_data(understand(text, given))
            return json.dumps(data, ensure_ascii=False, indent=2 if options["json"] else None)
        item = open_item(content, origin=Item.Origin.FILE, source=path.name)
        if given and not item.is_final:
            item = correct_fields(item, given["fields"])
        article, is_new = make_article(item, status=Article.Status.REVIEW)
        return f"{path}: {self._outcome(article, is_new, publishing=options['publish'])}"

    def _outcome(self, article: Article, is_new: bool, *, publishing: bool) -> str:
        if not is_new:
            return f"is here already: article {article.pk}, {article.get_status_display()}"
        if not publishing:
            return f"article {article.pk} waits for review"
        try:
            publish(article)
        except CurationError as error:
            return f"article {article.pk} waits for review. {error}"
        return f"article {article.pk} is published: {article.get_absolute_url()}"


def text_files(paths: list[Path]) -> list[Path]:
    """The files, and those of the folders that look like texts; raises CommandError."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if one.suffix in SUFFIXES)
        elif path.is_file():
            found.append(path)
        else:
            raise CommandError(f"{path} is no file.")
    if not found:
        raise CommandError("There is no text file (.txt, .md) in what was given.")
    return found
