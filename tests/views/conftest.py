"""An index in step with the rows of a test."""

import pytest

from articles.search.indexing import bring_up_to_date


@pytest.fixture
def indexed(db):
    """Call it after making rows: what is public is then found."""
    return bring_up_to_date
