"""A site on loopback, small limits, and no memory of robots.txt between tests."""

import pytest

from articles.ingestion.fetch import FetchLimits
from articles.ingestion.fetch.robots import ROBOTS
from tests.news_site import NewsSite

SMALL = FetchLimits(
    connect_seconds=2, total_seconds=5, max_bytes=200_000, max_decompressed=400_000, max_redirects=3
)
QUICK = FetchLimits(connect_seconds=1, total_seconds=0.6, max_bytes=200_000)


@pytest.fixture(autouse=True)
def _no_memory():
    ROBOTS.forget()


@pytest.fixture
def site():
    site = NewsSite()
    yield site
    site.close()
