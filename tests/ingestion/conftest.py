"""The demonstration's rosters; a site on loopback that is asked at once; a batch."""

from pathlib import Path

import pytest

from articles.ingestion.fetch.robots import ROBOTS
from articles.ingestion.rosters import load_files
from articles.models import Batch
from tests.news_site import NewsSite

ROOT = Path(__file__).parent.parent.parent
ROSTERS = ROOT / "articles" / "demo" / "rosters"


@pytest.fixture
def rosters(db):
    return load_files([ROSTERS])


@pytest.fixture
def site(settings):
    settings.FETCH_SECONDS_PER_HOST = 0
    ROBOTS.forget()
    site = NewsSite()
    yield site
    site.close()


@pytest.fixture
def batch(db) -> Batch:
    return Batch.objects.create(name="A batch")
