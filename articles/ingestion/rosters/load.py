"""Roster files -> people, races, candidacies and results, in one transaction.

Files are taken in the order of how sure they are, whatever order they were given in.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import transaction

from articles.ingestion.errors import IngestError
from articles.ingestion.rosters.apply import Loader
from articles.ingestion.rosters.forms import read_file
from articles.ingestion.rosters.records import RosterFile, Row
from articles.ingestion.rosters.report import RosterReport

Progress = Callable[[RosterFile], Iterable[Row]]
SUFFIXES = {".csv", ".txt", ".yaml", ".yml"}


def load_files(paths: Iterable[Path], progress: Progress | None = None) -> RosterReport:
    """Loads the files (of folders, all that look like rosters); gives what it did.

    ``progress`` is called with each file and gives its rows back, one by one. Raises IngestError,
    with nothing stored, where a file given by name has no form that is known.
    """
    files = sorted(
        (read_file(path) for path in _files(paths)), key=lambda one: (one.rank, one.name)
    )
    report = RosterReport()
    with transaction.atomic():
        loader = Loader(report)
        for file in files:
            report.malformed += [
                f"{file.name}, line {bad.line}: {bad.what}" for bad in file.malformed
            ]
            loader.load(file, progress(file) if progress else file.rows)
        loader.finish()
    return report


def preview_files(paths: Iterable[Path]) -> RosterReport:
    """What ``load_files`` would do, with nothing stored: it is done, and taken back."""
    with transaction.atomic():
        report = load_files(paths)
        transaction.set_rollback(True)
    return report


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.iterdir() if one.suffix in SUFFIXES)
        elif path.is_file():
            found.append(path)
        else:
            raise IngestError(f"{path} is no file.")
    if not found:
        raise IngestError("There is no roster file in what was given.")
    return found
