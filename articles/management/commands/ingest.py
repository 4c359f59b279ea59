"""Takes files, folders and addresses in as one batch and works on it at once.

Each is kept as it arrived, read, linked and stored for review. Exit code 1 says that something
failed or waits for an answer; ``manage.py batch`` shows and retries it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from articles.ingestion import IngestError, as_data, understand_parsed
from articles.ingestion.batches import add_file, add_urls
from articles.ingestion.files import furniture_of_pages, read_document
from articles.ingestion.running import run
from articles.management.outcomes import close_with, told
from articles.models import Batch, Item, Mapping, Outlet, PublishPolicy, Rights

HIDDEN = "."
STOPPED = (
    "The machine stopped the work: {error}. What was done is kept, the rest is queued: see to the "
    "disk or the database, and the worker (manage.py work) goes on with batch {batch}."
)
INTERRUPTED = (
    "Stopped. {kept} of {given} were taken in and are kept in batch {batch}: the worker (manage.py "
    "work) goes on with them, unless you say manage.py batch {batch} --cancel."
)
AFTER_CTRL_C = 130


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("sources", nargs="+", metavar="PATH|URL", help="files, folders, URLs")
        parser.add_argument("--outlet", default="", help="who published, where the text is silent")
        parser.add_argument("--mapping", default="", help="name of a remembered column mapping")
        parser.add_argument("--rights", default="", choices=["", *Rights.values])
        parser.add_argument("--publish", action="store_true", help="publish what is complete")
        parser.add_argument("--queue", action="store_true", help="leave the work to the worker")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="print what was understood")

    def handle(self, *, sources: list[str], **options) -> None:
        urls = [one for one in sources if one.lower().startswith(("http://", "https://"))]
        paths = [Path(one) for one in sources if one not in urls]
        for link in links_in(paths):
            self.stderr.write(f"{link}: a link out of its folder, not followed: give the file.")
        files = files_in(paths)
        if options["dry_run"] or options["json"]:
            self._try_out(files, urls, options)
            return
        batch = _batch(sources, options)
        try:
            self._take_in(batch, files, urls, options)
        except KeyboardInterrupt:
            kept = batch.items.filter(parent=None).count()
            given = len(files) + len(urls)
            told = INTERRUPTED.format(kept=kept, given=given, batch=batch.pk)
            raise CommandError(told, returncode=AFTER_CTRL_C) from None

    def _take_in(self, batch: Batch, files: list, urls: list[str], options: dict) -> None:
        for name, path in files:
            with path.open("rb") as file:
                add_file(batch, file, name, priority=_priority(files))
        add_urls(batch, urls)
        if options["queue"]:
            self.stdout.write(f"Batch {batch.pk} is queued: manage.py batch {batch.pk} --watch")
            return
        self._work(batch)

    def _work(self, batch: Batch) -> None:
        already = batch.items.filter(state=Item.State.FAILED)
        for item in already:
            self.stderr.write(told(item))
        quiet = batch.items.count() < 2
        with tqdm(total=batch.items.count(), disable=quiet or None, unit="items") as bar:
            try:
                for item in run(batch):
                    bar.total = batch.items.count() if item.parts_found else bar.total
                    bar.update(int(item.state != Item.State.QUEUED))
                    self._tell(item)
            except (DatabaseError, OSError) as error:
                raise CommandError(STOPPED.format(error=error, batch=batch.pk)) from None
        close_with(self, batch)

    def _tell(self, item: Item) -> None:
        if item.state == Item.State.QUEUED and not item.error:
            return  # its host was asked a moment ago
        is_fine = item.state in (Item.State.DONE, Item.State.DUPLICATE)
        (self.stdout if is_fine else self.stderr).write(told(item))

    def _try_out(self, files: list[tuple[str, Path]], urls: list[str], options: dict) -> None:
        if urls:
            raise CommandError("A dry run fetches nothing: save the page and give the file.")
        failures = 0
        for name, path in files:
            try:
                parsed = read_document(path.read_bytes(), name=name)
                given = {"fields": {"outlet": options["outlet"]}} if options["outlet"] else {}
                data = as_data(understand_parsed(parsed, given))
                indent = 2 if options["json"] else None
                self.stdout.write(json.dumps(data, ensure_ascii=False, indent=indent))
            except (IngestError, OSError) as error:
                failures += 1
                self.stderr.write(f"{path}: {error}")
        if failures:
            sys.exit(1)


def _batch(sources: list[str], options: dict) -> Batch:
    mapping = Mapping.objects.filter(name=options["mapping"]).first()
    if options["mapping"] and mapping is None:
        known = ", ".join(Mapping.objects.values_list("name", flat=True)) or "none yet"
        raise CommandError(f"There is no mapping {options['mapping']!r}. Known: {known}.")
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return Batch.objects.create(
        name=f"{Path(sources[0]).name or sources[0]}{more}"[:200],
        outlet=_outlet(options["outlet"]),
        mapping=mapping,
        rights=options["rights"],
        publish_policy=PublishPolicy.PUBLISH if options["publish"] else "",
    )


def _outlet(name: str) -> Outlet | None:
    if not name:
        return None
    known = Outlet.objects.named(name).first()
    return known or Outlet.objects.create(name=name[:200], is_proposed=True)


def _priority(files: list) -> int:
    return Item.Priority.SOON if len(files) <= 20 else Item.Priority.IN_BULK


def files_in(paths: list[Path]) -> list[tuple[str, Path]]:
    """(name, path) of each file and of those in folders, hidden ones left out."""
    found: list[tuple[str, Path]] = []
    for path in paths:
        if path.is_dir():
            found += _of_folder(path)
        elif path.is_file():
            found.append((path.name, path))
        else:
            raise CommandError(f"{path} is no file.")
    if paths and not found:
        raise CommandError("There is no file in what was given.")
    return found


def links_in(paths: list[Path]) -> list[Path]:
    """Links in the folders that lead out of them: whoever packed a folder may point anywhere."""
    folders = (path for path in paths if path.is_dir())
    return [
        one for folder in folders for one in sorted(folder.rglob("*")) if _leads_out(one, folder)
    ]


def _leads_out(path: Path, folder: Path) -> bool:
    return not path.resolve().is_relative_to(folder.resolve())


def _of_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    paths = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*"))}
    furniture = furniture_of_pages(paths)
    for name, path in paths.items():
        is_hidden = any(part.startswith(HIDDEN) for part in Path(name).parts)
        is_left_out = is_hidden or name in furniture or _leads_out(path, folder)
        if path.is_file() and not is_left_out:
            yield name, path
