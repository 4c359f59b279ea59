"""A folder for indexes that are written often and need not last."""

import os
import tempfile
from pathlib import Path

import pytest

IN_MEMORY = Path("/dev/shm")  # noqa: S108


@pytest.fixture
def quick_folder():
    where = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        yield Path(folder)
