"""pytest --only-with-database: leaves out what can't tell one database from another.

The whole suite runs on SQLite; on PostgreSQL what never asks a database would only say the same
again. A test that asks one has a fixture or a mark for it (pytest-django refuses it otherwise), or
starts processes that ask for it. Whatever starts processes counts, unless it is marked
``any_database``: it makes an SQLite file of its own, or looks at what no database changes.
"""

from dataclasses import dataclass

import pytest
from django.test import SimpleTestCase

FIXTURES = frozenset(["db", "transactional_db", "live_server", "django_db_setup", "migrated"])
MARKS = ("django_db", "processes")
LEFT_OUT = "left out"


def pytest_addoption(parser):
    parser.addoption(
        "--only-with-database",
        action="store_true",
        help="leave out the tests that are the same on every database",
    )


def asks_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("any_database"):
        return False
    return bool(
        FIXTURES.intersection(getattr(item, "fixturenames", ()))
        or any(item.get_closest_marker(mark) for mark in MARKS)
        or issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    )


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--only-with-database"):
        return
    left_out = [item for item in items if not asks_the_database(item)]
    items[:] = [item for item in items if asks_the_database(item)]
    if hasattr(config, "workeroutput"):
        config.workeroutput[LEFT_OUT] = [item.nodeid for item in left_out]
    else:
        config.hook.pytest_deselected(items=left_out)


@dataclass
class LeftOut:
    """What a worker of xdist left out, for whoever counts it."""

    nodeid: str


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """All workers left out the same: it is told once, by the first."""
    if node.gateway.id != "gw0":
        return
    left_out = getattr(node, "workeroutput", {}).get(LEFT_OUT, [])
    node.config.hook.pytest_deselected(items=[LeftOut(nodeid) for nodeid in left_out])
