"""pytest --only-with-database: leaves out what can't tell one database from another.

The whole suite runs on SQLite; on PostgreSQL what never asks a database would only say the same
again. A test that asks one has a fixture or a mark for it (pytest-django refuses it otherwise), or
starts processes that ask for it. Whatever starts processes counts, unless it is marked
``any_database``: it makes an SQLite file of its own, or looks at what no database changes.
"""

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
        config.workeroutput[LEFT_OUT] = len(left_out)
    elif left_out:
        config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Every worker of xdist left out the same: the first to end has it told once."""
    number = getattr(node, "workeroutput", {}).get(LEFT_OUT, 0)
    if number and not hasattr(node.config, "told_of_left_out"):
        node.config.told_of_left_out = True
        node.config.hook.pytest_deselected(items=[None] * number)
