"""The engines: one file or folder each, all behind the contract in base.py."""

import os
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from articles.search.engines.base import Engine


def get_engine() -> Engine:
    """The engine that settings.SEARCH_ENGINE names; one for each process, opened when first used.

    A forked process makes its own: an index opened before a fork never sees a later commit.
    """
    chosen = settings.SEARCH_ENGINE
    return _engine(os.getpid(), chosen["BACKEND"], str(chosen["LOCATION"]))


@lru_cache(maxsize=4)
def _engine(process: int, backend: str, location: str) -> Engine:
    return import_string(backend)(location)
