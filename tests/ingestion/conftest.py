"""The demonstration's rosters, for tests that need people and races."""

from pathlib import Path

import pytest

from articles.ingestion.rosters import load_files

ROOT = Path(__file__).parent.parent.parent
ROSTERS = ROOT / "articles" / "demo" / "rosters"


@pytest.fixture
def rosters(db):
    return load_files([ROSTERS])
