"""Where a bench keeps its archive: a folder of its own, never the one that is served."""

import os
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent


def set_up(folder: str) -> Path:
    """Points the project at ``folder`` (database, index, key) and starts Django."""
    place = Path(folder).resolve()
    place.mkdir(parents=True, exist_ok=True)
    os.environ["ARCHIVE_VAR"] = str(place)
    os.environ["ARCHIVE_MODE"] = "local"
    os.environ["DATABASE_URL"] = f"sqlite:///{place / 'archive.sqlite3'}"
    os.environ["SEARCH_LOCATION"] = str(place / "index")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    return place


def use_cores(number: int) -> None:
    """Keeps this process and its threads on so many cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:number])
